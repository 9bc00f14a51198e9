import type { Command } from '../../complaint/commands.ts';
import { countPeople } from '../../complaint/evolve/parties.ts';
import { maxQuestions, mostRepresentatives } from '../../policy/intake.ts';
import { codeDays } from '../linking.ts';
import { others, theirPerson } from '../script/others.ts';
import type { Intake, OtherQuestion } from '../state.ts';
import type { Reply, TalkCode } from '../talk.ts';
import { skipButton } from './buttons.ts';
import {
  awaitAnswer,
  byComplainant,
  othersOf,
  type Part,
  type SoFar,
  say,
  seedOf,
  withOthers,
} from './so-far.ts';

/** Whether it is told for several people: those complain together who say so, not all who were affected. */
export const isJoint = (intake: Intake): boolean => intake.facts.collective && !othersOf(intake).alone;

const questionsFor = (intake: Intake): readonly OtherQuestion[] => [
  ...(intake.onBehalfOf === null ? [] : (['consent'] as const)),
  ...(isJoint(intake) ? (['parties', 'representatives'] as const) : []),
];

/** What is still to be asked about those who are in it besides the complainant; empty when nothing is (IN-13). */
export const openQuestions = (intake: Intake): readonly OtherQuestion[] =>
  questionsFor(intake).filter((one) => !othersOf(intake).asked.includes(one));

/** Questions put so far, all kinds together (IN-5). */
export const countAsked = (intake: Intake): number =>
  intake.asked.length + questionsFor(intake).filter((one) => othersOf(intake).asked.includes(one)).length;

/** Whether the question about the others comes now: after the matter itself, while the pack still lets us ask. */
export const isTimeFor = (turn: SoFar, intake: Intake, left: number): boolean => {
  const open = openQuestions(intake).length;
  return open > 0 && (left === 0 || countAsked(intake) + open >= maxQuestions(turn.input.policy));
};

const button = (label: string, action: Reply['buttons'][number]['action']): Reply['buttons'][number] => ({
  label,
  action,
});

const buttonsFor = (turn: SoFar, question: OtherQuestion): Reply['buttons'] => {
  const { locale } = turn;
  if (question === 'consent')
    return [
      button(others(locale, 'consentAgreed'), { do: 'consent', consent: 'agreed' }),
      button(others(locale, 'consentNotAgreed'), { do: 'consent', consent: 'not_agreed' }),
      button(others(locale, 'consentUnable'), { do: 'consent', consent: 'unable' }),
    ];
  if (question === 'parties')
    return [button(others(locale, 'onlyMe'), { do: 'only-me' }), ...skipButton(locale)];
  return skipButton(locale);
};

/** Puts one question about the others, which may be left open. */
export const askOther = (turn: SoFar, question: OtherQuestion): SoFar => {
  const { intake } = turn.dialog;
  const { asked } = othersOf(intake);
  const limit = question === 'representatives' ? mostRepresentatives(turn.input.policy) : undefined;
  const key = limit ? 'representativesAtMost' : question;
  const values = { who: theirPerson(intake?.onBehalfOf ?? '', turn.locale), count: limit?.most ?? 0 };
  const put = say(turn, {
    move: `ask-${question}`,
    text: others(turn.locale, key, values, seedOf(turn)),
    asks: true,
    apart: true,
    free: true,
    buttons: buttonsFor(turn, question),
  });
  return awaitAnswer(withOthers(put, { asked: [...new Set([...asked, question])] }), { ask: question });
};

/** The list of those who complain together, for the file; none when nobody was named. */
export const partiesCommand = (turn: SoFar, intake: Intake): readonly Command[] => {
  const { parties } = othersOf(intake);
  return parties.length === 0 ? [] : [{ type: 'ListParties', ...byComplainant(turn), parties }];
};

/** What staying unnamed means is said once, before it matters (IN-13). */
export const tellAnonymity = (turn: SoFar): SoFar => {
  const { intake } = turn.dialog;
  if (!intake?.anonymous || othersOf(intake).unnamedTold) return turn;
  const text = others(turn.locale, 'anonymity', {}, seedOf(turn));
  return withOthers(say(turn, { move: 'anonymity', text, apart: true }), { unnamedTold: true });
};

const give = (turn: SoFar, kind: TalkCode['kind'], part: (code: string) => Part): SoFar => {
  const code = turn.input.nextCodes?.[kind];
  return code === undefined ? turn : { ...say(turn, part(code)), codes: [...turn.codes, { kind, code }] };
};

/** Gives whoever complains for several a code for the others to join with. */
export const giveJoinCode = (turn: SoFar): SoFar =>
  give(turn, 'join', (code) => ({
    move: 'receipt',
    text: others(turn.locale, 'joinCode', { code, days: codeDays.join }),
    apart: true,
    always: true,
  }));

/** Who can be reached nowhere else gets a code to come back with; who complains for several, one for the others to join with. */
export const giveCodes = (turn: SoFar, intake: Intake): SoFar => {
  const { locale } = turn;
  const unreached = intake.anonymous && !intake.details.phone && !intake.details.email;
  const back = unreached
    ? give(turn, 'person', (code) => ({
        move: 'receipt',
        text: others(locale, 'comeBackCode', { code, days: codeDays.person }),
        apart: true,
        always: true,
      }))
    : turn;
  return isJoint(intake) ? giveJoinCode(back) : back;
};

const listed = (names: readonly string[], turn: SoFar): string =>
  names.join(turn.locale === 'zh-CN' ? '、' : ', ');

/** Lines of the words said back that speak of people (IN-9). */
export const othersLines = (turn: SoFar, intake: Intake): readonly string[] => {
  const { locale } = turn;
  const { parties } = othersOf(intake);
  const speakers = parties.filter(({ speaks }) => speaks).map(({ name }) => name);
  const together =
    parties.length > 0
      ? others(locale, 'togetherNames', {
          names: listed(
            parties.map(({ name }) => name),
            turn,
          ),
        })
      : others(locale, 'together', { people: intake.facts.people ?? 0 });
  const counted = parties.length > 0 ? countPeople(parties) > 0 : (intake.facts.people ?? 0) > 1;
  return [
    ...(isJoint(intake) && counted ? [together] : []),
    ...(speakers.length > 0 ? [others(locale, 'speakers', { names: listed(speakers, turn) })] : []),
    ...(intake.onBehalfOf === null
      ? []
      : [others(locale, 'behalf', { who: theirPerson(intake.onBehalfOf, locale) })]),
    ...(intake.anonymous ? [others(locale, 'unnamed')] : []),
  ];
};
