import type { Contact } from '../complaint/commands.ts';
import type { ComplaintEvent } from '../complaint/events.ts';
import type { Complaint, Remedy } from '../complaint/state.ts';
import { solvedButtons } from '../dialog/moves/follow-up.ts';
import { offerButtons } from '../dialog/moves/remedy.ts';
import {
  archivedText,
  billingDoneText,
  carriedOutText,
  declinedText,
  followUpText,
  formerSpeakerText,
  mergedText,
  offerText,
  reopenedText,
  resolvedText,
  speakerDeclinedText,
  speakerStaysText,
  speakerText,
  staffReplyText,
  talkReturnedText,
  talkTakenText,
  wordReleasedText,
  wordReturnedText,
} from '../dialog/script/complainant.ts';
import { spellDay } from '../dialog/script/dates.ts';
import { finalText } from '../dialog/script/final.ts';
import { sayLetter } from '../dialog/script/letter.ts';
import type { Reply } from '../dialog/talk.ts';
import { legalRoutes } from '../policy/final-response.ts';
import type { FileRef } from '../terms.ts';
import { formatMoney } from './format.ts';
import type { PlannedButton, PlannedMessage, Setting } from './plan.ts';

const plan = (buttons: Reply['buttons']): readonly PlannedButton[] =>
  buttons.map(({ action, ...look }) => ({ ...look, action: { side: 'talk', action } }));

/** An offer that moved to another's talk is another message there. */
const offerKey = ({ number }: Complaint, { handedOn, id }: Remedy): string =>
  [number, 'offer', id, ...(handedOn ? [handedOn] : [])].join('/');

const offer = (complaint: Complaint, remedy: Remedy, contact: Contact): PlannedMessage => {
  const { locale } = contact;
  const money = remedy.money ? formatMoney(remedy.money, locale) : null;
  const { text, withinDays, bottomLine: last } = remedy;
  const values = { number: complaint.number, remedy: text, money, withinDays, last };
  const open = remedy.status === 'offered';
  return {
    to: { contact },
    locale,
    severity: complaint.severity,
    key: offerKey(complaint, remedy),
    text: offerText(locale, values, remedy.id),
    ...(open ? { buttons: plan(offerButtons(remedy.id, locale)) } : {}),
  };
};

/** Offers as they stand in the talk: with their buttons while they are open, without once answered (AP-6). */
export const offerMessages = (complaint: Complaint, _setting: Setting): readonly PlannedMessage[] => {
  const { contact, remedies } = complaint;
  if (!contact) return [];
  // What is ordered was never asked: it is told once it is done (S1.12).
  const shown = remedies.filter(
    ({ handedOn, ordered, status }) =>
      !ordered &&
      handedOn !== 'closed' &&
      ['offered', 'accepted', 'declined', 'carried_out'].includes(status),
  );
  return shown.map((remedy) => offer(complaint, remedy, contact));
};

/** Open offers as they stay in the talk of whoever handed the word on: to be read, no longer to be answered there (IN-13). */
export const offersLeft = (
  before: Complaint,
  after: Complaint,
  setting: Setting,
): readonly PlannedMessage[] =>
  before.complainant.id === after.complainant.id
    ? []
    : offerMessages(before, setting).flatMap(({ buttons, ...message }) => (buttons ? [message] : []));

/** Where somebody can turn whom our last word does not satisfy: what the law makes us name, then our own list (AP-6). */
const waysOutside = (locale: Contact['locale'], { organisation, policy }: Setting): readonly string[] => [
  ...legalRoutes(locale, policy),
  ...organisation.outsideRoutes.map((route) => route[locale]),
];

