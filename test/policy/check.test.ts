import { describe, expect, it } from 'vitest';
import { checkPack } from '../../src/policy/check.ts';
import { conditionNames } from '../../src/policy/condition.ts';
import { parseOrganisation } from '../../src/policy/organisation.ts';
import { packFiles, parsePack } from '../../src/policy/parse.ts';
import { demo, source } from './read.ts';

const general = source('general.yaml');
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

/** The pack with a change, and the line the change is on. */
const changed = (from: string, to: string): { readonly text: string; readonly line: number } => {
  expect(general.text).toContain(from);
  const text = general.text.replace(from, to);
  return { text, line: lineOf(text, to) };
};
const parseFaults = (text: string) => {
  const parsed = parsePack([{ file: 'general.yaml', text }]);
  return parsed.ok ? [] : parsed.faults;
};
const checkFaults = (text: string, calendars?: readonly string[]) => {
  const parsed = parsePack([{ file: 'general.yaml', text }]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return checkPack(parsed.pack, demo(), calendars);
};

it('a length that is missing is missing, not wrong', () => {
  const { text } = changed('  silence: 30 minutes\n', '');
  expect(parseFaults(text)).toMatchObject([{ what: "'silence' is missing" }]);
});

describe('a pack that does not read is refused with file, line, what and a suggestion [AD-1]', () => {
  it.each([
    ['a misspelt key', 'questions: 6', 'question: 6', "unknown key 'question'", "Did you mean 'questions'?"],
    [
      'a length without a unit',
      'within: 24 hours, clause: S4.a2',
      'within: 24, clause: S4.a2',
      /a length has a unit: '24 hours', '3 days', .*not 24/,
      "Did you mean '24 hours' or '24 days'?",
    ],
    [
      'a length without a unit where nothing else fits',
      'silence: 30 minutes',
      'silence: 30',
      /a length has a unit/,
      "Did you mean '30 hours' or '30 days'?",
    ],
    [
      'a length with a short unit',
      'silence: 30 minutes',
      'silence: 30 mins',
      /'30 mins' is no length of time/,
      "Did you mean '30 minutes'?",
    ],
    [
      'a length in words',
      'silence: 30 minutes',
      'silence: half an hour',
      /is no length of time/,
      /such as '24 hours', '3 days'/,
    ],
    [
      'a role nobody has',
      'role: leader, upTo: 20000',
      'role: leadr, upTo: 20000',
      /'leadr' is none of handler/,
      "Did you mean 'leader'?",
    ],
    [
      'an unknown fact',
      'when: sameComplainants >= 3',
      'when: sameComplainant >= 3',
      /Unknown variable: sameComplainant/,
      "Did you mean 'sameComplainants'?",
    ],
    [
      'a wrong type',
      'when: demonstration, clause',
      'when: demonstration > 3, clause',
      /no such overload: bool > int/,
      /Facts are/,
    ],
    [
      'no condition',
      'when: demonstration, clause',
      'when: people, clause',
      /gives int, not true or false/,
      /Facts are/,
    ],
    [
      'broken CEL',
      'when: demonstration, clause',
      'when: demonstration &&, clause',
      /Unexpected token/,
      /Facts are/,
    ],
    [
      'a department that is not there',
      'department: quality, clause',
      'department: qualty, clause',
      "no department 'qualty'",
      "Did you mean 'quality'?",
    ],
    [
      'a type that is not there',
      'types: [product_quality, after_sales, design, other], clause: S0.15',
      'types: [product_qualty], clause: S0.15',
      "no type 'product_qualty'",
      "Did you mean 'product_quality'?",
    ],
    [
      'working time without a calendar',
      'within: 48 hours, clause: S1.3',
      'within: 6 working hours, clause: S1.3',
      /without a calendar/,
      /calendar: cn/,
    ],
    [
      'a ladder that falls',
      'role: head, upTo: 2000 }',
      'role: head, upTo: 100 }',
      'the ladder does not rise',
      /smallest authority/,
    ],
    ['a level that is none', 'level: 1', 'level: 5', /does not fit here|is none of/, /./],
    ['broken YAML', 'locales: [zh-CN, en]', 'locales: [zh-CN, en', /./, /Mend the YAML/],
  ])('%s', (_, from, to, what, suggestion) => {
    const { text, line } = changed(from, to);
    const [fault] = parseFaults(text);
    expect(fault).toMatchObject({
      file: 'general.yaml',
      what: typeof what === 'string' ? what : expect.stringMatching(what),
    });
    expect(fault?.suggestion).toEqual(
      typeof suggestion === 'string' ? suggestion : expect.stringMatching(suggestion),
    );
    // Broken YAML is found where the parser gives up, which may be a line later.
    expect(Math.abs((fault?.line ?? 0) - line)).toBeLessThanOrEqual(
      _ === 'broken YAML' ? 2 : _ === 'a ladder that falls' ? 3 : 0,
    );
  });

  it('a missing section is named', () => {
    const text = general.text.replace(/^followUp:.*$/m, '');
    expect(parseFaults(text)).toMatchObject([{ what: "'followUp' is missing", path: 'followUp' }]);
  });

  it('two rules of one id are named with the line', () => {
    const { text } = changed('id: ten_households', 'id: demonstration');
    expect(parseFaults(text)).toMatchObject([{ what: "'demonstration' stands in severity.rules twice" }]);
  });

  it('every fault comes at once', () => {
    const text = general.text
      .replace('questions: 6', 'question: 6')
      .replace('role: leader, upTo: 20000', 'role: leadr, upTo: 20000');
    expect(parseFaults(text).length).toBeGreaterThanOrEqual(3);
  });

  it('an overlay alone is no pack, a base is no overlay', () => {
    const alone = parsePack([source('cn-finance.yaml')]);
    expect(alone.ok).toBe(false);
    const two = parsePack([general, source('bank.yaml')]);
    expect(!two.ok && two.faults[0]?.file).toBe('bank.yaml');
  });

  it('no file is a fault, not a crash', () => {
    expect(parsePack([]).ok).toBe(false);
    expect(parsePack([{ file: 'x', text: '' }]).ok).toBe(false);
    expect(parsePack([{ file: 'x', text: '- 1' }]).ok).toBe(false);
  });
});

describe('a pack that reads is checked for what can never be [AD-1]', () => {
  it('the default pack has nothing wrong', () => {
    expect(checkFaults(general.text, ['cn'])).toEqual([]);
  });

  it.each([
    [
      'a rule that can never fire',
      'when: demonstration, clause',
      "when: 'demonstration && !demonstration', clause",
      /^can never fire/,
    ],
    [
      'a number beyond the fact',
      'when: safety == 2, clause: S3.1',
      'when: safety == 3, clause: S3.1',
      /^can never fire/,
    ],
    [
      'a rule in the shade of a worse one',
      'when: bribe, clause',
      'when: demonstration && bribe, clause',
      /^never decides/,
    ],
    [
      'a type that is misspelt in a condition',
      'when: bribe, clause',
      `when: 'complaintType == "biling"', clause`,
      "complaintType is never 'biling'",
    ],
    [
      'a clock that reads what no clock can',
      'when: severity == 3 || urgency == "urgent", within: 24',
      `when: media, within: 24`,
      /cannot read 'media'/,
    ],
    [
      'a clock limit that never applies',
      'when: severity == 3 || urgency == "urgent", within: 24',
      'when: severity > 4, within: 24',
      /^can never fire/,
    ],
  ])('%s', (_, from, to, what) => {
    const { text, line } = changed(from, to);
    const [fault] = checkFaults(text);
    expect(fault).toMatchObject({
      file: 'general.yaml',
      what: typeof what === 'string' ? what : expect.stringMatching(what),
    });
    expect(Math.abs((fault?.line ?? 0) - line)).toBeLessThanOrEqual(2);
    expect(fault?.suggestion).not.toBe('');
  });

  it('a level nobody can reach is a warning', () => {
    const text = general.text.replaceAll(/level: 3\b/g, 'level: 2');
    expect(checkFaults(text)).toMatchObject([
      { what: "level 3 can't be reached: no rule gives it", warning: true },
    ]);
  });

  it('a clock with a calendar that is not there', () => {
    const { text, line } = changed(
      'within: 48 hours, clause: S1.3',
      'within: 6 working hours, calendar: cm, clause: S1.3',
    );
    expect(checkFaults(text, ['cn', 'uk'])).toMatchObject([
      { line, what: "clock 'solution' names no known calendar: 'cm'", suggestion: 'There are: cn, uk.' },
    ]);
  });

  it('a trigger whose number means nothing', () => {
    const { text, line } = changed('id: level, at: 2', 'id: level, at: 5');
    expect(checkFaults(text)).toMatchObject([
      { line, what: "trigger 'level' can never fire: at 5", suggestion: 'Write a level, 1 to 4.' },
    ]);
  });

  it('a level without a chain', () => {
    const text = general.text.replace(/ {4}- severity: 4\n {6}clause: S1.10\n {6}steps:\n.*\n.*\n/, '');
    expect(checkFaults(text)).toMatchObject([{ what: 'level 4 has no chain' }]);
  });

  it('a chain without people, an approval without a second person', () => {
    const alone = parseOrganisation({
      file: 'o.yaml',
      text: `
id: small
name: { zh-CN: 小店, en: Corner Shop }
privacyUrl: /privacy
contact: { zh-CN: 电话, en: telephone }
people:
  - { id: ann, name: Ann, roles: [general_manager, process_owner, legal] }
`,
    });
    const parsed = parsePack([general]);
    const faults = alone.ok && parsed.ok ? checkPack(parsed.pack, alone.organisation) : [];
    expect(faults.filter(({ warning }) => !warning).map(({ what }) => what)).toEqual([
      'nobody is independent, where everyone else is named (S1.13)',
      'fewer than two people can approve',
    ]);
  });

  it('a legal number without a source is hearsay', () => {
    const text = source('cn-finance.yaml').text.replace(/ {8}source: .*\n {8}lastVerified: .*\n/, '');
    const parsed = parsePack([general, { file: 'cn-finance.yaml', text }]);
    const faults = parsed.ok ? checkPack(parsed.pack, demo()) : [];
    expect(faults).toMatchObject([
      { file: 'cn-finance.yaml', what: "legal clock 'cn_clear' does not say where its number comes from" },
    ]);
  });
});

describe('the files of a pack', () => {
  it('come base first, without the versions that complaints keep', () => {
    expect(packFiles('property+cn-finance')).toEqual(['property.yaml', 'cn-finance.yaml']);
    expect(packFiles('property@1+cn-finance@2')).toEqual(['property.yaml', 'cn-finance.yaml']);
  });
});

describe('the guide to packs', () => {
  it.each(['README.md', 'README.zh-CN.md'])('%s names every fact a condition may use', (file) => {
    const { text } = source(file);
    for (const name of [...conditionNames, 'severity', 'urgency']) expect(text).toContain(`\`${name}\``);
  });
});

describe('approvals and last words', () => {
  const joint = (when: string) =>
    changed(
      '  free: [apology, explanation]\n',
      `  joint: [{ id: j, when: ${when}, roles: [head, leader], clause: S0.6 }]\n  free: [apology, explanation]\n`,
    ).text;

  it('a rule by which several decide knows the facts and the level, and no misspelt one [AD-1]', () => {
    expect(parseFaults(joint('supplier || severity == 1'))).toEqual([]);
    expect(
      parseFaults(joint('suplier'))
        .map(({ what }) => what)
        .join(),
    ).toMatch(/Unknown variable: suplier/);
    expect(checkFaults(joint('"complaintType == \\"nothing\\""')).map(({ what }) => what)).toContain(
      "complaintType is never 'nothing'",
    );
  });

  it('a last word without a way outside is warned about [AP-6]', () => {
    const parsed = parsePack([general]);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const warned = checkPack(parsed.pack, { ...demo(), outsideRoutes: [] }).filter(({ warning }) => warning);
    expect(warned.map(({ what }) => what)).toContain('a final response names no way outside');
    expect(checkPack(parsed.pack, demo()).map(({ what }) => what)).not.toContain(
      'a final response names no way outside',
    );
  });

  it('budgets have ids of their own and departments that exist [AP-2]', () => {
    const { text } = source('organisation.demo.yaml');
    const twice = text.replace(
      'budgets:\n',
      'budgets:\n  - { id: goodwill, label: { zh-CN: 甲, en: A }, department: nowhere, currency: CNY, amount: 1, period: month }\n',
    );
    const parsed = parseOrganisation({ file: 'organisation.yaml', text: twice });
    expect(parsed.ok ? [] : parsed.faults.map(({ what }) => what)).toEqual([
      "no department 'nowhere'",
      "budget 'goodwill' is there twice",
    ]);
  });
});
