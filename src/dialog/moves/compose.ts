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

/** The introduction stands before the question, after everything else. */
const arranged = (parts: readonly Part[]): readonly Part[] => {
  const question = parts.filter((part) => part.asks);
  return [...parts.filter((part) => !part.asks), ...question];
};

/** The model's wording stands where every free part stood, at the place of the first; not when it would ask twice. */
const reworded = (parts: readonly Part[], wording: string | undefined): readonly Part[] => {
  const first = parts.findIndex((part) => part.free);
  if (wording === undefined || first < 0 || questionMarks(wording) > 1) return parts;
  const frees = parts.filter((part) => part.free);
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
  parts.reduce((text, part) => {
    if (text === '') return part.text;
    return part.apart ? `${text}\n\n${part.text}` : `${text}${gap}${part.text}`;
  }, '');

/** Makes one message of what is to be said; none when there is nothing. */
export const compose = (turn: SoFar): readonly Reply[] => {
  const parts = reworded(arranged(spoken(turn)), turn.input.wording);
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
