/** A 32-bit hash (FNV-1a) of a word; stored with complaints, so it must never change. */
export const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
};

/** An English word without its ending, apostrophes gone: 'leaking' and "Leaks'" begin alike. */
export const stem = (word: string): string => {
  const plain = word.replace(/'s$|'/g, '');
  return plain.length > 4 ? plain.replace(/(?:ing|ed|es|s|ly)$/, '') : plain;
};

/** The feature of a word or a pair of characters: always odd. */
export const featureOf = (word: string): number => (hash(/^[a-z]/.test(word) ? stem(word) : word) | 1) >>> 0;
