import { expecting } from '../dialog/expecting.ts';
import type { TurnInput } from '../dialog/talk.ts';
import { typeVocabulary } from '../policy/intake.ts';
import { plannedMove, withWording } from './model-move.ts';
import type { Asked, KnownBefore, Understood } from './understand.ts';

/** What a model made of a turn before its transaction began. */
export interface Ahead {
  readonly asked: Asked;
  readonly understood: Understood;
}

/** All words of a turn, as they are understood. */
const textOf = ({ items }: TurnInput): string =>
  items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('\n');

const knownBefore = ({ talk, complaint }: TurnInput): KnownBefore | null => {
  const { intake, held } = talk.dialog;
  return intake && intake.number === null ? intake : (complaint ?? held);
};

/** What to ask about a turn that the rules have read: everything the understander needs is in it. */
export const askedOf = (input: TurnInput): Asked => ({
  text: textOf(input),
  policy: input.policy,
  talkId: input.talk.id,
  complaint: input.talk.complaint,
  context: {
    expecting: expecting(input.talk.dialog, input.complaint),
    complaintTypes: typeVocabulary(input.policy),
  },
  understanding: input.understanding,
  known: knownBefore(input),
  move: plannedMove(input),
});

/**
 * The turn with what the model added and worded.
 * Made before the transaction, used inside it: when other words have come in meanwhile the turn stays the rules' own.
 */
export const withUnderstood = (input: TurnInput, asked: Asked, understood: Understood): TurnInput => {
  if (understood.outcome !== 'answered' || textOf(input) !== asked.text) return input;
  const enriched = { ...input, understanding: understood.understanding };
  const { move = null } = asked;
  return move && understood.wording !== null ? withWording(enriched, move, understood.wording) : enriched;
};
