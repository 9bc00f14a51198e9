import { isClosed } from '../../complaint/state.ts';
import { assess } from '../../policy/severity.ts';
import type { Details } from '../../triage/understanding.ts';
import { everyday } from '../script/everyday.ts';
import { newIntake, type Told } from '../state.ts';
import { aboutUs } from './about-us.ts';
import { datesOfFiled, datesOfNew, filedComplaint, higherDateOfFiled, higherDateOfNew } from './dates.ts';
import { receive } from './file.ts';
import { higherWords } from './higher.ts';
import { addToFile, open, soothe, takeIn } from './intake.ts';
import { byComplainant, order, remember, type SoFar, say, seedOf, type TextItem } from './so-far.ts';
import { answerStands, review } from './standing.ts';
import { wordsOf } from './told.ts';
import { isOnly } from './words.ts';

const openFile = (turn: SoFar): boolean => {
  const complaint = filedComplaint(turn);
  return turn.number !== null && (complaint === null || !isClosed(complaint));
};

/** Makes sure staff have a file to answer in: what was told is filed, or an enquiry when nothing was (DI-3). */
const ensureFile = (turn: SoFar, texts: readonly TextItem[], told?: Told): SoFar => {
  const complaining = turn.input.understanding.isComplaint;
  if (turn.dialog.intake || !openFile(turn)) {
    const taken = takeIn(open(turn, told), texts, { complaining });
    const heard = taken.dialog.intake?.receivedAt == null ? taken : soothe(taken);
    if (heard.dialog.intake?.number != null) return heard;
    const nature = heard.dialog.intake?.receivedAt == null ? 'enquiry' : 'complaint';
    return receive(heard, { intake: 'incomplete', nature });
  }
  return addToFile(
    turn,
    texts.filter((item) => !isOnly('person', item.text)),
  );
};

const dueDate = (turn: SoFar): string | null => {
  if (filedComplaint(turn)) return datesOfFiled(turn).firstReply;
  const told = turn.dialog.intake ?? newIntake();
  const assessment = assess(told.facts, told.evidence, turn.input.policy);
  return datesOfNew(turn, told.receivedAt ?? told.statements[0]?.at ?? turn.input.now, assessment).firstReply;
};

/** A person on request, always (DI-3): files first when nothing is on file, so that staff have a thread to answer in. */
export const callPerson = (turn: SoFar, texts: readonly TextItem[], told?: Told): SoFar => {
  const again = filedComplaint(turn)?.personRequested === true;
  const filed = ensureFile(turn, texts, told ?? turn.dialog.held ?? undefined);
  const called = order(filed, { type: 'RequestPerson', ...byComplainant(filed) });
  const { locale } = turn;
  const seed = seedOf(turn);
  const number = called.number ?? '';
  const date = dueDate(called);
  const text = again
    ? everyday(locale, 'personAgain', { number }, seed)
    : date
      ? everyday(locale, 'personCalled', { number, date }, seed)
      : everyday(locale, 'personCalledUndated', { number }, seed);
  const said = say(called, { move: 'person', text, always: true });
  const waiting = said.dialog.intake
    ? say(said, { move: 'person', text: everyday(locale, 'personMeanwhile', {}, seed) })
    : said;
  // Questions stop here: whoever asked for a person shall not be questioned by a bot first.
  return remember(waiting, { awaiting: null });
};

/** Whoever wonders whether we are a person may be content with the answer; these words ask for one. */
const sendsFor =
  /\b(?:talk|speak|transfer|connect|want|need|get|put|pass)\b|转|找|接|叫|喊|要(?:个|真|活|人)/iu;

/** Asked where it was, 城南支行的客户经理，姓方 names somebody and calls nobody. */
const sureOfPerson = 0.7;

/** Whether the texts ask for a person. */
export const asksPerson = (turn: SoFar, texts: readonly TextItem[]): boolean => {
  const words = wordsOf(texts);
  if (isOnly('person', words)) return true;
  const { intent, intentConfidence, details } = turn.input.understanding;
  const isAnswer =
    turn.dialog.awaiting !== null && Object.keys(details).length > 0 && intentConfidence < sureOfPerson;
  const wonders = aboutUs(turn, texts) !== undefined || isAnswer;
  return intent === 'person' && (!wonders || sendsFor.test(words));
};

const higherDate = (turn: SoFar): string | null => {
  const complaint = filedComplaint(turn);
  if (complaint) return higherDateOfFiled(turn, complaint);
  const told = turn.dialog.intake ?? newIntake();
  const receivedAt = told.receivedAt ?? told.statements[0]?.at ?? turn.input.now;
  return higherDateOfNew(turn, receivedAt, assess(told.facts, told.evidence, turn.input.policy));
};

/** That somebody higher is asked for is neither what happened nor how it is to be put right. */
const besidesHigher = (turn: SoFar): Details => {
  const { details, facts } = turn.input.understanding;
  const { narrative, wanted, ...others } = details;
  return wanted === undefined || facts.wants.length === 0 ? others : { ...others, wanted };
};

/** The complainant asks to go higher (ES-3); files first when nothing is on file. */
export const goHigher = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const complaint = filedComplaint(turn);
  if (complaint && isClosed(complaint) && answerStands(complaint)) return review(turn);
  const said = texts.filter((item) => !isOnly('higher', item.text));
  const filed =
    turn.dialog.intake?.number == null
      ? ensureFile(turn, said, turn.dialog.held ?? undefined)
      : takeIn(turn, said, { details: besidesHigher(turn), complaining: false });
  const asked = order(filed, { type: 'RequestHigher', ...byComplainant(filed) });
  const text = higherWords(asked, higherDate(asked), filedComplaint(asked)?.higher != null);
  return say(asked, { move: 'higher', text, always: true });
};