/** A verified billing error was never offered: what was wrong and what was put right is told now, apology first (S1.2, S1.12). */
const doneText = (
  { number, remedies }: Complaint,
  remedyId: string,
  { locale, seed }: { readonly locale: Contact['locale']; readonly seed: string },
): string => {
  const remedy = remedies.find(({ id }) => id === remedyId);
  const { billing = null, money = null, text = '' } = remedy ?? {};
  if (billing === null || money === null) return carriedOutText(locale, { number, remedy: text }, seed);
  const over = billing.charged.amountMinor - billing.due.amountMinor;
  return billingDoneText(locale, {
    number,
    charged: formatMoney(billing.charged, locale),
    due: formatMoney(billing.due, locale),
    over: formatMoney({ amountMinor: over, currency: money.currency }, locale),
    refunded: formatMoney(money, locale),
    words: text,
  });
};

/** As text it stands for itself; as a document it is announced, and the text is one press away (S1.5). */
const letterSent = (
  { files = [], letterId, text }: Extract<ComplaintEvent, { type: 'LetterSent' }>,
  { number, locale }: { readonly number: string; readonly locale: Contact['locale'] },
): Told => {
  if (files.length === 0) return { text: staffReplyText(locale, { text }), voice: 'staff' };
  const lines = [sayLetter(locale, 'cover', { number }), sayLetter(locale, 'coverText')];
  const button = { label: sayLetter(locale, 'asText'), action: { do: 'letter-text' as const, letterId } };
  return { text: lines.join('\n'), files, buttons: [button] };
};

const partyOf = ({ parties }: Complaint, id: string) => parties.find(({ joined }) => joined?.id === id);

/** A name as the others may read it; undefined where it is withheld or was never told. */
const shownName = (one: { readonly name?: string; readonly anonymous?: boolean } | undefined) =>
  one?.anonymous || one?.name === '' ? undefined : one?.name;

const bySelf = (event: ComplaintEvent): boolean => event.by.kind === 'complainant';

interface Told {
  readonly text: string;
  readonly key?: string;
  readonly voice?: 'staff';
  readonly buttons?: Reply['buttons'];
  readonly files?: readonly FileRef[];
}

const told = (
  event: ComplaintEvent,
  { complaint, locale }: { readonly complaint: Complaint; readonly locale: Contact['locale'] },
  setting: Setting,
): Told | undefined => {
  const { number } = complaint;
  const seed = `${number}/${complaint.version}`;
  const day = (at: string) => spellDay(at, { now: event.at, zone: setting.zone, locale });
  switch (event.type) {
    case 'ReplySent':
      return { text: staffReplyText(locale, { text: event.text }), voice: 'staff' };
    case 'LetterSent':
      return letterSent(event, { number, locale });
    case 'TalkTaken':
      return { text: talkTakenText(locale, {}, seed) };
    case 'TalkReturned':
      return { text: talkReturnedText(locale, {}, seed) };
    case 'RemedyCarriedOut':
      return { text: doneText(complaint, event.remedyId, { locale, seed }) };
    case 'ComplaintResolved':
      if (event.final)
        return {
          text: finalText(locale, { number, text: event.text, ways: waysOutside(locale, setting) }, seed),
        };
      // After a remedy the complainant has just been told that it is done.
      return complaint.timeline.carriedOutAt === event.at
        ? undefined
        : { text: resolvedText(locale, { number, text: event.text, followUp: day(event.followUpAt) }, seed) };
    case 'ComplaintDeclined':
      return {
        text: declinedText(
          locale,
          { number, text: event.text, ways: waysOutside(locale, setting), reviewed: complaint.reviewed },
          seed,
        ),
      };
    case 'ComplaintMerged':
      return { text: mergedText(locale, { number, into: event.into }, seed) };
    case 'FollowUpAsked':
      return {
        text: followUpText(locale, { number, attempt: event.attempt }, seed),
        key: `${number}/ask/${event.at}`,
        buttons: solvedButtons(locale),
      };
    case 'SpeakerChanged':
      return { text: speakerText(locale, { number }, seed) };
    case 'SpeakerDeclined': {
      const name = shownName(partyOf(complaint, event.to));
      return { text: speakerDeclinedText(locale, { number, name, text: event.text }, seed) };
    }
    case 'WordReturned':
      return { text: wordReturnedText(locale, { number, name: undefined, text: event.text }, seed) };
    case 'ComplaintReopened':
      return bySelf(event) ? undefined : { text: reopenedText(locale, { number }, seed) };
    case 'ComplaintArchived':
      return bySelf(event) ? undefined : { text: archivedText(locale, { number }, seed) };
    default:
      return undefined;
  }
};

