import { codeDays } from '../dialog/linking.ts';
import type { TalkCode, TurnInput, TurnResult } from '../dialog/talk.ts';
import { addMinutes } from '../policy/time.ts';
import { saveLinkCode } from '../store/link-codes.ts';
import type { Work } from './world.ts';

/** No 0, O, 1, I, L: people copy codes by hand. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code nobody guesses: 31⁸ of them. */
export const newCode = (work: Work): string =>
  [...Buffer.from(work.ids.secret())]
    .slice(-8)
    .map((byte) => letters[byte % letters.length])
    .join('');

/** Codes that a turn may name; only those it names are kept. */
export const codesFor = (work: Work): NonNullable<TurnInput['nextCodes']> => ({
  person: newCode(work),
  join: newCode(work),
});

/** Keeps what the answers named, for as long as they said. */
export const keepCodes = async (
  { id, complaint }: { readonly id: string; readonly complaint: string | null },
  codes: TurnResult['codes'],
  work: Work,
): Promise<void> => {
  const expires = ({ kind }: TalkCode) => addMinutes(work.clock.now(), codeDays[kind] * 24 * 60);
  for (const code of codes)
    await saveLinkCode(work.tx, { ...code, talk: id, complaint, expiresAt: expires(code) });
};
