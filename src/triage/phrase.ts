/** A lexicon term taken apart: places to fill one after the other, each by one of several wordings. */
export interface PhraseParts {
  readonly slots: readonly (readonly string[])[];
  /** Largest distance in characters before each slot after the first. */
  readonly gaps: readonly number[];
}

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gap'; readonly size: number }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Piece[])[] };

/** How many characters at most `..` and `...` leave between words. */
export const gapSizes = { zh: [5, 12], en: [22, 55] } as const;
const mostWordings = 150;
const mostVariants = 60;

interface Reader {
  readonly text: string;
  readonly language: 'zh' | 'en';
  at: number;
}

const readText = (reader: Reader): Piece => {
  let text = '';
  while (reader.at < reader.text.length && !/[()|]/.test(reader.text[reader.at] ?? '')) {
    if (reader.text.startsWith('..', reader.at)) break;
    text += reader.text[reader.at];
    reader.at += 1;
    if (text.endsWith('*') && reader.text[reader.at] === ' ') break;
  }
  return { kind: 'text', text };
};

const readGap = (reader: Reader): Piece => {
  const dots = /^\.+/.exec(reader.text.slice(reader.at))?.[0].length ?? 0;
  reader.at += dots;
  return { kind: 'gap', size: gapSizes[reader.language][dots > 2 ? 1 : 0] };
};

/** Pieces up to the end, a `|` or a `)`. */
const readSequence = (reader: Reader): Piece[] | null => {
  const out: Piece[] = [];
  while (reader.at < reader.text.length) {
    const next = reader.text[reader.at];
    if (next === '|' || next === ')') break;
    if (next === '(') {
      const choice = readChoice(reader);
      if (!choice) return null;
      out.push(choice);
    } else if (reader.text.startsWith('..', reader.at)) out.push(readGap(reader));
    else if (next === ' ' && reader.text[reader.at - 1] === '*') {
      out.push({ kind: 'gap', size: 1 });
      reader.at += 1;
    } else out.push(readText(reader));
  }
  return out;
};

const readChoice = (reader: Reader): Piece | null => {
  const options: (readonly Piece[])[] = [];
  do {
    reader.at += 1;
    const option = readSequence(reader);
    if (!option) return null;
    options.push(option);
  } while (reader.text[reader.at] === '|');
  if (reader.text[reader.at] !== ')') return null;
  reader.at += 1;
  return { kind: 'choice', options };
};

/** Sequences without gaps inside choices: such an option becomes a variant of the whole term. */
const variantsOf = (pieces: readonly Piece[]): Piece[][] => {
  let out: Piece[][] = [[]];
  for (const piece of pieces) {
    let ways: Piece[][] = [[piece]];
    if (piece.kind === 'choice') {
      const inner = piece.options.flatMap(variantsOf);
      const plain = inner.filter((option) => option.every((one) => one.kind !== 'gap'));
      const gapped = inner.filter((option) => option.some((one) => one.kind === 'gap'));
      ways = plain.length > 0 ? [[{ kind: 'choice', options: plain }], ...gapped] : gapped;
    }
    out = out.flatMap((head) => ways.map((way) => [...head, ...way]));
    if (out.length > mostVariants) return out;
  }
  return out;
};

const wordingsOf = (piece: Piece): string[] => {
  if (piece.kind === 'text') return [piece.text];
  if (piece.kind === 'gap') return [];
  return piece.options.flatMap((option) =>
    option.reduce<string[]>(
      (heads, one) => heads.flatMap((head) => wordingsOf(one).map((tail) => head + tail)),
      [''],
    ),
  );
};

const tidy = (wordings: readonly string[]): string[] => {
  const trimmed = wordings
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '' && one !== '*');
  return [...new Set(trimmed.flatMap((one) => (one.includes("'") ? [one, one.replaceAll("'", '')] : [one])))];
};

/** Fills slots from left to right; choices that would multiply too far become slots of their own, optional ones a gap. */
const partsOf = (pieces: readonly Piece[]): PhraseParts => {
  const slots: string[][] = [];
  const gaps: number[] = [];
  let current: string[] = [''];
  let gap = 0;
  const close = (size: number): void => {
    const wordings = tidy(current);
    if (wordings.length > 0) {
      if (slots.length > 0) gaps.push(gap);
      slots.push(wordings);
      gap = size;
    } else gap += size;
    current = [''];
  };
  for (const piece of pieces) {
    if (piece.kind === 'gap') {
      close(piece.size);
      continue;
    }
    const wordings = wordingsOf(piece);
    const starred = current.some((one) => one.endsWith('*')) && wordings.some((one) => one !== '');
    if (current.length * wordings.length <= mostWordings && !starred) {
      current = current.flatMap((head) => wordings.map((tail) => head + tail));
    } else if (wordings.includes('')) close(Math.max(...wordings.map((one) => one.length)) + 1);
    else {
      close(1);
      current = wordings;
    }
  }
  close(0);
  return { slots, gaps };
};

/**
 * Reads a term as people write it in a lexicon: words, `(a|b)` for a choice (an empty side makes it optional), `..` for a
 * few and `...` for some more characters in between, `*` for any ending of a word.
 *
 * @returns one or more variants; null when brackets do not match, nothing is left, or there are more than 60 variants
 */
export const parsePhrase = (term: string, language: 'zh' | 'en'): readonly PhraseParts[] | null => {
  const reader: Reader = { text: term.toLowerCase(), language, at: 0 };
  const pieces = readSequence(reader);
  if (!pieces || reader.at < reader.text.length) return null;
  const variants = variantsOf(pieces);
  if (variants.length > mostVariants) return null;
  const parts = variants.map(partsOf).filter((one) => one.slots.length > 0);
  return parts.length > 0 ? parts : null;
};