/** Every second try to reach somebody goes over another of their talks, where one is known (S1.4, CL-5). */
const contactFor = (event: ComplaintEvent, { contact, otherContacts }: Complaint): Contact | null => {
  if (event.type !== 'FollowUpAsked' || event.attempt % 2 === 1) return contact;
  return otherContacts[(event.attempt / 2 - 1) % Math.max(1, otherContacts.length)] ?? contact;
};

const aboutTheWord: readonly ComplaintEvent['type'][] = ['SpeakerChanged', 'SpeakerDeclined', 'WordReturned'];

/** What the other of the two is told whom a word handed on, kept or given back concerns. */
const toldToTheOther = (
  event: ComplaintEvent,
  { complainant, number, version }: Complaint,
): { readonly id: string; readonly textIn: (locale: Contact['locale']) => string } | undefined => {
  const seed = `${number}/${version}`;
  const name = shownName(complainant);
  switch (event.type) {
    case 'SpeakerChanged':
      return { id: event.from, textIn: (locale) => formerSpeakerText(locale, { number, name }, seed) };
    case 'SpeakerDeclined':
      return { id: event.to, textIn: (locale) => speakerStaysText(locale, { number }, seed) };
    case 'WordReturned': {
      const values = { number, name, text: event.text };
      return { id: event.from, textIn: (locale) => wordReleasedText(locale, values, seed) };
    }
    default:
      return undefined;
  }
};

/** The other of the two hears of it in their own talk. */
const toTheOther = (event: ComplaintEvent, complaint: Complaint): readonly PlannedMessage[] => {
  const told = toldToTheOther(event, complaint);
  const contact = told ? partyOf(complaint, told.id)?.joined?.contact : undefined;
  if (!told || !contact) return [];
  const { locale } = contact;
  return [{ to: { contact }, locale, severity: complaint.severity, text: told.textIn(locale) }];
};

/** Those who speak for all hear what the complainant hears, in their own talks; what asks for an answer goes to one (IN-13). */
const speakers = ({ contact, parties }: Complaint): readonly Contact[] =>
  parties
    .flatMap(({ speaks, joined }) => (speaks && joined ? [joined.contact] : []))
    .filter(({ conversation }) => conversation !== contact?.conversation);

/**
 * What the complainant is told of one event; empty where the talk itself has just answered them, and where there is no talk.
 * Never holds a word that staff wrote for staff (ST-3).
 */
export const complainantMessagesOf = (
  event: ComplaintEvent,
  complaint: Complaint,
  setting: Setting,
): readonly PlannedMessage[] => {
  const first = contactFor(event, complaint);
  // That the word was handed on concerns two people alone.
  const others = aboutTheWord.includes(event.type) ? [] : speakers(complaint);
  const all = [...(first ? [first] : []), ...others];
  const toAll = all.flatMap((contact, index) => {
    const said = told(event, { complaint, locale: contact.locale }, setting);
    if (!said || (index > 0 && said.buttons && !said.files)) return [];
    const { text, key, voice, files } = said;
    const buttons = index > 0 ? undefined : said.buttons;
    return [
      {
        to: { contact },
        locale: contact.locale,
        severity: complaint.severity,
        text,
        ...(key ? { key } : {}),
        ...(voice ? { voice } : {}),
        ...(files ? { files } : {}),
        ...(buttons ? { buttons: plan(buttons) } : {}),
      },
    ];
  });
  return [...toAll, ...toTheOther(event, complaint)];
};
