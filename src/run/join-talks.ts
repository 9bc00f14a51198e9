import type { Command } from '../complaint/commands.ts';
import { type Complaint, isClosed } from '../complaint/state.ts';
import { sayLink } from '../dialog/script/link.ts';
import { others } from '../dialog/script/others.ts';
import type { Talk } from '../dialog/talk.ts';
import { findComplaint } from '../store/complaints.ts';
import { findJoinCode } from '../store/link-codes.ts';
import { saveTalk } from '../store/talks.ts';
import { carryOut } from './register.ts';
import { tell } from './tell-talk.ts';
import type { Work } from './world.ts';

const contactOf = (talk: Talk) => ({
  conversation: talk.id,
  address: talk.address,
  ...(talk.route ? { route: talk.route } : {}),
  locale: talk.locale ?? ('zh-CN' as const),
});

/** Whoever has an open complaint of their own keeps it: both files know of each other, and the shared one counts them. */
const linkOwn = async (
  talk: Talk,
  { own, shared }: { readonly own: Complaint; readonly shared: string },
  work: Work,
): Promise<void> => {
  const given = { at: work.clock.now(), by: { kind: 'system' as const } };
  const join: Command = {
    type: 'JoinComplaint',
    ...given,
    id: talk.complainantId,
    name: own.complainant.name ?? '',
    household: '',
    contact: contactOf(talk),
  };
  await carryOut(shared, [join, { type: 'LinkComplaint', ...given, with: own.number }], work);
  await carryOut(own.number, [{ type: 'LinkComplaint', ...given, with: shared }], work);
  const values = { number: shared };
  await tell(talk, others(talk.locale ?? 'zh-CN', 'joined', values, talk.id), work);
};

/**
 * Lets somebody join the complaint a code belongs to, in a talk of their own: they are asked under which name.
 * What they had begun to tell goes into the shared file with it. The code tells who invited them; it is not used up.
 *
 * @clause IN-13
 */
export const joinTogether = async (talk: Talk, code: string, work: Work): Promise<void> => {
  const now = work.clock.now();
  const locale = talk.locale ?? 'zh-CN';
  const number = await findJoinCode(work.tx, code, now);
  const shared = number ? (await findComplaint(work.tx, number))?.complaint : undefined;
  if (!number || !shared) {
    await saveTalk(work.tx, talk, now);
    return tell(talk, sayLink(locale, 'unknownJoin'), work);
  }
  const isTheirs =
    shared.complainant.id === talk.complainantId ||
    shared.parties.some(({ joined }) => joined?.id === talk.complainantId);
  const own = talk.complaint ? (await findComplaint(work.tx, talk.complaint))?.complaint : undefined;
  if (own && own.number !== number && !isTheirs && !isClosed(own)) {
    await saveTalk(work.tx, talk, now);
    return linkOwn(talk, { own, shared: number }, work);
  }
  if (isTheirs) {
    await saveTalk(work.tx, { ...talk, complaint: number }, now);
    return tell(talk, sayLink(locale, 'linked', { number }), work);
  }
  const { dialog } = talk;
  const held = dialog.intake ?? dialog.held;
  const joining = { ...dialog, intake: null, held, awaiting: { ask: 'join' as const } };
  await saveTalk(work.tx, { ...talk, complaint: number, dialog: joining }, now);
  await tell(talk, others(locale, 'joinAsk', { number }, talk.id), work);
};
