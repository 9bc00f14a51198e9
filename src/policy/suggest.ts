/** Steps of typing between two words: letters added, left out or changed. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The known word a misspelt one was most likely meant to be; undefined when none is near. */
export const nearest = (given: string, known: readonly string[]): string | undefined => {
  const far = Math.max(2, Math.floor(given.length / 3));
  const ranked = known
    .map((word) => ({ word, steps: distance(given.toLowerCase(), word.toLowerCase()) }))
    .filter(({ steps }) => steps <= far)
    .toSorted((a, b) => a.steps - b.steps);
  return ranked[0]?.word;
};
