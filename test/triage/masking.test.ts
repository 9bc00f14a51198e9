import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCardNumber, isIdentityNumber } from '../../src/triage/identity.ts';
import { mask } from '../../src/triage/mask.ts';

const unescaped = (text: string): string =>
  text
    .replaceAll(String.raw`\n`, '\n')
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
const lines = readFileSync(new URL('masking.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(unescaped);
const kept = lines.filter((line) => line.startsWith('= ')).map((line) => line.slice(2));
const hidden = lines
  .filter((line) => !line.startsWith('= '))
  .map((line): [string, string] => {
    const at = line.indexOf(' | ');
    return [line.slice(0, at), line.slice(at + 3)];
  });

describe('the table of what people write [AD-3]', () => {
  it('has two hundred lines', () => expect(lines.length).toBeGreaterThanOrEqual(200));
  it.each(hidden)('covers %j in %j', (secret, text) => expect(mask(text)).not.toContain(secret));
  it.each(kept)('leaves %j as it is', (text) => expect(mask(text)).toBe(text));
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
const joined = (separator: string, parts: readonly string[]): string => parts.join(separator);
const separators = fc.constantFrom('', ' ', '-', '.');
const wrapped = fc.constantFrom(
  (secret: string) => `你好，我的号码${secret}，请回电`,
  (secret: string) => `please use ${secret}, thanks`,
  (secret: string) => `${secret}\n上面是我的，谢谢`,
  (secret: string) => `Sie: ${secret}`,
);
const luhnTail = (body: readonly number[]): number =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((last) => isCardNumber([...body, last].join(''))) ?? 0;
const checkTail = (body: string): string =>
  [...'0123456789X'].find((last) => isIdentityNumber(body + last)) ?? '';

describe('generated personal data [AD-3]', () => {
  it('is never left in a masked text: Chinese mobiles, however they are parted', () => {
    const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9), separators);
    fc.assert(
      fc.property(mobile, wrapped, ([second, rest, separator], wrap) => {
        const [a, b, c] = [`1${second}${rest[0]}`, rest.slice(1, 5).join(''), rest.slice(5).join('')];
        expect(mask(wrap(joined(separator, [a, b, c])))).not.toContain(b);
      }),
    );
  });

  it('nor payment cards that pass their check', () => {
    const card = fc.tuple(fc.constantFrom(4, 5, 6), digits(14), fc.constantFrom('', ' ', '-'));
    fc.assert(
      fc.property(card, wrapped, ([first, rest, separator], wrap) => {
        const body = [first, ...rest];
        const all = [...body, luhnTail(body)].join('');
        const parts = [all.slice(0, 4), all.slice(4, 8), all.slice(8, 12), all.slice(12)];
        expect(mask(wrap(joined(separator, parts)))).not.toContain(joined(separator, parts.slice(0, 3)));
      }),
    );
  });

  it('nor identity numbers that pass theirs', () => {
    const identity = fc.tuple(
      fc.integer({ min: 110000, max: 659000 }),
      fc.integer({ min: 1930, max: 2015 }),
      fc.integer({ min: 10, max: 12 }),
      fc.integer({ min: 10, max: 28 }),
      fc.integer({ min: 100, max: 999 }),
    );
    fc.assert(
      fc.property(identity, wrapped, (parts, wrap) => {
        const body = parts.join('');
        expect(mask(wrap(body + checkTail(body)))).not.toContain(body.slice(0, 12));
      }),
    );
  });

  it('nor e-mail addresses', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(
        word,
        word,
        fc.constantFrom('com', 'co.uk', 'cn', 'org'),
        wrapped,
        (name, host, end, wrap) => {
          expect(mask(wrap(`${name}.${host}9@${host}.${end}`))).not.toContain(`${host}9`);
        },
      ),
    );
  });

  it('nor a name that was given, wherever it stands again', () => {
    const name = fc.tuple(
      fc.constantFrom(...'王李张刘陈杨赵黄'),
      fc.constantFrom('小明', '思雨', '建国', '丽娟'),
    );
    const between = fc.constantFrom('，电梯坏了，', '。客服不理，', '，我很生气。');
    fc.assert(
      fc.property(name, between, ([family, given], words) => {
        expect(mask(`我叫${family}${given}${words}请找${given}`)).not.toContain(given);
      }),
    );
  });
});
