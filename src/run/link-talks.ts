import type { Command } from '../complaint/commands.ts';
import { codeDays, type LinkWish } from '../dialog/linking.ts';
import { sayLink } from '../dialog/script/link.ts';
import { others } from '../dialog/script/others.ts';
import type { Talk } from '../dialog/talk.ts';
import { addMinutes } from '../policy/time.ts';
import { findComplaint } from '../store/complaints.ts';
import { saveLinkCode, useLinkCode } from '../store/link-codes.ts';
import { findTalk, saveTalk } from '../store/talks.ts';
import { codesFor, keepCodes, newCode } from './codes.ts';
import { carryOut } from './register.ts';
import { tell } from './tell-talk.ts';
import type { Work } from './world.ts';

const minutes = 15;

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

/** Who stays unnamed has only their code to come back with: the one just used up is followed by another. */
const renewCode = async (talk: Talk, number: string | null, work: Work): Promise<void> => {
  const complaint = number ? (await findComplaint(work.tx, number))?.complaint : undefined;
  if (!complaint?.complainant.anonymous) return;
  const code = codesFor(work).person;
  await keepCodes({ id: talk.id, complaint: number }, [{ kind: 'person', code }], work);
  const values = { code, days: codeDays.person };
  await tell(talk, others(talk.locale ?? 'zh-CN', 'comeBackCode', values, talk.id), work);
};

/**
 * Links two talks of one person by a code given in one and typed in the other: never by guess.
 * The second talk goes on with the first one's complainant and, when it has none of its own, its complaint.
 */
export const linkTalks = async (talk: Talk, wish: Pick<LinkWish, 'code'>, work: Work): Promise<void> => {
  const now = work.clock.now();
  const locale = talk.locale ?? 'zh-CN';
  if (wish.code === null) {
    const code = newCode(work);
    await saveTalk(work.tx, talk, now);
    await saveLinkCode(work.tx, {
      kind: 'person',
      code,
      talk: talk.id,
      complaint: null,
      expiresAt: addMinutes(now, minutes),
    });
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
  await renewCode(talk, complaint, work);
};
