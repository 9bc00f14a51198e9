import type { Complaint } from '../../complaint/state.ts';
import type { Form, FormField } from '../../outbox/message.ts';
import { complaintTypes, label } from '../../policy/intake.ts';
import { type Organisation, peopleWith, personName } from '../../policy/organisation.ts';
import type { Policy } from '../../policy/policy.ts';
import { remedyChoices } from '../../policy/remedies.ts';
import type { Locale } from '../../terms.ts';
import { sayForm } from '../script/form.ts';
import type { DeskAction } from './action.ts';

/** What a form is drawn from. */
export interface FormContext {
  readonly complaint: Complaint;
  readonly policy: Policy;
  readonly organisation: Organisation;
  readonly locale: Locale;
  /** Who fills it in. */
  readonly personId: string;
}

type Key = Parameters<typeof sayForm>[1];

const longest = 3000;

const inputs = (locale: Locale) => ({
  text: (id: string, name: Key, more: Partial<FormField> = {}): FormField => ({
    id,
    label: sayForm(locale, name),
    kind: 'text',
    required: true,
    maxLength: longest,
    ...more,
  }),
  choice: (
    id: string,
    name: Key,
    options: readonly (readonly [string, string])[],
    initial?: string,
  ): FormField => ({
    id,
    label: sayForm(locale, name),
    kind: 'choice',
    required: true,
    options: options.map(([value, text]) => ({ value, label: text })),
    ...(initial === undefined ? {} : { initial }),
  }),
  said: (names: readonly (readonly [string, Key])[]) =>
    names.map(([value, key]) => [value, sayForm(locale, key)] as const),
});

const handOverFields = ({ organisation, locale, personId }: FormContext): readonly FormField[] => {
  const { choice, text } = inputs(locale);
  const others = peopleWith(organisation, 'handler').filter(({ id }) => id !== personId);
  return [
    choice(
      'to',
      'to',
      others.map((one) => [one.id, personName(one, locale)]),
    ),
    text('reason', 'reason'),
  ];
};

const regradeFields = ({ complaint, locale }: FormContext): readonly FormField[] => {
  const { choice, text, said } = inputs(locale);
  const levels = said([
    ['1', 'level1'],
    ['2', 'level2'],
    ['3', 'level3'],
    ['4', 'level4'],
  ]);
  return [
    choice(
      'severity',
      'level',
      levels.filter(([value]) => value !== String(complaint.severity)),
    ),
    text('reason', 'reason'),
  ];
};

const replyFields = ({ locale }: FormContext, initial?: string): readonly FormField[] => {
  const { choice, text, said } = inputs(locale);
  const purposes = said([
    ['reply', 'purpose.reply'],
    ['question', 'purpose.question'],
    ['update', 'purpose.update'],
  ]);
  return [
    choice('purpose', 'purpose', purposes, 'reply'),
    text('text', 'replyText', { hint: sayForm(locale, 'replyNote'), ...(initial ? { initial } : {}) }),
  ];
};

const findingFields = ({ complaint, policy, locale }: FormContext): readonly FormField[] => {
  const { choice, text, said } = inputs(locale);
  const named = (ids: readonly string[]) => ids.map((id) => [id, label(id, locale, policy)] as const);
  const outcomes = [
    ['upheld', sayForm(locale, 'outcome.upheld')],
    ['partly_upheld', sayForm(locale, 'outcome.partly_upheld')],
    ['not_upheld', sayForm(locale, 'outcome.not_upheld')],
  ] as const;
  return [
    choice('outcome', 'outcome', outcomes, complaint.finding?.outcome),
    choice(
      'valid',
      'valid',
      said([
        ['yes', 'yes'],
        ['no', 'no'],
      ]),
      complaint.finding?.valid === false ? 'no' : 'yes',
    ),
    choice(
      'department',
      'department',
      named(policy.pack.departments.map(({ id }) => id)),
      complaint.assessment.department,
    ),
    text('cause', 'cause', { kind: 'line', maxLength: 200, initial: complaint.finding?.cause ?? '' }),
    text('text', 'findingText', { initial: complaint.finding?.text ?? '' }),
  ];
};

