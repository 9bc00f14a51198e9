import { countHouseholds, countPeople } from '../complaint/evolve/parties.ts';
import type { Party } from '../complaint/further-commands.ts';
import type { Complaint } from '../complaint/state.ts';
import { sayCard } from '../dialog/script/card.ts';
import { personSpokenFor } from '../dialog/script/others.ts';
import { higherDue } from '../policy/deadlines.ts';
import type { Locale } from '../terms.ts';
import { mask } from '../triage/mask.ts';
import { formatInstant, formatMoney, formatPerson } from './format.ts';
import type { Card } from './message.ts';
import type { Setting } from './plan.ts';
import { awaitedRoles } from './signatures.ts';

type Section = Card['sections'][number];

const countWords = (parties: readonly Party[], locale: Locale): string => {
  const counted = { people: countPeople(parties), households: countHouseholds(parties) };
  const joined = parties.filter((one) => one.joined !== undefined).length;
  return sayCard(locale, 'partyCount', { ...counted, joined });
};

/** Who complains together, counted; who they are is shown with the contact data, by a logged press (ST-4). */
export const partiesText = ({ parties }: Complaint, locale: Locale): string | undefined =>
  parties.length === 0 ? undefined : countWords(parties, locale);

/** How many speak for those who complain together; undefined while nobody was chosen. */
export const representativesText = ({ parties }: Complaint, locale: Locale): string | undefined => {
  const speakers = parties.filter(({ speaks }) => speaks);
  return speakers.length === 0 ? undefined : countWords(speakers, locale);
};

/** For whom the complainant speaks, and whether anybody of us has confirmed that they may (IN-13). */
export const authorityText = (complaint: Complaint, locale: Locale, setting: Setting): string | undefined => {
  const { authority, complainant } = complaint;
  if (complainant.onBehalfOf === undefined) return undefined;
  const who = personSpokenFor(complainant.onBehalfOf);
  if (!authority)
    return sayCard(locale, 'authorityOpen', {
      who,
      consent: sayCard(locale, `consent.${complainant.consent ?? 'unasked'}`),
    });
  const by = formatPerson(authority.by, locale, setting);
  const proof = mask(authority.proof, { names: [] });
  return sayCard(locale, 'authorityDone', { who, by, proof });
};

/** That the complainant waits for somebody higher, and until when (ES-3). */
export const higherText = (complaint: Complaint, locale: Locale, setting: Setting): string | undefined => {
  const { higher, timeline } = complaint;
  const due = higher ? higherDue(timeline, setting.policy) : null;
  if (!higher || due === null) return undefined;
  const asked = formatInstant(higher.askedAt, locale, setting.zone);
  const when = formatInstant(due, locale, setting.zone);
  return sayCard(locale, higher.looked ? 'higherLooked' : 'higherWaits', { asked, when });
};

const reasonOf = (id: string, locale: Locale, { policy }: Setting): string =>
  policy.pack.pauses.reasons.find((one) => one.id === id)?.label[locale] ?? id;

/** Whether clocks stand still, or would if somebody agreed (CL-4). */
export const pauseText = (complaint: Complaint, locale: Locale, setting: Setting): string | undefined => {
  const { pause, pauseProposal } = complaint;
  if (pause) {
    const until = formatInstant(pause.until, locale, setting.zone);
    return sayCard(locale, 'pausedUntil', { reason: reasonOf(pause.reason, locale, setting), until });
  }
  if (!pauseProposal) return undefined;
  const { days, reason } = pauseProposal;
  return sayCard(locale, 'pauseWaits', { days, reason: reasonOf(reason, locale, setting) });
};

/** A sign that it need not be taken on again: shown, decided by staff (S1.14). */
export const groundSection = (complaint: Complaint, locale: Locale): readonly Section[] => {
  const { ground } = complaint;
  if (!ground) return [];
  const text = sayCard(locale, `ground.${ground.ground}`, { words: ground.words });
  return [{ label: sayCard(locale, 'ground'), text }];
};

/** Whose failing it was and what is deducted, in one line (RE-6). */
export const responsibilityText = (complaint: Complaint, locale: Locale, setting: Setting): string => {
  const { responsibility } = complaint;
  if (!responsibility) return '';
  const { unit, person, deduction, reason } = responsibility;
  return sayCard(locale, 'responsibilityText', {
    unit,
    person: person === '' ? '' : ` · ${formatPerson(person, locale, setting)}`,
    deduction: deduction ? ` · ${formatMoney(deduction, locale)}` : '',
    reason,
  });
};

/** Responsibility as the card shows it. */
export const responsibilitySection = (
  complaint: Complaint,
  locale: Locale,
  setting: Setting,
): readonly Section[] => {
  const { responsibility } = complaint;
  if (!responsibility) return [];
  const { approved, publishedAt, status } = responsibility;
  const when = publishedAt === null ? '' : formatInstant(publishedAt, locale, setting.zone);
  const state =
    publishedAt !== null
      ? sayCard(locale, 'responsibilityPublished', { when })
      : status === 'proposed'
        ? sayCard(locale, 'responsibilityWaits')
        : approved && setting.policy.pack.sanctions
          ? sayCard(locale, 'responsibilityApproved')
          : '';
  return [
    {
      label: sayCard(locale, 'responsibility'),
      text: [responsibilityText(complaint, locale, setting), state].filter(Boolean).join('\n'),
    },
  ];
};

/** How far the last letter is in its review (S1.5). */
export const letterText = (complaint: Complaint, locale: Locale): string | undefined => {
  const letter = complaint.letters.at(-1);
  if (!letter) return undefined;
  return sayCard(locale, `letter.${letter.status}`, {
    version: letter.versions.length,
    role: awaitedRoles(letter, locale),
    note: letter.note,
  });
};
