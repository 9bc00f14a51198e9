import { halves, type RuleScore, readTable, scoresOf } from '../dialog/guard/table.ts';

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

const line = ({ rule, right, missed, elsewhere, alarms }: RuleScore): string =>
  `| ${rule} | ${share(right, right + alarms)} | ${share(right, right + missed)} | ${share(right + elsewhere, right + missed)} | ${right + missed} |`;

const sum = (rule: string, scores: readonly RuleScore[]): RuleScore => ({
  rule,
  right: scores.reduce((all, { right }) => all + right, 0),
  missed: scores.reduce((all, { missed }) => all + missed, 0),
  elsewhere: scores.reduce((all, { elsewhere }) => all + elsewhere, 0),
  alarms: scores.reduce((all, { alarms }) => all + alarms, 0),
});

/** How well the reply guard reads sentences of each table; `stopped` counts those another rule found. */
export const printGuard = (print: (line: string) => void): void => {
  for (const half of halves) {
    const scores = scoresOf(readTable(half));
    print(`\n## Reply guard, sentences ${half}\n`);
    print('| rule | precision | recall | stopped | sentences |\n|---|---:|---:|---:|---:|');
    for (const one of scores) print(line(one));
    print(line(sum('all', scores)));
  }
};