const remedyFields = ({ complaint, policy, locale }: FormContext): readonly FormField[] => {
  const { choice, text } = inputs(locale);
  const kinds = remedyChoices(complaint.assessment.type, policy).map(
    (choice) => [choice.kind, choice.label[locale]] as const,
  );
  return [
    choice('kind', 'kind', kinds),
    {
      id: 'money',
      label: sayForm(locale, 'money'),
      kind: 'money',
      required: false,
      hint: sayForm(locale, 'moneyHint'),
    },
    text('text', 'remedyText'),
    { id: 'withinDays', label: sayForm(locale, 'withinDays'), kind: 'number', required: true, initial: '3' },
  ];
};

const declineFields = ({ locale }: FormContext): readonly FormField[] => {
  const { choice, text, said } = inputs(locale);
  const grounds = said([
    ['not_ours', 'ground.not_ours'],
    ['settled', 'ground.settled'],
    ['court', 'ground.court'],
    ['mediated', 'ground.mediated'],
    ['other_rule', 'ground.other_rule'],
  ]);
  return [choice('ground', 'ground', grounds), text('text', 'declineText')];
};

const oneText: Partial<Readonly<Record<DeskAction['do'], readonly [string, Key]>>> = {
  'refuse-hand-over': ['reason', 'reason'],
  'reject-regrade': ['reason', 'reason'],
  'return-remedy': ['reason', 'instruction'],
  'reject-remedy': ['reason', 'reason'],
  'carry-out': ['proof', 'proof'],
  escalate: ['reason', 'escalateReason'],
  'return-escalation': ['reason', 'instruction'],
  resolve: ['text', 'outcomeText'],
  reopen: ['reason', 'reason'],
};

const fieldsOf = (action: DeskAction, context: FormContext): readonly FormField[] | undefined => {
  const { text } = inputs(context.locale);
  switch (action.do) {
    case 'hand-over':
      return handOverFields(context);
    case 'regrade':
      return regradeFields(context);
    case 'reply':
      return replyFields(context);
    case 'edit-reply':
      return replyFields(context, context.complaint.drafts.find(({ id }) => id === action.replyId)?.text);
    case 'finding':
      return findingFields(context);
    case 'propose-remedy':
      return remedyFields(context);
    case 'decline':
      return declineFields(context);
    case 'link':
    case 'merge':
      return [text('number', 'number', { kind: 'line', maxLength: 20 })];
    default: {
      const one = oneText[action.do];
      return one ? [text(one[0], one[1])] : undefined;
    }
  }
};

const titles = [
  'hand-over',
  'refuse-hand-over',
  'regrade',
  'reject-regrade',
  'reply',
  'edit-reply',
  'finding',
  'propose-remedy',
  'return-remedy',
  'reject-remedy',
  'carry-out',
  'escalate',
  'return-escalation',
  'resolve',
  'decline',
  'link',
  'merge',
  'reopen',
] as const satisfies readonly Key[];

/** The input a button asks for; null when it needs none. */
export const formOf = (buttonId: string, action: DeskAction, context: FormContext): Form | null => {
  const fields = fieldsOf(action, context);
  const title = titles.find((name) => name === action.do);
  if (!fields || !title) return null;
  const writes = action.do === 'reply' || action.do === 'edit-reply';
  return {
    buttonId,
    title: sayForm(context.locale, title),
    submit: sayForm(context.locale, writes ? 'send' : 'submit'),
    ...(action.do === 'regrade' ? { intro: sayForm(context.locale, 'lowerNote') } : {}),
    fields,
  };
};

/** The form by which staff enter a phone, shop or forwarded complaint (IN-12). */
export const newComplaintForm = (buttonId: string, policy: Policy, locale: Locale): Form => {
  const { choice, text, said } = inputs(locale);
  const types = complaintTypes(policy).map((type) => [type.id, type.label[locale]] as const);
  return {
    buttonId,
    title: sayForm(locale, 'new'),
    submit: sayForm(locale, 'submit'),
    fields: [
      choice(
        'source',
        'source',
        said([
          ['phone', 'source.phone'],
          ['shop', 'source.shop'],
          ['forwarded', 'source.forwarded'],
        ]),
        'phone',
      ),
      text('what', 'what'),
      text('wanted', 'wanted', { kind: 'line', required: false, maxLength: 300 }),
      text('name', 'name', { kind: 'line', required: false, maxLength: 80 }),
      text('phone', 'phone', { kind: 'line', required: false, maxLength: 40 }),
      { ...choice('type', 'kind', types), required: false },
    ],
  };
};
