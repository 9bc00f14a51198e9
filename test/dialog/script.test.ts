import { describe, expect, it } from 'vitest';
import { checkReply } from '../../src/dialog/guard/check.ts';
import { everydayEn } from '../../src/dialog/script/everyday.en.ts';
import { everydayZh } from '../../src/dialog/script/everyday.zh-CN.ts';
import { feelingsEn } from '../../src/dialog/script/feelings.en.ts';
import { feelingsZh } from '../../src/dialog/script/feelings.zh-CN.ts';
import { filingEn } from '../../src/dialog/script/filing.en.ts';
import { filingZh } from '../../src/dialog/script/filing.zh-CN.ts';
import { othersEn } from '../../src/dialog/script/others.en.ts';
import { othersZh } from '../../src/dialog/script/others.zh-CN.ts';
import { outgoingEn } from '../../src/dialog/script/outgoing.en.ts';
import { outgoingZh } from '../../src/dialog/script/outgoing.zh-CN.ts';
import { progressEn } from '../../src/dialog/script/progress.en.ts';
import { progressZh } from '../../src/dialog/script/progress.zh-CN.ts';
import { questionsEn } from '../../src/dialog/script/questions.en.ts';
import { questionsZh } from '../../src/dialog/script/questions.zh-CN.ts';
import { restateEn } from '../../src/dialog/script/restate.en.ts';
import { restateZh } from '../../src/dialog/script/restate.zh-CN.ts';
import type { Lines } from '../../src/dialog/script/say.ts';

/** What stands for each placeholder; every number in it is one the core supplied. */
const values: Readonly<Record<string, string>> = {
  number: 'R-2026-000001',
  other: 'R-2026-000002',
  into: 'R-2026-000002',
  date: '11月24日（周二）15:00',
  numbers: '120（急救）、110（报警）',
  lines: '12356（心理援助热线）',
  privacyUrl: 'https://redress.example/privacy',
  name: '照片.jpg',
  who: '负责的同事',
  type: '物流配送',
  narrative: '包裹没有到',
  value: '红色的那一件',
  count: '5',
  named: '6',
  clause: 'CN 2020-3 Art. 12',
  names: '王芳、李强',
  code: 'ABCDEFGH',
  days: '30',
  people: '6',
  money: '120 CNY',
  charged: '150 CNY',
  due: '100 CNY',
  over: '50 CNY',
  refunded: '100 CNY',
};
const supplied = [...Object.values(values), '1', '2', '3', '4', '5'];

/** The subjects a complainant hears; cards, notices, forms and refusals are for staff. */
const subjects: readonly { readonly name: string; readonly zh: Lines<string>; readonly en: Lines<string> }[] =
  [
    { name: 'everyday', zh: everydayZh, en: everydayEn },
    { name: 'feelings', zh: feelingsZh, en: feelingsEn },
    { name: 'filing', zh: filingZh, en: filingEn },
    { name: 'others', zh: othersZh, en: othersEn },
    { name: 'outgoing', zh: outgoingZh, en: outgoingEn },
    { name: 'progress', zh: progressZh, en: progressEn },
    { name: 'questions', zh: questionsZh, en: questionsEn },
    { name: 'restate', zh: restateZh, en: restateEn },
  ];

const variantsOf = (lines: Lines<string>): readonly { readonly key: string; readonly text: string }[] =>
  Object.entries(lines).flatMap(([key, line]) =>
    (typeof line === 'string' ? [line] : line).map((text, index) => ({ key: `${key}/${index}`, text })),
  );

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)[,}]/gu)]
    .map(([, name]) => name ?? '')
    .filter((name) => !/^\d*$/u.test(name))
    .sort();

const filled = (text: string): string =>
  text
    .replaceAll(
      /\{\w+, plural, (?:=0 \{[^}]*\} )?(?:one \{[^}]*\} )?other \{([^}]*)\}\}/gu,
      (_, other: string) => other.replaceAll('#', '3'),
    )
    .replaceAll(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? `MISSING ${name}`);

const all = subjects.flatMap(({ name, zh, en }) =>
  [...variantsOf(zh), ...variantsOf(en)].map(({ key, text }) => ({ subject: name, key, text })),
);

/** Which values each line of a subject takes. */
const shape = (lines: Lines<string>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(lines).map(([key, line]) => [
      key,
      [...new Set((typeof line === 'string' ? [line] : line).flatMap(placeholders))],
    ]),
  );

describe('the script', () => {
  it.each(all)('says $subject $key in words a person may send [DI-5]', ({ text }) => {
    const words = filled(text);
    expect(words).not.toContain('MISSING');
    expect(checkReply(words, { by: 'bot', facts: supplied })).toEqual([]);
    expect(words.match(/[?？]/gu)?.length ?? 0).toBeLessThan(2);
  });

  it.each(subjects)('has the same lines and values in both languages: $name', ({ zh, en }) => {
    expect(shape(en)).toEqual(shape(zh));
  });

  it.each(subjects)('writes Chinese with Chinese marks: $name', ({ zh }) => {
    for (const { key, text } of variantsOf(zh)) {
      // The one line that is in both languages on purpose.
      if (key.startsWith('otherLanguage')) continue;
      expect(text.replaceAll(/\{[^}]*\}/gu, ''), key).not.toMatch(/\p{Script=Han}[,;:!?]/u);
    }
  });
});
