import { wants } from '../../src/terms.ts';
import { likelihoodsOf } from '../../src/triage/learned.ts';
import { type Sign, signs } from '../../src/triage/signs.ts';
import { learnSigns, type SignLesson } from './learn-signs.ts';
import { rates } from './score.ts';

/** One sign over texts of hands that it was not learned from. */
export interface Crossed {
  readonly sign: Sign;
  readonly texts: number;
  /** From how likely on it is believed though the rules saw none. */
  readonly from: number;
  /** From how likely on the word of the rules stands. */
  readonly keep: number;
  readonly rules: Rates;
  readonly together: Rates;
  /** Most recall that learning and rules reach where nine of ten are right. */
  readonly recallAtNinety: number;
}
type Rates = ReturnType<typeof rates>;

interface Guess {
  /** Signs are rarer or commoner in messages than in practice texts: what this one counts. */
  readonly worth: number;
  readonly likely: number;
  readonly shows: boolean;
  readonly ruled: boolean;
}

const count = (guesses: readonly Guess[], says: (one: Guess) => boolean): Rates => {
  const sum = { right: 0, extra: 0, missed: 0 };
  for (const one of guesses) {
    const [shows, said] = [one.shows, says(one)];
    if (shows || said) sum[shows ? (said ? 'right' : 'missed') : 'extra'] += one.worth;
  }
  return rates({ name: '', ...sum });
};

/** A guess of less than one in five raises no level, however rare the sign. */
const froms = Array.from({ length: 39 }, (_, index) => 0.2 + index * 0.02);
/** A sign that is said in so many words must not be lost to learning: no more than this is asked of it. */
const keeps = [0, 0.03, 0.06, 0.1, 0.14, 0.2];
/** A danger overlooked is the worst mistake there is, and what somebody asks for in so many words they do want. */
const mostKept = (sign: Sign): number => {
  if (wants.some((want) => want === sign)) return 0;
  return sign === 'safety' || sign === 'safety2' ? 0.03 : 1;
};

/** Overlooked, these are the worse mistake; of the others what only learning sees must be right more often than not. */
const grave: readonly Sign[] = ['media', 'legal', 'regulator', 'safety', 'safety2'];

/** How many of the texts in which only learning sees the sign show it. */
const rightAlone = (guesses: readonly Guess[], from: number): number =>
  count(guesses, ({ likely, ruled }) => !ruled && likely >= from).precision;

const judge = (sign: Sign, guesses: readonly Guess[]): Crossed => {
  const isGrave = grave.includes(sign);
  const believed = froms.filter((from) => isGrave || rightAlone(guesses, from) >= 0.5);
  const tried = [...believed, 1].flatMap((from) =>
    keeps
      .filter((keep) => keep <= Math.min(from, mostKept(sign)))
      .map((keep) => ({
        from,
        keep,
        ...count(guesses, ({ likely, ruled }) => likely >= (ruled ? keep : from)),
      })),
  );
  const best = tried.reduce((top, one) => (one.f1 > top.f1 ? one : top));
  return {
    sign,
    texts: guesses.filter(({ shows }) => shows).length,
    from: best.from,
    keep: best.keep,
    rules: count(guesses, ({ ruled }) => ruled),
    together: best,
    recallAtNinety: Math.max(
      0,
      ...froms
        .map((from) => count(guesses, ({ likely }) => likely >= from))
        .filter((one) => one.precision >= 0.9)
        .map((one) => one.recall),
    ),
  };
};

const shareWith = (sign: Sign, lessons: readonly SignLesson[]): number =>
  (lessons.filter((one) => one.signs.has(sign)).length + 1) / (lessons.length + 2);

/** What a practice text with the sign weighs for one without, so that both are as common as in messages. */
const worthsOf = (lessons: readonly SignLesson[]): readonly number[] => {
  const { messages = [], practice = [] } = Object.groupBy(lessons, ({ trust }) =>
    trust < 1 ? 'messages' : 'practice',
  );
  return signs.map((sign) => {
    const [here, there] = [shareWith(sign, practice), shareWith(sign, messages)];
    return (there * (1 - here)) / ((1 - there) * here);
  });
};

/**
 * Reads the texts of each fold by what the other folds taught; the corpus, which the rules know, only teaches, and tells
 * how common each sign is in messages.
 */
export const crossSigns = (lessons: readonly SignLesson[]): readonly Crossed[] => {
  const folds = [...new Set(lessons.filter(({ trust }) => trust === 1).map(({ fold }) => fold))];
  const worths = worthsOf(lessons);
  const guesses = signs.map((): Guess[] => []);
  for (const fold of folds) {
    const habits = learnSigns(lessons.filter((one) => one.fold !== fold));
    for (const lesson of lessons.filter((one) => one.fold === fold)) {
      const read = lesson.sentences.map(({ features, marks }) =>
        likelihoodsOf(habits, { features: new Set(features), marks: new Set(marks) }),
      );
      for (const [at, sign] of signs.entries())
        guesses[at]?.push({
          worth: lesson.signs.has(sign) ? (worths[at] ?? 1) : 1,
          likely: Math.max(...read.map((one) => one[at] ?? 0)),
          shows: lesson.signs.has(sign),
          ruled: lesson.sentences[0]?.marks.includes(`!rule.${sign} `) === true,
        });
    }
  }
  return signs.map((sign, at) => judge(sign, guesses[at] ?? []));
};
