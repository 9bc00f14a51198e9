import type { Consent } from '../../complaint/commands.ts';
import type { Party } from '../../complaint/further-commands.ts';
import { mostRepresentatives } from '../../policy/intake.ts';
import { type PeopleList, readPeople } from '../../triage/name-list.ts';
import { others, theirPerson } from '../script/others.ts';
import type { OtherQuestion } from '../state.ts';
import { goOn, takeIn } from './intake.ts';
import { partiesCommand } from './others.ts';
import {
  awaitAnswer,
  order,
  othersOf,
  type SoFar,
  say,
  seedOf,
  type TextItem,
  withOthers,
} from './so-far.ts';
import { wordsOf } from './told.ts';
import { isOnly } from './words.ts';

type Key = Parameters<typeof others>[1];

const note = (turn: SoFar, key: Key, values = {}): SoFar =>
  say(turn, { move: 'noted', text: others(turn.locale, key, values, seedOf(turn)) });

/** On file at once where the complaint already has a number; else with its receipt. */
const kept = (turn: SoFar): SoFar => {
  const { intake } = turn.dialog;
  return intake?.number ? order(turn, ...partiesCommand(turn, intake)) : turn;
};

const asParties = (list: PeopleList): readonly Party[] =>
  list.people.map(({ name, household, phone }) => ({
    name,
    household,
    ...(phone === '' ? {} : { phone }),
  }));

const same = (one: Party, other: Party): boolean =>
  one.name === other.name &&
  (one.household === other.household || one.household === '' || other.household === '');

const withMore = (parties: readonly Party[], named: readonly Party[]): readonly Party[] => [
  ...parties,
  ...named.filter((one) => parties.every((party) => !same(one, party))),
];

/** Those chosen to speak are marked in the list, and added to it where they were not in it yet. */
const withSpeakers = (parties: readonly Party[], chosen: readonly Party[]): readonly Party[] => {
  const marked = parties.map((party) => {
    const found = chosen.find((one) => same(one, party));
    return found ? { ...party, ...(found.phone ? { phone: found.phone } : {}), speaks: true } : party;
  });
  const more = chosen.filter((one) => parties.every((party) => !same(one, party)));
  return [...marked, ...more.map((one) => ({ ...one, speaks: true }))];
};

/** It is only them after all: nobody is asked for any further. */
export const alone = (turn: SoFar): SoFar =>
  goOn(awaitAnswer(note(withOthers(turn, { alone: true }), 'alone'), null));

const hearParties = (turn: SoFar, list: PeopleList): SoFar => {
  if (list.people.length === 0) return list.self ? alone(turn) : goOn(note(turn, 'countNoted'));
  const { parties } = othersOf(turn.dialog.intake);
  return goOn(kept(note(withOthers(turn, { parties: withMore(parties, asParties(list)) }), 'partiesNoted')));
};

/** Who is chosen: those already listed, whatever words stand around their names now, and whoever is named besides. */
const chosenIn = (words: string, parties: readonly Party[]): readonly Party[] => {
  const named = asParties(readPeople(words));
  const known = parties.filter(({ name }) => name !== '' && words.includes(name));
  const phoneOf = (party: Party) => named.find((one) => one.name.includes(party.name))?.phone ?? party.phone;
  const listed = known.map((party) => {
    const phone = phoneOf(party);
    return { ...party, ...(phone ? { phone } : {}) };
  });
  return [...listed, ...named.filter((one) => known.every(({ name }) => !one.name.includes(name)))];
};

/** The rules let no more speak: which of them is theirs to choose, and it is asked once (CN 2020-3 Art. 12). */
const tooMany = (turn: SoFar, chosen: readonly Party[], self: boolean): SoFar | null => {
  const limit = mostRepresentatives(turn.input.policy);
  const { asked, parties } = othersOf(turn.dialog.intake);
  const named = chosen.length + (self ? 1 : 0);
  if (!limit || named <= limit.most || asked.includes('too-many')) return null;
  const text = others(turn.locale, 'tooMany', { named, count: limit.most, clause: limit.clause });
  const told = say(turn, { move: 'too-many', text, asks: true, apart: true });
  const next = withOthers(told, { asked: [...asked, 'too-many'], parties: withMore(parties, chosen) });
  return awaitAnswer(kept(next), { ask: 'representatives' });
};

