import type { Complaint, Remedy } from '../complaint/state.ts';
import { sayCard } from '../dialog/script/card.ts';
import { label } from '../policy/intake.ts';
import type { Locale } from '../terms.ts';
import { complaintCard, deskButton, narrativeSection, reasonLines } from './card.ts';
import { deskLocale, formatActor, formatInstant, formatMoney, formatPerson, formatRole } from './format.ts';
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
] as const;

/** Why an escalation was raised, in words: 'level', 'asked', 'clock:first_reply', 'breach:solution' … */
export const triggerText = (trigger: string, complaint: Complaint, setting: Setting): string => {
  const locale = deskLocale(complaint, setting);
  const [kind, clock] = trigger.split(':');
  if (clock && (kind === 'clock' || kind === 'breach')) {
    return sayCard(locale, `trigger.${kind}`, { clock: label(clock, locale, setting.policy) });
  }
  const known = triggerKeys.find((key) => key === kind);
  return sayCard(locale, `trigger.${known ?? 'other'}`, { severity: complaint.severity });
};

const timelineText = (complaint: Complaint, locale: Locale, setting: Setting): string => {
  const { timeline } = complaint;
  const rows: readonly [string, string | null][] = [
    [sayCard(locale, 'receivedAt'), timeline.receivedAt],
    [sayCard(locale, 'stage.taken'), timeline.takenAt],
    [sayCard(locale, 'remedy.accepted', { when: '' }), timeline.remedyAcceptedAt],
    [sayCard(locale, 'stage.resolved'), timeline.resolvedAt],
  ];
  return rows
    .flatMap(([what, at]) => (at ? [`${formatInstant(at, locale, setting.zone)} · ${what}`] : []))
    .slice(0, 2)
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
    deskButton({ do: 'reply' }, locale),
    deskButton({ do: 'propose-remedy' }, locale),
  ];
};

/** The card that heads the escalation thread: everything needed to decide, kept in step with the team's (ES-2). */
export const escalationCard = (complaint: Complaint, setting: Setting): PlannedMessage | undefined => {
  const { escalation } = complaint;
  if (!escalation) return undefined;
  const locale = deskLocale(complaint, setting);
  const whole = complaintCard(complaint, setting);
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
    fields: [{ label: sayCard(locale, 'escalation'), value: state }, ...whole.fields],
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

const approvalButtons = (remedy: Remedy, locale: Locale): readonly PlannedButton[] =>
  remedy.status === 'proposed'
    ? [
        deskButton({ do: 'approve-remedy', remedyId: remedy.id }, locale, { style: 'primary' }),
        deskButton({ do: 'return-remedy', remedyId: remedy.id }, locale),
        deskButton({ do: 'reject-remedy', remedyId: remedy.id }, locale, { style: 'danger' }),
      ]
    : [];

const approvalFields = (complaint: Complaint, remedy: Remedy, setting: Setting): Card['fields'] => {
  const locale = deskLocale(complaint, setting);
  const role = remedy.steps[remedy.approvals.length];
  const approvers = remedy.approvals.map(({ by }) => formatPerson(by, locale, setting)).join(', ');
  const rows: readonly [Parameters<typeof sayCard>[1], string][] = [
    ['severity', sayCard(locale, `severity${complaint.severity}`)],
    ['stage', sayCard(locale, `remedy.${remedy.status}`, { when: '' })],
    ['proposedBy', formatActor(remedy.proposedBy, locale, setting)],
    ['approver', remedy.status === 'proposed' && role ? formatRole(role, locale) : ''],
    ['decidedBy', approvers],
    ['wanted', complaint.details.wanted ?? sayCard(locale, 'notStated')],
    ['clause', remedy.clause],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({
      label: key === 'decidedBy' ? sayCard(locale, 'remedy.approved') : sayCard(locale, key),
      value,
    }));
};

/** The card by which one remedy is approved, redrawn when it is decided (AP-2). */
export const approvalCard = (
  complaint: Complaint,
  remedy: Remedy,
  setting: Setting,
): PlannedMessage | undefined => {
  if (remedy.steps.length === 0) return undefined;
  const locale = deskLocale(complaint, setting);
  const title = sayCard(locale, 'approvalTitle', {
    number: complaint.number,
    kind: label(remedy.kind, locale, setting.policy),
    amount: remedy.money ? ` ${formatMoney(remedy.money, locale)}` : '',
  });
  return {
    to: { desk: 'manager' },
    locale,
    key: `${complaint.number}/remedy/${remedy.id}`,
    severity: complaint.severity,
    text: title,
    card: {
      title,
      tone: remedy.status === 'proposed' ? 'notable' : 'done',
      fields: approvalFields(complaint, remedy, setting),
      sections: [
        { label: sayCard(locale, 'text'), text: remedy.text },
        narrativeSection(complaint, locale),
        ...(remedy.note && (remedy.status === 'rejected' || remedy.status === 'returned')
          ? [{ label: sayCard(locale, 'note'), text: remedy.note }]
          : []),
      ],
    },
    buttons: approvalButtons(remedy, locale),
  };
};
