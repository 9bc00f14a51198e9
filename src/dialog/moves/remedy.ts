import { type Complaint, currentRemedy, type Remedy } from '../../complaint/state.ts';
import { promisedBy } from '../../policy/remedies.ts';
import type { Locale } from '../../terms.ts';
import { progress } from '../script/progress.ts';
import type { Reply } from '../talk.ts';
import { datesOfFiled, filedComplaint, spell } from './dates.ts';
import { awaitAnswer, byComplainant, order, type SoFar, say, seedOf } from './so-far.ts';

/** The buttons under an offer; the effects that send the offer use the same (AP-6). */
export const offerButtons = (remedyId: string, locale: Locale): Reply['buttons'] => [
  { label: progress(locale, 'acceptLabel'), style: 'primary', action: { do: 'accept-remedy', remedyId } },
  { label: progress(locale, 'declineLabel'), action: { do: 'decline-remedy', remedyId } },
];

/** The remedy that waits for the complainant's decision; undefined when none does. */
export const offeredRemedy = (complaint: Complaint | null): Remedy | undefined => {
  if (complaint?.stage !== 'remedy_offered') return undefined;
  const remedy = currentRemedy(complaint);
  return remedy?.status === 'offered' ? remedy : undefined;
};

const isOffered = (turn: SoFar, remedyId: string): Remedy | undefined => {
  const remedy = offeredRemedy(filedComplaint(turn));
  return remedy?.id === remedyId ? remedy : undefined;
};

/** The complainant accepts; the words or the press are kept as evidence of consent (S1.6). */
export const accept = (turn: SoFar, remedyId: string, evidence: string): SoFar => {
  const remedy = isOffered(turn, remedyId);
  if (!remedy) return turn;
  const { locale } = turn;
  const seed = seedOf(turn);
  const dueAt = promisedBy(turn.input.now, remedy.withinDays, turn.input.zone);
  const words = [
    progress(locale, 'accepted', {}, seed),
    progress(locale, 'acceptedBy', { date: spell(turn, dueAt) }, seed),
  ];
  const done = order(turn, { type: 'AcceptRemedy', ...byComplainant(turn), remedyId, evidence });
  return awaitAnswer(
    say(done, { move: 'remedy-accepted', text: words.join(locale === 'zh-CN' ? '' : ' '), always: true }),
    null,
  );
};

/** The complainant declines: another way is looked for, and why it does not fit is welcome (AP-6, S1.7). */
export const decline = (turn: SoFar, remedyId: string, evidence: string): SoFar => {
  const remedy = isOffered(turn, remedyId);
  if (!remedy) return turn;
  const { locale } = turn;
  const seed = seedOf(turn);
  const date = datesOfFiled(turn).firstReply;
  const words = [
    progress(locale, 'refused', {}, seed),
    ...(date ? [progress(locale, 'refusedBy', { date }, seed)] : []),
  ];
  const done = order(turn, { type: 'DeclineRemedy', ...byComplainant(turn), remedyId, evidence });
  const said = say(done, {
    move: 'remedy-declined',
    text: words.join(locale === 'zh-CN' ? '' : ' '),
    always: true,
  });
  const why =
    evidence === 'button'
      ? say(said, { move: 'ask-why', text: progress(locale, 'refusedWhy'), asks: true })
      : said;
  return awaitAnswer(why, null);
};

/** Reminds of the open offer with its buttons. */
export const remindOffer = (turn: SoFar, remedy: Remedy): SoFar =>
  say(turn, {
    move: 'offer-open',
    text: progress(turn.locale, 'offerOpen', {}, seedOf(turn)),
    asks: true,
    apart: true,
    buttons: offerButtons(remedy.id, turn.locale),
  });