const hearRepresentatives = (turn: SoFar, words: string): SoFar => {
  const { parties } = othersOf(turn.dialog.intake);
  const { self } = readPeople(words);
  const all = chosenIn(words, parties);
  const refused = tooMany(turn, all, self);
  if (refused) return refused;
  const most = mostRepresentatives(turn.input.policy)?.most ?? Number.POSITIVE_INFINITY;
  const chosen = all.slice(0, self ? most - 1 : most);
  if (chosen.length === 0) return goOn(note(turn, 'spokesperson'));
  const next = withOthers(turn, { parties: withSpeakers(parties, chosen) });
  const names = chosen.map(({ name }) => name).join(turn.locale === 'zh-CN' ? '、' : ', ');
  return goOn(kept(note(next, 'speakersNoted', { names })));
};

const consentKeys = {
  agreed: 'consentNoted',
  not_agreed: 'consentLater',
  unable: 'consentNotPossible',
} as const satisfies Record<Consent, Key>;

/** What the speaker says of the other's consent is kept; staff confirm it before anything personal is told. */
export const takeConsent = (turn: SoFar, consent: Consent): SoFar => {
  const who = theirPerson(turn.dialog.intake?.onBehalfOf ?? '', turn.locale);
  return goOn(awaitAnswer(note(withOthers(turn, { consent }), consentKeys[consent], { who }), null));
};

const unable =
  /没法|无法|不能(?:自己|亲自)?|去世|过世|不在了|昏迷|太小|未成年|才\d+岁|住院|失智|痴呆|can.?t|cannot|unable|passed away|died|dead|deceased|baby|toddler|minor|too (?:young|ill|old)|dementia|coma/iu;
const notYet =
  /还没|没问|没有问|没说|不知道|不清楚|not yet|haven.?t|didn.?t ask|not asked|don.?t know|doesn.?t know/iu;

const consentIn = (turn: SoFar, words: string): Consent | null => {
  if (unable.test(words)) return 'unable';
  if (notYet.test(words) || isOnly('no', words)) return 'not_agreed';
  if (
    isOnly('yes', words) ||
    /同意|知道|委托|让我|叫我|agree|knows?|asked me|gave me|authori[sz]/iu.test(words)
  )
    return 'agreed';
  const { yesNo } = turn.input.understanding;
  return yesNo === null ? null : yesNo === 'yes' ? 'agreed' : 'not_agreed';
};

/** The texts answer a question about the others, or tell something else; either way they are kept and the talk goes on. */
export const answerOther = (turn: SoFar, texts: readonly TextItem[], question: OtherQuestion): SoFar => {
  const words = wordsOf(texts).trim();
  if (isOnly('skip', words)) return leaveOpen(turn, question);
  const { isComplaint } = turn.input.understanding;
  const heard = awaitAnswer(takeIn(turn, texts, { details: {}, complaining: isComplaint }), null);
  if (question === 'consent') {
    const consent = consentIn(turn, words);
    return consent === null ? goOn(heard) : takeConsent(heard, consent);
  }
  return question === 'parties' ? hearParties(heard, readPeople(words)) : hearRepresentatives(heard, words);
};

/** Left open: who told us of it is who we stay in touch with, and no consent is taken for granted. */
export const leaveOpen = (turn: SoFar, question: OtherQuestion): SoFar => {
  if (question === 'consent') return takeConsent(turn, 'not_agreed');
  return goOn(awaitAnswer(note(turn, question === 'parties' ? 'countNoted' : 'spokesperson'), null));
};
