import type { Complaint, Escalation } from '../complaint/state.ts';
import { isWithdrawn } from '../complaint/withdrawal.ts';
import { sayCard } from '../dialog/script/card.ts';
import { factWords } from '../policy/fact-words.ts';
import { type FactName, noFacts } from '../policy/facts.ts';
import { label } from '../policy/intake.ts';
import type { Locale } from '../terms.ts';
import { deskButton } from './button.ts';
import { narrativeSection, reasonLines } from './card.ts';
import { deskLocale, formatInstant, formatPerson, formatRole } from './format.ts';
import type { Card } from './message.ts';
import type { PlannedButton, PlannedMessage, Setting } from './plan.ts';

/** Name of the complaint's thread in the manager channel (ES-2). */
export const managerThread = (number: string): string => `${number}/manager`;

const triggerKeys = [
  'level',
  'asked',
  'staff',
  'stalled',
  'declined',
  'dissatisfied',
  'silence',
  'sameness',
  'repeat',
  'unclaimed',
  'unanswered',
  'unresolved',
  'supplier',
  'standing',
  'reopened',
] as const;

const isFact = (name: string): name is FactName => name in noFacts;

/** What has lifted a level after receipt, in words. */
const levelReason = (fact: string, locale: Locale): string => {
  if (fact === 'regraded') return sayCard(locale, 'trigger.regraded');
  if (fact === 'unresolvedDays') return sayCard(locale, 'trigger.unresolved');
  return isFact(fact) ? factWords(fact, locale) : sayCard(locale, 'trigger.other');
};

/** Why an escalation was raised, in words: 'level', 'asked', 'clock:first_reply', 'breach:solution' … */
export const triggerText = (trigger: string, complaint: Complaint, setting: Setting): string => {
  const locale = deskLocale(complaint, setting);
  const [kind, clock] = trigger.split(':');
  if (clock && (kind === 'clock' || kind === 'breach')) {
    return sayCard(locale, `trigger.${kind}`, { clock: label(clock, locale, setting.policy) });
  }
  if (clock && kind === 'level')
    return sayCard(locale, 'trigger.levelSince', {
      severity: complaint.severity,
      why: levelReason(clock, locale),
    });
  const known = triggerKeys.find((key) => key === kind);
  return sayCard(locale, `trigger.${known ?? 'other'}`, { severity: complaint.severity });
};

const timelineText = (complaint: Complaint, locale: Locale, setting: Setting): string => {
  const { timeline } = complaint;
  const due = timeline.remedyDueAt === null ? '' : formatInstant(timeline.remedyDueAt, locale, setting.zone);
  const rows: readonly [string, string | null][] = [
    [sayCard(locale, 'receivedAt'), timeline.receivedAt],
    [sayCard(locale, 'stage.taken'), timeline.takenAt],
    [sayCard(locale, 'remedy.accepted', { when: due }), timeline.remedyAcceptedAt],
    [sayCard(locale, 'stage.resolved'), timeline.resolvedAt],
  ];
  return rows
    .flatMap(([what, at]) => (at ? [`${formatInstant(at, locale, setting.zone)} · ${what}`] : []))
    .join('\n');
};

const escalationButtons = (complaint: Complaint, locale: Locale): readonly PlannedButton[] => {
  const { escalation } = complaint;
  if (!escalation) return [];
  const acknowledge = escalation.acknowledgedBy
    ? []
    : [deskButton({ do: 'acknowledge' }, locale, { style: 'primary' })];
  return [
    ...acknowledge,
    deskButton({ do: 'take' }, locale, { label: 'take-over' }),
    deskButton({ do: 'return-escalation' }, locale),
    deskButton({ do: 'regrade' }, locale),
    ...(isWithdrawn(complaint)
      ? []
      : [deskButton({ do: 'reply' }, locale), deskButton({ do: 'propose-remedy' }, locale)]),
  ];
};

/** Who is asked by name, and whom they stand in for (ES-4). */
export const askedText = (asked: Escalation['asked'], locale: Locale, setting: Setting): string =>
  asked
    .map(({ person, standsInFor }) => {
      const who = formatPerson(person, locale, setting);
      if (standsInFor === null) return who;
      return sayCard(locale, 'standIn', { who, holder: formatPerson(standsInFor, locale, setting) });
    })
    .join(', ');

const askedField = ({ escalation }: Complaint, locale: Locale, setting: Setting): Card['fields'] => {
  const value = askedText(escalation?.asked ?? [], locale, setting);
  return value === '' ? [] : [{ label: sayCard(locale, 'people'), value }];
};

/**
 * The card that heads the escalation thread: everything needed to decide, kept in step with the team's (ES-2).
 *
 * @param whole the complaint as the team sees it
 */
export const escalationCard = (
  complaint: Complaint,
  whole: Card,
  setting: Setting,
): PlannedMessage | undefined => {
  const { escalation } = complaint;
  if (!escalation?.isShown) return undefined;
  const locale = deskLocale(complaint, setting);
  const role = formatRole(escalation.role, locale);
  const acknowledged = escalation.acknowledgedBy;
  const state = acknowledged
    ? sayCard(locale, 'escalation.acknowledged', { who: formatPerson(acknowledged, locale, setting) })
    : sayCard(locale, 'escalation.open', { role });
  const title = sayCard(locale, 'escalationTitle', {
    number: complaint.number,
    severity: complaint.severity,
    role,
  });
  const why = `${triggerText(escalation.trigger, complaint, setting)}${escalation.reason ? `\n${escalation.reason}` : ''}`;
  const card: Card = {
    ...whole,
    title,
    fields: [
      { label: sayCard(locale, 'escalation'), value: state },
      ...askedField(complaint, locale, setting),
      ...whole.fields,
    ],
    sections: [
      { label: sayCard(locale, 'why'), text: `${why}\n${reasonLines(complaint, locale)}` },
      narrativeSection(complaint, locale),
      { label: sayCard(locale, 'timeline'), text: timelineText(complaint, locale, setting) },
      ...(acknowledged
        ? []
        : [{ label: sayCard(locale, 'asked'), text: sayCard(locale, 'asked.acknowledge') }]),
    ],
  };
  return {
    to: { desk: 'manager' },
    locale,
    key: `${complaint.number}/escalation`,
    opensThread: { key: managerThread(complaint.number), title },
    severity: complaint.severity,
    text: title,
    card,
    buttons: whole.tone === 'done' ? [] : escalationButtons(complaint, locale),
  };
};
