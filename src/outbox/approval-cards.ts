import { type Complaint, isClosed, type Letter, type Remedy } from '../complaint/state.ts';
import { isWithdrawn } from '../complaint/withdrawal.ts';
import { sayCard } from '../dialog/script/card.ts';
import { label } from '../policy/intake.ts';
import { floors } from '../policy/remedies.ts';
import type { Locale } from '../terms.ts';
import { deskButton } from './button.ts';
import { narrativeSection, wishText } from './card.ts';
import {
  deskLocale,
  formatActor,
  formatBudget,
  formatInstant,
  formatMoney,
  formatPerson,
  formatRole,
} from './format.ts';
import type { Card } from './message.ts';
import type { PlannedButton, PlannedMessage, Setting } from './plan.ts';
import { awaitedRoles, signatureLines, signedLetter, signedRemedy } from './signatures.ts';

/** Nothing is decided any more on a file that is shut, or that its complainant has withdrawn. */
const isOver = (complaint: Complaint): boolean => isClosed(complaint) || isWithdrawn(complaint);

const approvalButtons = (complaint: Complaint, remedy: Remedy, locale: Locale): readonly PlannedButton[] =>
  remedy.status === 'proposed' && !isOver(complaint)
    ? [
        deskButton({ do: 'approve-remedy', remedyId: remedy.id }, locale, { style: 'primary' }),
        deskButton({ do: 'return-remedy', remedyId: remedy.id }, locale),
        deskButton({ do: 'reject-remedy', remedyId: remedy.id }, locale, { style: 'danger' }),
      ]
    : [];

/** The law's floors that a remedy lies below, in words: they warn, whoever decides (AP-5). */
export const floorLines = (complaint: Complaint, remedy: Remedy, setting: Setting): readonly string[] => {
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

/** The budgets it would have passed, and who decides instead (AP-2). */
const budgetLines = (remedy: Remedy, locale: Locale, setting: Setting): string =>
  remedy.referred
    .map(({ budget, spentMinor, limitMinor, currency }) =>
      sayCard(locale, 'budgetPassed', {
        label: formatBudget(budget, locale, setting),
        spent: formatMoney({ amountMinor: spentMinor, currency }, locale),
        limit: formatMoney({ amountMinor: limitMinor, currency }, locale),
        role: awaitedRoles(remedy, locale),
      }),
    )
    .join('\n');

/** What whoever decides must see besides the offer itself: signatures, the law's floor, a verified error, a passed silence. */
const approvalSections = (complaint: Complaint, remedy: Remedy, setting: Setting): Card['sections'] => {
  const locale = deskLocale(complaint, setting);
  const { billing, newFacts, passedTo, status, steps } = remedy;
  const rows: readonly [Parameters<typeof sayCard>[1], string][] = [
    [
      'signatures',
      steps.length > 1 ? signatureLines(signedRemedy(remedy), { complaint, locale }, setting) : '',
    ],
    ['budget', status === 'proposed' ? budgetLines(remedy, locale, setting) : ''],
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
  const approvers = remedy.approvals.map(({ by }) => formatPerson(by, locale, setting)).join(', ');
  const due = remedy.dueAt === null ? '' : formatInstant(remedy.dueAt, locale, setting.zone);
  const rows: readonly [Parameters<typeof sayCard>[1], string][] = [
    ['severity', sayCard(locale, `severity${complaint.severity}`)],
    ['stage', sayCard(locale, `remedy.${remedy.status}`, { when: due })],
    ['proposedBy', formatActor(remedy.proposedBy, locale, setting)],
    ['approver', remedy.status === 'proposed' ? awaitedRoles(remedy, locale) : ''],
    ['decidedBy', approvers],
    ['wanted', wishText(complaint, locale)],
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
    buttons: approvalButtons(complaint, remedy, locale),
  };
};

const letterButtons = (complaint: Complaint, letter: Letter, locale: Locale): readonly PlannedButton[] => {
  const { id: letterId, status, versions } = letter;
  const preview = deskButton({ do: 'preview-letter', letterId }, locale);
  if (status !== 'review' || isOver(complaint)) return [preview];
  return [
    deskButton({ do: 'approve-letter', letterId, version: versions.length }, locale, { style: 'primary' }),
    deskButton({ do: 'return-letter', letterId }, locale),
    preview,
  ];
};

const letterState = (letter: Letter, locale: Locale): string => {
  const { note, passedTo, status, versions } = letter;
  const role = awaitedRoles(letter, locale);
  const state = sayCard(locale, `letter.${status}`, { version: versions.length, role, note });
  return status === 'review' && passedTo !== null
    ? `${state} · ${sayCard(locale, 'letterPassed', { role: formatRole(passedTo, locale) })}`
    : state;
};

/** The card by which a formal letter is reviewed: its whole text, its version and checksum, who has signed (S1.5). */
export const letterCard = (complaint: Complaint, letter: Letter, setting: Setting): PlannedMessage => {
  const locale = deskLocale(complaint, setting);
  const version = letter.versions.length;
  const title = sayCard(locale, 'letterTitle', { number: complaint.number, version });
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
        { label: sayCard(locale, 'stage'), value: letterState(letter, locale) },
        { label: sayCard(locale, 'proposedBy'), value: formatPerson(letter.by, locale, setting) },
        { label: sayCard(locale, 'clause'), value: letter.clause },
      ],
      sections: [
        { label: sayCard(locale, 'text'), text: letter.versions.at(-1)?.text ?? '' },
        {
          label: sayCard(locale, 'signatures'),
          text: signatureLines(signedLetter(letter), { complaint, locale }, setting),
        },
      ],
      footer: sayCard(locale, 'letterProof', { sha256: letter.versions.at(-1)?.sha256.slice(0, 16) ?? '' }),
    },
    buttons: letterButtons(complaint, letter, locale),
  };
};
