/** What complainants call by many words: a thing, or what went wrong with it. Chinese and English name one and the same. */
export interface Concept {
  readonly name: string;
  readonly zh: RegExp | null;
  readonly en: RegExp | null;
}

const zhOf = (words: string): RegExp | null => (words === '' ? null : new RegExp(words));
const enOf = (words: string): RegExp | null => (words === '' ? null : new RegExp(`\\b(?:${words})\\b`));
/** Builds concepts of rows: name, Chinese words, English words. */
export const conceptsOf = (
  rows: readonly (readonly [name: string, zh: string, en: string])[],
): readonly Concept[] => rows.map(([name, zh, en]) => ({ name, zh: zhOf(zh), en: enOf(en) }));

/** Names of the concepts that a folded text speaks of. */
export const conceptsIn = (folded: string, concepts: readonly Concept[]): readonly string[] => {
  const isChinese = /[一-鿿]/.test(folded);
  return concepts
    .filter(({ zh, en }) => (isChinese && zh?.test(folded)) || en?.test(folded))
    .map(({ name }) => name);
};
