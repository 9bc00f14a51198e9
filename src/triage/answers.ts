import type { Locale } from '../terms.ts';
import type { Scan } from './scan.ts';

/** What a text answers to a question of ours. */
export interface Answers {
  readonly yesNo: 'yes' | 'no' | null;
  readonly rating: 1 | 2 | 3 | 4 | 5 | null;
  readonly switchTo: Locale | null;
}

const ratings = [5, 4, 3, 2, 1] as const;
const bare = /^\s*([1-5])\s*(?:分|星|stars?|points?|out of 5|\/\s*5)?\s*[.。!！]?\s*$/;
const inText =
  /(?:([1-5])\s*(?:分|颗星|星)(?!\s*钟)|([1-5])\s*(?:\/\s*5|out of (?:5|five)|stars?)|(?:打|给)\s*([1-5])(?!\d))/;

const digitRating = (text: string): Answers['rating'] => {
  const match = bare.exec(text) ?? inText.exec(text);
  const digit = Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? 0);
  return ratings.find((one) => one === digit) ?? null;
};

const isShort = (scan: Scan, limit: number): boolean =>
  scan.view.text.replace(/[\s\p{P}]/gu, '').length <= limit;

const readRating = (scan: Scan, expected: boolean): Answers['rating'] => {
  const digit = digitRating(scan.view.text);
  if (digit !== null && (expected || isShort(scan, 12))) return digit;
  if (!expected) return null;
  const longest = ratings
    .flatMap((rating) =>
      scan.hits(`rating.${rating}`).map((hit) => ({ rating, length: hit.end - hit.start })),
    )
    .reduce<{ rating: (typeof ratings)[number]; length: number } | null>(
      (top, one) => (one.length > (top?.length ?? 0) ? one : top),
      null,
    );
  return longest?.rating ?? null;
};

const readYesNo = (scan: Scan, expected: boolean): Answers['yesNo'] => {
  if (!expected && !isShort(scan, 14)) return null;
  const no = scan.hits('answer.no')[0];
  const yes = scan.hits('answer.yes')[0];
  if (!no || !yes) return no ? 'no' : yes ? 'yes' : null;
  return no.start <= yes.start ? 'no' : 'yes';
};

/** Reads yes or no, a rating of 1 to 5, and a wish for another language. */
export const readAnswers = (scan: Scan, expecting: string | null): Answers => {
  const toEnglish = scan.hits('switch.en').length > 0 && isShort(scan, 60);
  const toChinese = scan.hits('switch.zh').length > 0 && isShort(scan, 60);
  return {
    yesNo: readYesNo(scan, expecting === 'yes-no'),
    rating: readRating(scan, expecting === 'rating'),
    switchTo: toEnglish ? 'en' : toChinese ? 'zh-CN' : null,
  };
};
