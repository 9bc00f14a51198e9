import { createSamenessWords } from '../../src/triage/sameness-words.ts';
import { createUnderstanding, type Understand } from '../../src/triage/understand.ts';
import { shippedLexicons } from '../triage/lexicons.ts';
import { type Labelled, readCorpus } from './corpus.ts';
import { exampleOf, practice } from './examples.ts';
import { printGuard } from './guard.ts';
import { learnedFrom } from './learn.ts';
import { printSame } from './same.ts';
import { confusion, decisions, type Judged, rates, type Score, scoreOf } from './score.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const percent = (value: number): string => value.toFixed(3);

const row = (score: Score): string => {
  const { precision, recall, f1 } = rates(score);
  return `| ${score.name} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} | ${score.right + score.missed} |`;
};

const table = (title: string, pairs: readonly (readonly [string, string])[]): void => {
  const { names, cells, accuracy } = confusion(pairs);
  print(`\n${title}: accuracy ${percent(accuracy)} over ${pairs.length} (rows: labelled, columns: read)\n`);
  print(`| | ${names.join(' | ')} |`);
  print(`|---|${names.map(() => '---:').join('|')}|`);
  for (const [index, name] of names.entries()) print(`| ${name} | ${(cells[index] ?? []).join(' | ')} |`);
};

const complaintScore = (judged: readonly Judged[], name: string): Score => {
  const asked = judged.filter(({ row: one }) => one.complaint !== null);
  const right = asked.filter(({ row: one, read }) => one.complaint === true && read.isComplaint).length;
  const extra = asked.filter(({ row: one, read }) => one.complaint === false && read.isComplaint).length;
  const missed = asked.filter(({ row: one, read }) => one.complaint === true && !read.isComplaint).length;
  return { name, right, extra, missed };
};

const argument = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
/** First id of a batch to be read as if it had just come. */
const fresh = argument('fresh');

interface Wish {
  readonly half: 'tune' | 'check';
  readonly showWrong: boolean;
  /** Only texts with ids from here, to here: a batch as it came. */
  readonly ids: readonly [from: string, to: string];
}

const lexicons = shippedLexicons();
const folds = 5;

/** Reads a batch of the tune half as if it had just come: with what was learned from all before it. */
const freshRead = (rows: readonly Labelled[], first: string): Judged[] => {
  const known = rows.filter(({ id }) => id < first).map(exampleOf);
  const read = createUnderstanding({
    ...lexicons,
    learned: learnedFrom([...practice(), ...known], lexicons),
  });
  return rows.filter(({ id }) => id >= first).map((row) => ({ row, read: read(row.text) }));
};

/** Reads the tune half with what was learned from the other four fifths of it: nothing is read by what it taught. */
const crossRead = (rows: readonly Labelled[]): Judged[] => {
  const readers = Array.from({ length: folds }, (_, fold): Understand => {
    const others = rows.filter((_row, index) => index % folds !== fold).map(exampleOf);
    return createUnderstanding({ ...lexicons, learned: learnedFrom([...practice(), ...others], lexicons) });
  });
  return rows.flatMap((row, index) => {
    const read = readers[index % folds]?.(row.text);
    return read ? [{ row, read }] : [];
  });
};

const report = ({ half, showWrong, ids: [from, to] }: Wish): void => {
  const rows = readCorpus(half);
  const shipped = createUnderstanding(lexicons);
  const all =
    half === 'check'
      ? rows.map((row) => ({ row, read: shipped(row.text) }))
      : fresh === undefined
        ? crossRead(rows)
        : freshRead(rows, fresh);
  const judged = all.filter(({ row: { id } }) => id >= from && id <= to);
  const wrong = showWrong
    ? (one: Judged, what: string): void => print(`  ${one.row.id} ${what} | ${one.row.text}`)
    : undefined;
  print(`\n## ${half}: ${judged.length} texts\n`);
  print('| decision | precision | recall | F1 | labelled |\n|---|---:|---:|---:|---:|');
  print(row(complaintScore(judged, 'complaint')));
  for (const lang of ['zh', 'en'] as const)
    print(
      row(
        complaintScore(
          judged.filter(({ row: one }) => one.lang === lang),
          `complaint (${lang})`,
        ),
      ),
    );
  for (const decision of decisions) print(row(scoreOf(decision, judged)));
  const complaints = judged.filter(({ row: one }) => one.complaint === true);
  table(
    'Type',
    complaints.map(({ row: one, read }) => [one.type ?? 'other', read.type]),
  );
  table(
    'Intent',
    judged.map(({ row: one, read }) => [one.intent, read.intent]),
  );
  if (!wrong) return;
  for (const one of judged) {
    if (one.row.complaint !== null && one.row.complaint !== one.read.isComplaint)
      wrong(one, `complaint: wanted ${one.row.complaint} (${one.row.intent}) got ${one.read.intent}`);
    else if (one.row.intent !== one.read.intent)
      wrong(one, `intent: wanted ${one.row.intent} got ${one.read.intent}`);
    if (one.row.complaint === true && one.row.type !== one.read.type)
      wrong(one, `type: wanted ${one.row.type} got ${one.read.type}`);
  }
  for (const decision of decisions) scoreOf(decision, judged, wrong);
};

const half = argument('half');
const ids = [argument('from') ?? '', argument('to') ?? '\uffff'] as const;
// Errors of the check half stay unseen: what is looked at is tuned on.
if (half !== 'check') report({ half: 'tune', showWrong: process.argv.includes('--wrong'), ids });
if (half !== 'tune') report({ half: 'check', showWrong: false, ids: ['', '\uffff'] });
printSame(
  print,
  { understand: createUnderstanding(lexicons), words: createSamenessWords(lexicons.sameness) },
  half === 'tune' ? ['tune'] : half === 'check' ? ['check', 'later'] : ['tune', 'check', 'later'],
);
printGuard(print);
