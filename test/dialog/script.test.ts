import { describe, expect, it } from 'vitest';
import { checkReply } from '../../src/dialog/guard/check.ts';
import type { Line } from '../../src/dialog/script/say.ts';
import { locales } from '../../src/terms.ts';

/** What stands for each placeholder; every number in it is one the core supplied. */
const values: Readonly<Record<string, string>> = {
  number: 'R-2026-000001',
  other: 'R-2026-000002',
  into: 'R-2026-000002',
  date: '11月24日（周二）15:00',
  numbers: '120（急救）、110（报警）',
  privacyUrl: 'https://redress.example/privacy',
  name: '照片.jpg',
  who: '负责的同事',
  type: '物流配送',
  narrative: '包裹没有到',
  value: '红色的那一件',
  money: '120 CNY',
};
const supplied = [...Object.values(values), '1', '2', '3', '4', '5'];

/** The subjects a complainant hears; cards, notices, forms and refusals are for staff. */
const subjects = import.meta.glob<Record<string, Readonly<Record<string, Line>>>>(
  ['../../src/dialog/script/*.{zh-CN,en}.ts', '!**/{card,notice,form,refusal,desk}.*'],
  { eager: true },
);

const linesOf = (path: string): readonly (readonly [string, string])[] =>
  Object.values(subjects[path] ?? {}).flatMap((lines) =>
    Object.entries(lines).flatMap(([key, line]) =>
      [line].flat().map((text, index): readonly [string, string] => [`${key}/${index}`, text]),
    ),
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

const paths = Object.keys(subjects);

describe('the script', () => {
  it('is found', () => {
    expect(paths.length).toBeGreaterThanOrEqual(14);
  });

  it.each(
    paths.flatMap((path) =>
      linesOf(path).map(([key, text]) => ({ file: path.split('/').at(-1), key, text })),
    ),
  )('says $file $key in words a person may send [DI-5]', ({ text }) => {
    const words = filled(text);
    expect(words).not.toContain('MISSING');
    expect(checkReply(words, { by: 'bot', facts: supplied })).toEqual([]);
    expect(words.match(/[?？]/gu)?.length ?? 0).toBeLessThan(2);
  });

  it.each(paths.filter((path) => path.includes('.zh-CN.')))(
    'has the same lines and values in both languages: %s',
    (path) => {
      const english = path.replace('.zh-CN.', '.en.');
      const shapes = [path, english].map((one) =>
        Object.fromEntries(
          Object.values(subjects[one] ?? {}).flatMap((lines) =>
            Object.entries(lines).map(([key, line]) => [
              key,
              [...new Set([line].flat().flatMap(placeholders))],
            ]),
          ),
        ),
      );
      expect(shapes[1]).toEqual(shapes[0]);
    },
  );

  it('writes to each in their own marks', () => {
    expect(locales).toEqual(['zh-CN', 'en']);
    for (const path of paths.filter((one) => one.includes('.zh-CN.'))) {
      for (const [key, text] of linesOf(path)) {
        // The one line that is in both languages on purpose.
        if (key.startsWith('otherLanguage')) continue;
        expect(text.replaceAll(/\{[^}]*\}/gu, ''), key).not.toMatch(/[,;!?](?!\S)|\p{Script=Han}[,;:!?]/u);
      }
    }
  });
});
