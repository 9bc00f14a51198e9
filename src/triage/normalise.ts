import { simplified } from './traditional.ts';

/** Longest message kept whole; what is beyond is cut, and the cut is told (DI-7). */
export const textLimit = 8000;

const dropped = 0;
const isInvisible = (code: number): boolean =>
  (code < 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d) ||
  (code >= 0x7f && code <= 0x9f) ||
  code === 0xad ||
  code === 0x34f ||
  code === 0x61c ||
  code === 0x115f ||
  code === 0x1160 ||
  (code >= 0x180b && code <= 0x180f) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  code === 0x3164 ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff ||
  code === 0xffa0 ||
  (code >= 0xfff0 && code <= 0xfffb);

/** A text that is safe to store and show, and whether its end was cut off. */
export interface Sanitised {
  readonly text: string;
  readonly truncated: boolean;
}

/**
 * Makes a received text safe to keep: no control, invisible or direction-changing characters, no lone surrogates.
 * Emoji joined by zero-width joiners fall apart into their parts. Never throws.
 */
export const sanitise = (text: string, limit: number = textLimit): Sanitised => {
  const whole = text
    .slice(0, limit * 2)
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  let clean = '';
  let from = 0;
  for (let index = 0; index < whole.length; index++) {
    if (!isInvisible(whole.charCodeAt(index))) continue;
    clean += whole.slice(from, index);
    from = index + 1;
  }
  clean += whole.slice(from);
  const truncated = clean.length > limit || text.length > limit * 2;
  return { text: clean.slice(0, limit).toWellFormed().replaceAll('\ufffd', '').trim(), truncated };
};

/** A text folded for matching, with the way back to the characters it came from. */
export interface View {
  /** Lower case, simplified, half width, single spaces, no space between Chinese characters. */
  readonly text: string;
  /** UTF-16 units of `text`. */
  readonly codes: Uint16Array;
  /** The received text. */
  readonly source: string;
  /** Start in `source` of the range [start, end) of `text`. */
  readonly startOf: (start: number) => number;
  /** End in `source` of the range that ends before `end`. */
  readonly endOf: (end: number) => number;
}

const quotes = new Map([
  [0x2018, 0x27],
  [0x2019, 0x27],
  [0x02bc, 0x27],
  [0x60, 0x27],
  [0xb4, 0x27],
  [0x201c, 0x22],
  [0x201d, 0x22],
  [0x300c, 0x22],
  [0x300d, 0x22],
  [0xffe5, 0xa5],
  [0xffe1, 0xa3],
  [0x3000, 0x20],
  [0xa0, 0x20],
  [0x2002, 0x20],
  [0x2003, 0x20],
  [0x2009, 0x20],
  [0x202f, 0x20],
  [0x2010, 0x2d],
  [0x2011, 0x2d],
  [0x2012, 0x2d],
  [0x2013, 0x2d],
  [0x2212, 0x2d],
  [0x3007, 0x96f6],
  [0x0d, 0x0a],
  [0x09, 0x20],
]);

const foldOne = (code: number): number => {
  const listed = quotes.get(code) ?? simplified.get(code);
  if (listed !== undefined) return listed;
  if (isInvisible(code)) return dropped;
  if (code >= 0xff01 && code <= 0xff5e) return foldOne(code - 0xfee0);
  if (code >= 0x2460 && code <= 0x2468) return code - 0x2460 + 0x31;
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
};

const buildFold = (): Uint16Array => {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) table[code] = foldOne(code);
  return table;
};
const fold = buildFold();

/** Chinese, Japanese or Korean ideograph, kana or hangul. */
export const isCjk = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0xac00 && code <= 0xd7af);
/** Lower-case Latin letter or digit, folded. */
export const isAlnum = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0xe0 && code <= 0x24f);
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** Mathematical letters and digits (𝐇𝟏) as plain ones; 0 for every other pair. */
const foldPair = (high: number, low: number): number => {
  if (high !== 0xd835 || low < 0xdc00) return 0;
  const plain = String.fromCharCode(high, low).normalize('NFKC').toLowerCase();
  return plain.length === 1 ? plain.charCodeAt(0) : 0;
};

interface Folded {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  length: number;
}

const push = (out: Folded, code: number, [start, end]: readonly [number, number]): void => {
  out.codes[out.length] = code;
  out.starts[out.length] = start;
  out.ends[out.length] = end;
  out.length += 1;
};

/** A letter written three times or more inside a word ('sooo') counts once; a word of one letter ('BBB') is a name. */
const isElongation = (out: Folded, code: number, next: number): boolean => {
  const last = out.length - 1;
  if (!isLetter(code) || last < 1 || out.codes[last] !== code) return false;
  const isCollapsing = (out.ends[last] ?? 0) - (out.starts[last] ?? 0) > 1;
  const before = out.codes[last - 1] ?? 0;
  return isCollapsing || (next === code && isLetter(before) && before !== code);
};

const pushSpace = (out: Folded, code: number, index: number): void => {
  const last = out.length - 1;
  if (last >= 0 && (out.codes[last] === 0x20 || out.codes[last] === 0x0a)) {
    if (code === 0x0a) out.codes[last] = 0x0a;
    return;
  }
  push(out, code, [index, index + 1]);
};

const foldText = (source: string): Folded => {
  const size = source.length + 1;
  const out: Folded = {
    codes: new Uint16Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    length: 0,
  };
  for (let index = 0; index < source.length; index++) {
    const raw = source.charCodeAt(index);
    const code = fold[raw] ?? dropped;
    if (code === dropped) continue;
    const pair = raw >= 0xd800 && raw <= 0xdbff ? foldPair(raw, source.charCodeAt(index + 1)) : 0;
    if (pair > 0) {
      push(out, pair, [index, index + 2]);
      index += 1;
    } else if (code === 0x20 || code === 0x0a) pushSpace(out, code, index);
    else if (isElongation(out, code, fold[source.charCodeAt(index + 1)] ?? 0))
      out.ends[out.length - 1] = index + 1;
    else {
      const last = out.length - 1;
      // A space inside Chinese is a habit of writing, never a border of words.
      if (last > 0 && out.codes[last] === 0x20 && isCjk(code) && isCjk(out.codes[last - 1] ?? 0))
        out.length -= 1;
      push(out, code, [index, index + 1]);
    }
  }
  return out;
};

const decoder = new TextDecoder('utf-16le');

/** Folds a text for matching. Linear; offsets lead back to the received text. */
export const viewOf = (source: string): View => {
  const out = foldText(source);
  const codes = out.codes.subarray(0, out.length);
  return {
    text: decoder.decode(codes),
    codes,
    source,
    startOf: (start) => (start < out.length ? (out.starts[start] ?? 0) : source.length),
    endOf: (end) => (end > 0 ? (out.ends[end - 1] ?? source.length) : 0),
  };
};
