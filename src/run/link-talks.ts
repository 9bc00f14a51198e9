import type { Command } from '../complaint/commands.ts';
import type { LinkWish } from '../dialog/linking.ts';
import { sayLink } from '../dialog/script/link.ts';
import type { Talk } from '../dialog/talk.ts';
import { addMinutes } from '../policy/time.ts';
import { saveLinkCode, useLinkCode } from '../store/link-codes.ts';
import { queueMessages } from '../store/outbox.ts';
import { findTalk, saveTalk } from '../store/talks.ts';
import type { Locale } from '../terms.ts';
import { carryOut } from './register.ts';
import type { Work } from './world.ts';

const minutes = 15;

/** No 0, O, 1, I, L: people copy codes by hand. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const newCode = (work: Work): string =>
  [...Buffer.from(work.ids.secret())]
    .slice(-8)
    .map((byte) => letters[byte % letters.length])
    .join('');

const tell = async (talk: Talk, text: string, work: Work): Promise<void> => {
  const message = {
    id: work.ids.next('out'),
    to: talk.address,
    ...(talk.route ? { route: talk.route } : {}),
    locale: talk.locale ?? ('zh-CN' satisfies Locale),
    audience: 'complainant' as const,
    voice: 'bot' as const,
    text,
  };
  await queueMessages(work.tx, [message], work.clock.now());
};

/** The file learns that it can reach its complainant in both talks (CL-5). */
const addContacts = async (complaint: string, talks: readonly Talk[], work: Work): Promise<void> => {
  for (const one of talks) {
    const contact = {
      conversation: one.id,
      address: one.address,
      ...(one.route ? { route: one.route } : {}),
      locale: one.locale ?? 'zh-CN',
    };
    const command: Command = { type: 'AddContact', at: work.clock.now(), by: { kind: 'system' }, contact };
    await carryOut(complaint, [command], work);
  }
};

/**
 * Links two talks of one person by a code given in one and typed in the other: never by guess.
 * The second talk goes on with the first one's complainant and, when it has none of its own, its complaint.
 */
export const linkTalks = async (talk: Talk, wish: LinkWish, work: Work): Promise<void> => {
  const now = work.clock.now();
  const locale = talk.locale ?? 'zh-CN';
  if (wish.code === null) {
    const code = newCode(work);
    await saveTalk(work.tx, talk, now);
    await saveLinkCode(work.tx, { code, talk: talk.id, expiresAt: addMinutes(now, minutes) });
    return tell(talk, sayLink(locale, 'code', { code, minutes }), work);
  }
  const from = await useLinkCode(work.tx, wish.code, now);
  const other = from && from !== talk.id ? await findTalk(work.tx, from) : null;
  if (!other) return tell(talk, sayLink(locale, 'unknown'), work);
  const complaint = talk.complaint ?? other.complaint;
  await saveTalk(work.tx, { ...talk, complainantId: other.complainantId, complaint }, now);
  if (complaint) await addContacts(complaint, [talk, other], work);
  await tell(
    talk,
    complaint ? sayLink(locale, 'linked', { number: complaint }) : sayLink(locale, 'linkedNone'),
    work,
  );
  await tell(other, sayLink(other.locale ?? locale, 'elsewhere'), work);
};
