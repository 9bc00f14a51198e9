import { isClosed } from '../../complaint/state.ts';
import { noFacts } from '../../policy/facts.ts';
import { questions } from '../script/questions.ts';
import type { TalkItem } from '../talk.ts';
import { filedComplaint } from './dates.ts';
import { goOn } from './intake.ts';
import { awaitAnswer, byComplainant, order, type SoFar, say, seedOf, withIntake } from './so-far.ts';

/** The phone number came by the transport's own key, so it is theirs: noted, and not asked again. */
export const takeContact = (turn: SoFar, item: Extract<TalkItem, { kind: 'contact' }>): SoFar => {
  const { intake, awaiting } = turn.dialog;
  const details = { phone: item.phone, ...(item.name === undefined ? {} : { name: item.name }) };
  const noted = say(turn, {
    move: 'noted',
    text: questions(turn.locale, 'noted', {}, seedOf(turn)),
    free: true,
  });
  if (intake) {
    const known = withIntake(noted, { details: { ...intake.details, ...details }, silent: false });
    const answers = awaiting?.ask === 'detail' && (awaiting.detail === 'phone' || awaiting.detail === 'name');
    return answers ? goOn(awaitAnswer(known, null)) : known;
  }
  const complaint = filedComplaint(turn);
  if (!complaint || isClosed(complaint)) return noted;
  return order(noted, {
    type: 'AddStatement',
    ...byComplainant(turn),
    statement: { id: `contact-${item.at}`, text: item.phone, at: item.at, files: [] },
    facts: noFacts,
    evidence: {},
    details,
  });
};
