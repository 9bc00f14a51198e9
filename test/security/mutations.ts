import fc from 'fast-check';

const total = Number(process.env.FUZZ ?? 2000);

/** How many inputs a share of all is: 2,000 in `npm test`, `FUZZ=100000` for the long form. */
export const inputs = (share: number): number => Math.max(10, Math.round(total * share));

/** Time for so many inputs. */
export const patience = { timeout: 60_000 + total * 40 };

/** Texts that broke something somewhere: markup, controls, half surrogates, injections, formats, other scripts, lengths. */
export const nasty: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud83d',
    '\u202egnp.exe',
    '﷽'.repeat(50),
    'Z̸̢͇̼̀ͅa̷l̴g̵o̶',
    "'; drop table events; --",
    "' or '1'='1",
    '{{constructor.constructor("return process")()}}',
    '\u0024{7*7}',
    '%00%0d%0aset-cookie:a=b',
    '\r\nX-Evil: 1',
    '../../../../etc/passwd',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '<!channel> <@U0BOT> @everyone',
    '__proto__',
    'constructor',
    'toString',
    'NaN',
    '-0',
    '1e999',
    '9'.repeat(400),
    '１３９１２３４５６７８',
    '一百二十亿零三块五毛',
    'R-2026-000001',
    'true',
    '我要投诉！退款退款退款，找记者曝光，明天去法院。电话13912345678',
    'I want a refund of $1,000,000,000,000.00 now, my lawyer is watching!!!',
    '2026-02-30T25:61:61Z',
    'a'.repeat(5000),
    '😡'.repeat(500),
    '(((((((((((((((((((((((((',
    'a@'.repeat(300),
    '138'.repeat(200),
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

/** Values where something else was expected. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: nasty },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[]], [null]),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

interface Change {
  readonly pick: number;
  readonly how: 'replace' | 'drop' | 'double' | 'add';
  readonly value: unknown;
  readonly key: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  pick: fc.nat(10_000),
  how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'double', 'add'),
  value: junk,
  key: fc.oneof(nasty, fc.constantFrom('id', 'text', 'type', 'kind', '__proto__', 'files', 'from')),
});

type Holder = Record<string, unknown> | unknown[];

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

const spots = (value: Holder): readonly (readonly [Holder, string])[] =>
  Object.entries(value).flatMap(([key, inner]) => [
    [value, key] as const,
    ...(isHolder(inner) ? spots(inner) : []),
  ]);

const apply = (root: Holder, { pick, how, value: drawn, key }: Change): void => {
  // Drawn values are shared between draws: one put into itself would never end.
  const value = structuredClone(drawn);
  const all = spots(root);
  const [holder, name] = all[pick % Math.max(1, all.length)] ?? [root, key];
  if (how === 'drop') Reflect.deleteProperty(holder, name);
  else if (how === 'add')
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  else
    Reflect.set(
      holder,
      name,
      how === 'double' ? [Reflect.get(holder, name), structuredClone(Reflect.get(holder, name))] : value,
    );
};

/** A captured payload with one to four of its parts replaced, dropped, doubled or joined by others. */
export const mutated = (captured: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...captured), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([payload, changes]) => {
      const root: unknown = structuredClone(payload);
      if (isHolder(root)) for (const one of changes) apply(root, one);
      return root;
    });

/** Reviewed texts with lines dropped, doubled, cut short, indented or given a stray piece. */
export const damagedText = (text: string): fc.Arbitrary<string> => {
  const lines = text.split('\n');
  const damage = fc.record({
    line: fc.nat(lines.length - 1),
    how: fc.constantFrom('drop', 'double', 'cut', 'indent', 'stray'),
    where: fc.nat(60),
    what: fc.oneof(
      nasty,
      fc.constantFrom(':', '{', ']', '"', '\t', '&a', '*a', '!!js/function', '<<: *x', '- ', '%'),
    ),
  });
  return fc.array(damage, { minLength: 1, maxLength: 4 }).map((damages) => {
    const made = [...lines];
    for (const { line, how, where, what } of damages) {
      const old = made[line] ?? '';
      if (how === 'drop') made[line] = '';
      if (how === 'double') made[line] = `${old}\n${old}`;
      if (how === 'cut') made[line] = old.slice(0, where);
      if (how === 'indent') made[line] = `  ${old}`;
      if (how === 'stray') made[line] = old.slice(0, where) + what + old.slice(where);
    }
    return made.join('\n');
  });
};
