import { checkReply } from '../guard/check.ts';
import type { AgreedDays } from '../guard/covered.ts';
import type { Reply } from '../talk.ts';
import { isHeld } from './filed.ts';
import type { Part, SoFar } from './so-far.ts';

const questionMarks = (text: string): number => text.match(/[?？]/gu)?.length ?? 0;

/** Of several questions only the last is put (DI-2); while a person holds the talk only what must be said is said (DI-3). */
const spoken = (turn: SoFar): readonly Part[] => {
  const lastQuestion = turn.parts.findLastIndex((part) => part.asks);
  const single = turn.parts.filter((part, index) => !part.asks || index === lastQuestion);
  return isHeld(turn.input.complaint) ? single.filter((part) => part.always) : single;
};

const rank = (part: Part): number =>
  part.asks || part.move === 'restate' ? 2 : part.move === 'introduction' ? 1 : 0;

/** Feelings and news first, then who is speaking, then what is asked. */
const arranged = (parts: readonly Part[]): readonly Part[] => parts.toSorted((a, b) => rank(a) - rank(b));

/** What the core has said in this turn, or the complainant ever: all that a wording may name. */
const factsOf = (turn: SoFar): readonly string[] => [
  ...turn.parts.map((part) => part.text),
  ...(turn.dialog.intake?.statements ?? []).map((statement) => statement.text),
  ...(turn.input.complaint?.statements ?? []).map((statement) => statement.text),
  ...turn.input.items.map((item) => (item.kind === 'text' ? item.text : '')),
];

/** The days the core names in this turn: what a complainant wrote agrees none. */
const daysOf = (turn: SoFar): AgreedDays => ({
  today: Temporal.Instant.from(turn.input.now).toZonedDateTimeISO(turn.input.zone).toPlainDate().toString(),
  agreed: turn.parts.map((part) => part.text),
});

const apology = /抱歉|对不起|歉意|道歉|sorry|apolog/iu;

/** A lone private-use character only marks where a wording would stand, for whoever plans one. */
const isPlaceholder = (wording: string): boolean => /^\p{Co}$/u.test(wording);

/**
 * Whether a wording does what its parts do: asks as often, is sorry exactly where they are, passes the guard.
 * What does not fit is left aside: a stiff sentence is better than a promise or a second question (DI-1, DI-2, DI-5).
 */
const isFit = (turn: SoFar, frees: readonly Part[], wording: string): boolean =>
  isPlaceholder(wording) ||
  (wording.trim() !== '' &&
    questionMarks(wording) === (frees.some((part) => part.asks) ? 1 : 0) &&
    apology.test(wording) === frees.some((part) => part.move === 'feelings') &&
    checkReply(wording, {
      by: 'bot',
      locale: turn.locale,
      facts: factsOf(turn),
      approved: [],
      days: daysOf(turn),
    }).length === 0);

/** The model's wording stands where every free part stood, at the place of the first. */
const reworded = (turn: SoFar, parts: readonly Part[]): readonly Part[] => {
  const { wording } = turn.input;
  const first = parts.findIndex((part) => part.free);
  const frees = parts.filter((part) => part.free);
  if (wording === undefined || first < 0 || !isFit(turn, frees, wording)) return parts;
  const buttons = frees.flatMap((part) => part.buttons ?? []);
  const move = frees.at(-1)?.move ?? '';
  const worded: Part = {
    move,
    text: wording,
    apart: true,
    buttons,
    asksPhone: frees.some((part) => part.asksPhone),
  };
  return parts.flatMap((part, index) => (index === first ? [worded] : part.free ? [] : [part]));
};

const join = (parts: readonly Part[], gap: string): string =>
  parts.reduce((text, part, index) => {
    if (text === '') return part.text;
    return part.apart || parts[index - 1]?.move === 'introduction'
      ? `${text}\n\n${part.text}`
      : `${text}${gap}${part.text}`;
  }, '');

/** Makes one message of what is to be said; none when there is nothing. */
export const compose = (turn: SoFar): readonly Reply[] => {
  const parts = reworded(turn, arranged(spoken(turn)));
  const last = parts.at(-1);
  if (!last) return [];
  const buttons = parts.findLast((part) => part.buttons && part.buttons.length > 0)?.buttons ?? [];
  const main = parts.findLast((part) => part.move !== 'introduction') ?? last;
  return [
    {
      text: join(parts, turn.locale === 'zh-CN' ? '' : ' '),
      buttons: last.asks ? (last.buttons ?? []) : buttons,
      move: main.move,
      ...(parts.some((part) => part.asksPhone) ? { asksPhone: true } : {}),
    },
  ];
};
