import type { Policy } from '../policy/policy.ts';
import type { Instant } from '../terms.ts';
import type { Understanding } from '../triage/understanding.ts';
import { newDialog } from './state.ts';
import { takeTurn } from './turn.ts';

/** Around what a first reply is given. */
export interface FirstReplyAround {
  readonly now: Instant;
  readonly zone: string;
  /** Chooses among the variants of a line; the text's id, say. */
  readonly seed: string;
  /** The words themselves. */
  readonly text: string;
}

/**
 * What the bot would first answer to a text, without saying that it is a bot.
 * Nothing is filed; where the answer names a number, it is the year's first.
 */
export const firstReply = (
  understanding: Understanding,
  policy: Policy,
  around: FirstReplyAround,
): string => {
  const { now, zone, seed, text } = around;
  const { replies } = takeTurn({
    talk: {
      id: seed,
      address: { channel: 'web', place: seed },
      locale: understanding.locale,
      complainantId: seed,
      complaint: null,
      dialog: { ...newDialog(), greeted: true },
    },
    items: [{ kind: 'text', messageId: seed, text, at: now, files: [], refusedFiles: [] }],
    understanding,
    complaint: null,
    deadlines: [],
    policy,
    nextNumber: `R-${now.slice(0, 4)}-000001`,
    now,
    zone,
    privacyUrl: '',
  });
  return replies.map((reply) => reply.text).join('\n');
};
