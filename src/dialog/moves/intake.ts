import { noFacts } from '../../policy/facts.ts';
import { maxQuestions, neededDetails } from '../../policy/intake.ts';
import type { DetailName, Details } from '../../triage/understanding.ts';
import { feelingOf, feelings } from '../script/feelings.ts';
import { filing } from '../script/filing.ts';
import { questions } from '../script/questions.ts';
import { restate } from '../script/restate.ts';
import { type Intake, newIntake, type Told } from '../state.ts';
import { confirmButtons, skipButton } from './buttons.ts';
import { filedComplaint } from './dates.ts';
import { cannotWait, fileAtOnce, hasFiled, suggest } from './file.ts';
import { askOther, countAsked, isTimeFor, openQuestions, othersLines, tellAnonymity } from './others.ts';
import {
  awaitAnswer,
  byComplainant,
  order,
  remember,
  type SoFar,
  say,
  seedOf,
  type TextItem,
  withIntake,
} from './so-far.ts';
import { restatement } from './summary.ts';
import { hasText, hear, isTold, proposalIn, statementOf, wordsOf } from './told.ts';
import { asksAnonymity, changesMind, forWhom } from './words.ts';

/** Opens an intake unless one is open; it begins with what was held for it. */
export const open = (turn: SoFar, told?: Told): SoFar =>
  turn.dialog.intake ? turn : remember(turn, { intake: newIntake(told), held: null });

const settled = ['subject', 'when', 'where', 'name'] as const satisfies readonly DetailName[];

/** What the matter is stays as it was told; only words that put it right change it. */
export const newOf = (turn: SoFar, said: Details, words: string): Details => {
  const known = turn.dialog.intake?.details ?? filedComplaint(turn)?.details ?? {};
  if (changesMind(words)) return said;
  const kept = settled.filter((name) => known[name] !== undefined);
  return Object.fromEntries(Object.entries(said).filter(([name]) => kept.every((one) => one !== name)));
};

/** Adds the texts to the complaint already on file; what they tell goes with the first. */
export const addToFile = (turn: SoFar, texts: readonly TextItem[], details?: Details): SoFar => {
  const { understanding } = turn.input;
  const said = texts.map((item, index) => ({
    type: 'AddStatement' as const,
    ...byComplainant(turn),
    statement: statementOf(item, understanding),
    facts: index === 0 ? understanding.facts : { ...noFacts },
    evidence: index === 0 ? understanding.evidence : {},
    details: index === 0 ? newOf(turn, details ?? understanding.details, wordsOf(texts)) : {},
  }));
  return suggest(order(turn, ...said), proposalIn(understanding));
};

/** How the texts are to be taken into the open intake. */
interface Hearing {
  readonly correcting?: boolean;
  /** Details as read in the light of the question they answer. */
  readonly details?: Details;
  /** They begin or carry a complaint, so the clocks may start from them. */
  readonly complaining: boolean;
}

/** Takes the texts of the turn into the open intake, and into the file when it has a number. Nothing is lost. */
export const takeIn = (turn: SoFar, texts: readonly TextItem[], hearing: Hearing): SoFar => {
  const { intake } = turn.dialog;
  if (!intake) return turn;
  const words = wordsOf(texts);
  const told = hear(intake, texts, { understanding: turn.input.understanding, ...hearing });
  const startsAt = hearing.complaining ? (texts[0]?.at ?? turn.input.now) : null;
  const next: Intake = {
    ...intake,
    ...told,
    details: withNarrative(told, hasText(texts) && hearing.complaining ? words : ''),
    receivedAt: intake.receivedAt ?? startsAt,
    anonymous:
      intake.anonymous || asksAnonymity(words) || told.statements.some(({ text }) => asksAnonymity(text)),
    onBehalfOf: intake.onBehalfOf ?? forWhom(words),
    silent: false,
  };
  const kept = intake.number === null ? turn : addToFile(turn, texts, hearing.details);
  return remember(kept, { intake: next });
};

/** What happened is never empty once something of substance was said. */
const withNarrative = (told: Told, words: string): Details =>
  told.details.narrative === undefined && words.trim().length >= 10
    ? { ...told.details, narrative: words.trim().slice(0, 2000) }
    : told.details;

/** Names the feeling and apologises for the experience, once for each complaint and before any question (DI-1). */
export const soothe = (turn: SoFar): SoFar => {
  const { intake } = turn.dialog;
  if (!intake || intake.soothed) return turn;
  const { locale } = turn;
  const seed = seedOf(turn);
  const words = intake.statements.map(({ text }) => text).join('\n');
  const feeling = intake.warned ? 'worried' : feelingOf(intake.facts, intake.evidence, words);
  const felt = say(turn, {
    move: 'feelings',
    text: feelings(locale, feeling, {}, seed),
    free: true,
    apart: true,
  });
  return withIntake(felt, { soothed: true });
};

/** Says, after the feelings, what will be done with the words. */
const promise = (turn: SoFar): SoFar =>
  say(turn, { move: 'promise', text: questions(turn.locale, 'promise', {}, seedOf(turn)), free: true });

