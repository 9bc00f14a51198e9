import type { Remedy } from '../../complaint/state.ts';
import type { Form, FormField } from '../../outbox/message.ts';
import { complaintTypes } from '../../policy/intake.ts';
import { peopleWith, personName } from '../../policy/organisation.ts';
import type { Policy } from '../../policy/policy.ts';
import { remedyChoices } from '../../policy/remedies.ts';
import type { Locale } from '../../terms.ts';
import { sayForm } from '../script/form.ts';
import { type DeskAction, formActions } from './action.ts';
import { spelled } from './covered.ts';
import { fieldsAround } from './forms-around.ts';
import { chosen, type FormContext, inputs } from './inputs.ts';

type Key = Parameters<typeof sayForm>[1];

const handOverFields = ({ complaint, organisation, locale, personId }: FormContext): readonly FormField[] => {
  const { choice, text } = inputs(locale);
  const others = peopleWith(organisation, 'handler').filter(
    ({ id }) => id !== personId && !complaint.recusals.includes(id),
  );
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
    chosen(choice('purpose', 'purpose', purposes), 'reply'),
    text('text', 'replyText', { hint: sayForm(locale, 'replyNote'), ...(initial ? { initial } : {}) }),
  ];
};

const findingFields = ({ complaint, policy, locale }: FormContext): readonly FormField[] => {
  const { choice, text, said } = inputs(locale);
  const outcomes = [
    ['upheld', sayForm(locale, 'outcome.upheld')],
    ['partly_upheld', sayForm(locale, 'outcome.partly_upheld')],
    ['not_upheld', sayForm(locale, 'outcome.not_upheld')],
  ] as const;
  return [
    chosen(choice('outcome', 'outcome', outcomes), complaint.finding?.outcome),
    chosen(
      choice(
        'valid',
        'valid',
        said([
          ['yes', 'yes'],
          ['no', 'no'],
        ]),
      ),
      complaint.finding?.valid === false ? 'no' : 'yes',
    ),
    chosen(
      choice(
        'department',
        'department',
        policy.pack.departments.map(({ id, label: name }) => [id, name[locale]] as const),
      ),
      complaint.assessment.department,
    ),
    text('cause', 'cause', { kind: 'line', maxLength: 200, initial: complaint.finding?.cause ?? '' }),
    text('text', 'findingText', { initial: complaint.finding?.text ?? '' }),
  ];
};

const days = (locale: Locale, initial: number): FormField => ({
  id: 'withinDays',
  label: sayForm(locale, 'withinDays'),
  kind: 'number',
  required: true,
  initial: String(initial),
});

/** Filled with a remedy that came back, so that only what was asked for is changed (AP-2). */
const remedyFields = (context: FormContext, former?: Remedy): readonly FormField[] => {
  const { complaint, policy, locale, organisation } = context;
  const { choice, text, said } = inputs(locale);
  const others = peopleWith(organisation, 'handler').filter(({ id }) => !complaint.recusals.includes(id));
  const negotiated = complaint.remedies.filter(({ status }) => status === 'declined').length;
  const last = complaint.remedies.some((remedy) => remedy.bottomLine);
  const kinds = remedyChoices(complaint.assessment.type, policy).map(
    (choice) => [choice.kind, choice.label[locale]] as const,
  );
  return [
    chosen(choice('kind', 'kind', kinds), former?.kind),
    {
      id: 'money',
      label: sayForm(locale, 'money'),
      kind: 'money',
      required: false,
      hint: sayForm(locale, 'moneyHint'),
      ...(former?.money ? { initial: spelled(former.money) } : {}),
    },
    text('text', 'remedyText', former ? { initial: former.text } : {}),
    days(locale, former?.withinDays ?? 3),
    {
      ...chosen(
        choice(
          'owner',
          'owner',
          others.map((one) => [one.id, personName(one, locale)]),
        ),
        former?.owner ?? complaint.handler ?? undefined,
      ),
      required: false,
    },
    ...(negotiated >= 2 && !last
      ? [
          {
            ...chosen(
              choice(
                'bottomLine',
                'bottomLine',
                said([
                  ['no', 'no'],
                  ['yes', 'yes'],
                ]),
              ),
              'no',
            ),
            required: false,
          },
        ]
      : []),
    ...(last || complaint.related.length > 0
      ? [text('newFacts', 'newFacts', { required: false, maxLength: 500 })]
      : []),
  ];
};

/** What a sign of an earlier end most likely comes to; a last word of ours is a settlement only where the other agreed. */
const likelyGround = ({ ground }: FormContext['complaint']): string | undefined =>
  ground?.ground === 'answered' ? undefined : ground?.ground;

const declineFields = ({ complaint, locale }: FormContext): readonly FormField[] => {
  const { choice, text, said, anyway } = inputs(locale);
  const grounds = said([
    ['not_ours', 'ground.not_ours'],
    ['settled', 'ground.settled'],
    ['court', 'ground.court'],
    ['mediated', 'ground.mediated'],
    ['other_rule', 'ground.other_rule'],
  ]);
  return [
    chosen(choice('ground', 'ground', grounds), likelyGround(complaint)),
    text('text', 'declineText'),
    anyway('sendAnyway'),
  ];
};

const oneText: Partial<Readonly<Record<DeskAction['do'], readonly [string, Key]>>> = {
  'refuse-hand-over': ['reason', 'reason'],
  'reject-regrade': ['reason', 'reason'],
  'return-remedy': ['reason', 'instruction'],
  'reject-remedy': ['reason', 'reason'],
  'carry-out': ['proof', 'proof'],
  escalate: ['reason', 'escalateReason'],
  'return-escalation': ['reason', 'instruction'],
  reopen: ['reason', 'reason'],
  'reject-pause': ['reason', 'reason'],
  'return-letter': ['reason', 'instruction'],
  'reject-responsibility': ['reason', 'reason'],
  'confirm-authority': ['proof', 'authorityProof'],
  'end-withdrawn': ['reason', 'endedReason'],
};

const fieldsOf = (action: DeskAction, context: FormContext): readonly FormField[] | undefined => {
  const { text, anyway } = inputs(context.locale);
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
    case 'edit-remedy':
      return remedyFields(
        context,
        context.complaint.remedies.find(({ id }) => id === action.remedyId),
      );
    case 'decline':
      return declineFields(context);
    case 'resolve':
      return [text('text', 'outcomeText'), anyway('sendAnyway')];
    case 'link':
    case 'merge':
      return [text('number', 'number', { kind: 'line', maxLength: 20 })];
    default: {
      const one = oneText[action.do];
      return one ? [text(one[0], one[1])] : fieldsAround(action, context);
    }
  }
};

/** The input a button asks for; null when it needs none. */
export const formOf = (buttonId: string, action: DeskAction, context: FormContext): Form | null => {
  const fields = fieldsOf(action, context);
  const title = formActions.find((name) => name === action.do);
  if (!fields || !title) return null;
  const writes = action.do === 'reply' || action.do === 'edit-reply';
  return {
    buttonId,
    locale: context.locale,
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
    locale,
    title: sayForm(locale, 'new'),
    submit: sayForm(locale, 'submit'),
    fields: [
      chosen(
        choice(
          'source',
          'source',
          said([
            ['phone', 'source.phone'],
            ['shop', 'source.shop'],
            ['forwarded', 'source.forwarded'],
          ]),
        ),
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
