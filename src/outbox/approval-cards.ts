import type { Complaint, Letter, Remedy } from '../complaint/state.ts';
import { sayCard } from '../dialog/script/card.ts';
import { label } from '../policy/intake.ts';
import { floors } from '../policy/remedies.ts';
import type { Locale } from '../terms.ts';
import { deskButton } from './button.ts';
import { maskFor, narrativeSection } from './card.ts';
import { deskLocale, formatActor, formatMoney, formatPerson, formatRole } from './format.ts';
import type { Card } from './message.ts';
import type { PlannedButton, PlannedMessage, Setting } from './plan.ts';

const approvalButtons = (remedy: Remedy, locale: Locale): readonly PlannedButton[] =>
  remedy.status === 'proposed'
    ? [
        deskButton({ do: 'approve-remedy', remedyId: remedy.id }, locale, { style: 'primary' }),
        deskButton({ do: 'return-remedy', remedyId: remedy.id }, locale),
        deskButton({ do: 'reject-remedy', remedyId: remedy.id }, locale, { style: 'danger' }),
      ]
    : [];

/** Every signature wanted, with who has given it. */
const signatureLines = (remedy: Remedy, locale: Locale, setting: Setting): string =>
  remedy.steps
    .map((step, index) => {
      const signed = remedy.approvals.find((approval) => approval.step === index);
      const role = formatRole(step, locale);
      return signed
        ? sayCard(locale, 'signed', { role, who: formatPerson(signed.by, locale, setting) })
        : sayCard(locale, 'unsigned', { role });
    })
    .join('\n');

const floorLines = (complaint: Complaint, remedy: Remedy, setting: Setting): readonly string[] => {
  const locale = deskLocale(complaint, setting);
  const { currency } = setting.policy.pack;
  const offer = { facts: complaint.facts, priceMinor: complaint.facts.amountMinor, money: remedy.money };
  return floors(offer, locale, setting.policy).map(({ label: name, clause, leastMinor }) =>
    sayCard(locale, 'floor', {
      label: name,
      clause,
      amount: formatMoney({ amountMinor: leastMinor, currency }, locale),
    }),
  );
};

/** What whoever decides must see besides the offer itself: signatures, the law's floor, a verified error, a passed silence. */
const approvalSections = (complaint: Complaint, remedy: Remedy, setting: Setting): Card['sections'] => {
  const locale = deskLocale(complaint, setting);
  const { billing, newFacts, passedTo, status, steps } = remedy;
  const rows: readonly [Parameters<typeof sayCard>[1], string][] = [
    ['signatures', steps.length > 1 ? signatureLines(remedy, locale, setting) : ''],
    ['floors', status === 'proposed' ? floorLines(complaint, remedy, setting).join('\n') : ''],
    [
      'billing',
      billing === null
        ? ''
        : sayCard(locale, 'billingSum', {
            charged: formatMoney(billing.charged, locale),
            due: formatMoney(billing.due, locale),
            evidence: billing.evidence,
          }),
    ],
    ['newFacts', newFacts],
    [
      'approver',
      passedTo === null || status !== 'proposed'
        ? ''
        : sayCard(locale, 'passedTo', { role: formatRole(passedTo, locale) }),
    ],
  ];
  return rows.flatMap(([key, text]) => (text === '' ? [] : [{ label: sayCard(locale, key), text }]));
};

const approvalFields = (complaint: Complaint, remedy: Remedy, setting: Setting): Card['fields'] => {
  const locale = deskLocale(complaint, setting);
  const role = remedy.steps.find((_, step) => remedy.approvals.every((one) => one.step !== step));
  const approvers = remedy.approvals.map(({ by }) => formatPerson(by, locale, setting)).join(', ');
  const rows: readonly [Parameters<typeof sayCard>[1], string][] = [
    ['severity', sayCard(locale, `severity${complaint.severity}`)],
    ['stage', sayCard(locale, `remedy.${remedy.status}`, { when: '' })],
    ['proposedBy', formatActor(remedy.proposedBy, locale, setting)],
    ['approver', remedy.status === 'proposed' && role ? formatRole(role, locale) : ''],
    ['decidedBy', approvers],
    [
      'wanted',
      complaint.details.wanted === undefined
        ? sayCard(locale, 'notStated')
        : maskFor(complaint.details.wanted, complaint),
    ],
    [
      'owner',
      [
        remedy.owner === null ? '' : formatPerson(remedy.owner, locale, setting),
        sayCard(locale, 'withinDays', { days: remedy.withinDays }),
      ]
        .filter((one) => one !== '')
        .join(' · '),
    ],
    [
      'clause',
      [remedy.clause, remedy.bottomLine ? sayCard(locale, 'bottomLine') : ''].filter(Boolean).join(' · '),
    ],
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
        ...approvalSections(complaint, remedy, setting),
        narrativeSection(complaint, locale),
        ...(remedy.note && (remedy.status === 'rejected' || remedy.status === 'returned')
          ? [{ label: sayCard(locale, 'note'), text: remedy.note }]
          : []),
      ],
    },
    buttons: approvalButtons(remedy, locale),
  };
};

const letterButtons = (letter: Letter, locale: Locale): readonly PlannedButton[] => {
  const { id: letterId, status, versions } = letter;
  if (status !== 'review') return [];
  return [
    deskButton({ do: 'approve-letter', letterId, version: versions.length }, locale, { style: 'primary' }),
    deskButton({ do: 'return-letter', letterId }, locale),
  ];
};

/** The card by which a formal letter is reviewed: its whole text, its version and checksum, who has signed (S1.5). */
export const letterCard = (complaint: Complaint, letter: Letter, setting: Setting): PlannedMessage => {
  const locale = deskLocale(complaint, setting);
  const version = letter.versions.length;
  const title = sayCard(locale, 'letterTitle', { number: complaint.number, version });
  const role = formatRole(letter.steps[letter.approvals.length] ?? '', locale);
  const signatures = letter.steps.map((step, index) => {
    const by = letter.approvals[index]?.by;
    const name = formatRole(step, locale);
    return by === undefined
      ? sayCard(locale, 'unsigned', { role: name })
      : sayCard(locale, 'signed', { role: name, who: formatPerson(by, locale, setting) });
  });
  return {
    to: { desk: 'manager' },
    locale,
    key: `${complaint.number}/letter/${letter.id}`,
    severity: complaint.severity,
    text: title,
    card: {
      title,
      tone: letter.status === 'review' ? 'notable' : 'done',
      fields: [
        {
          label: sayCard(locale, 'stage'),
          value: sayCard(locale, `letter.${letter.status}`, { version, role, note: letter.note }),
        },
        { label: sayCard(locale, 'proposedBy'), value: formatPerson(letter.by, locale, setting) },
        { label: sayCard(locale, 'clause'), value: letter.clause },
      ],
      sections: [
        { label: sayCard(locale, 'text'), text: letter.versions.at(-1)?.text ?? '' },
        { label: sayCard(locale, 'signatures'), text: signatures.join('\n') },
      ],
      footer: sayCard(locale, 'letterProof', { sha256: letter.versions.at(-1)?.sha256.slice(0, 16) ?? '' }),
    },
    buttons: letterButtons(letter, locale),
  };
};