const personal = ['name', 'phone', 'email', 'contactPreference'] as const satisfies readonly DetailName[];

/** Whether a missing detail is of the matter itself, not of the person: the matter comes first. */
const ofMatter = (detail: DetailName | undefined): boolean =>
  detail !== undefined && !personal.some((one) => one === detail);

const missingDetails = (turn: SoFar, intake: Intake): readonly DetailName[] => {
  const needed = neededDetails(intake.facts.type, turn.input.policy).filter(
    (name) =>
      !isTold(intake, name) &&
      !intake.notStated.includes(name) &&
      !intake.asked.includes(name) &&
      !(name === 'phone' && isTold(intake, 'email')) &&
      !(intake.anonymous && personal.some((one) => one === name)),
  );
  // An angry person is asked first what they would like done (DI-8), but never before they said what happened.
  const ahead =
    intake.facts.emotion === 'angry' && !needed.includes('narrative') && needed.includes('wanted');
  const first = ahead ? ['wanted' as const, ...needed.filter((name) => name !== 'wanted')] : needed;
  return [...first.filter(ofMatter), ...first.filter((name) => !ofMatter(name))];
};

/** Who may be in danger is asked where they are before anything else (IN-14). */
const firstMissing = (turn: SoFar, intake: Intake): DetailName | undefined =>
  intake.warned && !isTold(intake, 'where') && !intake.asked.includes('where')
    ? 'where'
    : missingDetails(turn, intake)[0];

const favour = (turn: SoFar, intake: Intake): SoFar => {
  const hasFile = intake.statements.some((statement) => statement.files.length > 0);
  if (intake.favoured || hasFile || intake.facts.emotion !== 'angry' || intake.asked.length === 0)
    return turn;
  const text = questions(turn.locale, 'favour', {}, seedOf(turn));
  return withIntake(say(turn, { move: 'favour', text, free: true }), { favoured: true });
};

const wordingOf = (turn: SoFar, detail: DetailName): DetailName | 'whereNow' =>
  detail === 'where' && turn.dialog.intake?.warned ? 'whereNow' : detail;

/** Puts one question, with a way to leave it open. */
export const ask = (turn: SoFar, detail: DetailName): SoFar => {
  const asked = say(turn, {
    move: `ask-${detail}`,
    text: questions(turn.locale, wordingOf(turn, detail), {}, seedOf(turn)),
    asks: true,
    apart: true,
    free: true,
    buttons: detail === 'narrative' ? [] : skipButton(turn.locale),
    ...(detail === 'phone' ? { asksPhone: true } : {}),
  });
  return awaitAnswer(asked, { ask: 'detail', detail });
};

/** Says the complaint back and asks whether it is right (IN-9). */
export const sayBack = (turn: SoFar, opening: 'opening' | 'reopening' = 'opening'): SoFar => {
  const { intake } = turn.dialog;
  if (!intake) return turn;
  const { locale } = turn;
  const told = [...restatement(intake, locale, turn.input.policy), ...othersLines(turn, intake)];
  const lines = told.map((line) => `· ${line}`);
  const head = restate(locale, opening, {}, seedOf(turn));
  const body = say(turn, { move: 'restate', text: [head, ...lines].join('\n'), apart: true });
  const asked = say(body, {
    move: 'restate',
    text: restate(locale, 'closing', {}, seedOf(turn)),
    asks: true,
    apart: true,
    buttons: confirmButtons(locale),
  });
  return awaitAnswer(asked, { ask: 'confirm' });
};

/** Asks for the next needed detail; says the complaint back when nothing is left to ask. */
export const proceed = (turn: SoFar): SoFar => {
  const { intake } = turn.dialog;
  if (!intake) return turn;
  const next = firstMissing(turn, intake);
  const spent = countAsked(intake) >= maxQuestions(turn.input.policy);
  const [other] = openQuestions(intake);
  if (other && !spent && isTimeFor(turn, intake, ofMatter(next) ? 1 : 0)) return askOther(turn, other);
  if (next === undefined || spent) return sayBack(turn);
  const counted = withIntake(favour(turn, intake), { asked: [...intake.asked, next] });
  return ask(counted, next);
};

/** A complaint is told: feelings first, filed at once when it cannot wait, then one question (DI-1, DI-2, IN-10). */
export const tell = (turn: SoFar, texts: readonly TextItem[], told?: Told): SoFar => {
  const heard = takeIn(open(turn, told), texts, { complaining: true });
  return goOn(heard);
};

/** What follows once words were taken in: feelings, filing at once, the next question. */
export const goOn = (turn: SoFar): SoFar => {
  const first = turn.dialog.intake?.soothed === false;
  const felt = soothe(turn);
  const { intake } = felt.dialog;
  if (!intake) return felt;
  const urgent = intake.number === null && !hasFiled(felt) && cannotWait(felt, intake);
  const promised = tellAnonymity(first && !urgent ? promise(felt) : felt);
  return proceed(urgent ? meanwhile(fileAtOnce(promised)) : promised);
};

const meanwhile = (turn: SoFar): SoFar =>
  say(turn, { move: 'meanwhile', text: filing(turn.locale, 'meanwhile', {}, seedOf(turn)) });
