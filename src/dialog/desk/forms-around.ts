import type { FormField } from '../../outbox/message.ts';
import { writtenReplySteps } from '../../policy/authority.ts';
import { finalMustHold } from '../../policy/final-response.ts';
import { peopleWith, personName } from '../../policy/organisation.ts';
import type { Locale } from '../../terms.ts';
import { sayCard } from '../script/card.ts';
import { sayForm } from '../script/form.ts';
import { sayAnswer } from '../script/refusal.ts';
import type { DeskAction } from './action.ts';
import { type FormContext, inputs } from './inputs.ts';

const money = (
  id: string,
  name: Parameters<typeof sayForm>[1],
  { locale, required }: { readonly locale: Locale; readonly required: boolean },
): FormField => ({
  id,
  label: sayForm(locale, name),
  kind: 'money',
  required,
  hint: sayForm(locale, 'moneyHint'),
});

const peopleOf = ({ complaint, organisation, locale }: FormContext) =>
  organisation.people
    .filter(({ id }) => !complaint.recusals.includes(id))
    .map((one) => [one.id, personName(one, locale)] as const);

const pauseFields = ({ policy, locale }: FormContext): readonly FormField[] => {
  const { choice, text } = inputs(locale);
  const { reasons } = policy.pack.pauses;
  return [
    choice(
      'pauseReason',
      'pauseReason',
      reasons.map(({ id, label }) => [id, label[locale]]),
    ),
    { id: 'days', label: sayForm(locale, 'pauseDays'), kind: 'number', required: true, initial: '3' },
    text('note', 'pauseNote', { required: false, maxLength: 500 }),
  ];
};

const answerFields = ({ locale }: FormContext): readonly FormField[] => {
  const { choice, text, said } = inputs(locale);
  const answers = said([
    ['yes', 'answer.yes'],
    ['no', 'answer.no'],
  ]);
  return [choice('answer', 'answer', answers), text('evidence', 'evidence', { maxLength: 500 })];
};

const followUpFields = ({ locale }: FormContext): readonly FormField[] => {
  const { choice, said } = inputs(locale);
  const solved = said([
    ['yes', 'yes'],
    ['no', 'no'],
  ]);
  const ratings = ['1', '2', '3', '4', '5'].map((one) => [one, one] as const);
  return [choice('solved', 'solved', solved), choice('rating', 'rating', ratings)];
};

const billingFields = ({ locale }: FormContext): readonly FormField[] => {
  const { text } = inputs(locale);
  return [
    money('charged', 'charged', { locale, required: true }),
    money('due', 'due', { locale, required: true }),
    text('evidence', 'billingEvidence', { maxLength: 500 }),
    text('text', 'remedyText'),
    { id: 'withinDays', label: sayForm(locale, 'withinDays'), kind: 'number', required: true, initial: '3' },
  ];
};

/** Who reviews a letter, in the pack's order. */
const reviewers = ({ policy, locale }: FormContext): string =>
  writtenReplySteps(policy)
    .steps.map((role) => sayCard(locale, `role.${role}`))
    .join(locale === 'en' ? ', ' : '、');

const letterFields = (context: FormContext, letterId?: string): readonly FormField[] => {
  const { complaint, locale } = context;
  const { text, anyway } = inputs(locale);
  const initial = complaint.letters.find(({ id }) => id === letterId)?.versions.at(-1)?.text;
  return [
    text('text', 'letterText', {
      hint: sayForm(locale, 'letterNote', { review: reviewers(context) }),
      ...(initial ? { initial } : {}),
    }),
    anyway('letterAnyway'),
  ];
};

const partiesFields = ({ complaint, locale }: FormContext): readonly FormField[] => {
  const speaker = sayAnswer(locale, 'speaks');
  // Who joined stays on the list without being written there: a name that is withheld is not shown.
  const lines = complaint.parties
    .filter(({ anonymous }) => !anonymous)
    .map(({ name, household, speaks }) =>
      [name, household, speaks ? speaker : ''].filter((part) => part !== '').join(', '),
    );
  const initial = lines.length > 0 ? { initial: lines.join('\n') } : {};
  return [inputs(locale).text('parties', 'partyLines', { hint: sayForm(locale, 'partyHint'), ...initial })];
};

const responsibilityFields = (context: FormContext): readonly FormField[] => {
  const { locale } = context;
  const { choice, text } = inputs(locale);
  return [
    text('unit', 'unit', { kind: 'line', maxLength: 100 }),
    { ...choice('person', 'responsiblePerson', peopleWithAll(context)), required: false },
    money('deduction', 'deduction', { locale, required: false }),
    text('reason', 'reason'),
  ];
};

/** Begun with the reason as it was recorded; whoever publishes it puts it without names. */
const sanctionFields = ({ complaint, locale }: FormContext): readonly FormField[] => {
  const initial = complaint.responsibility?.reason ?? '';
  return [
    inputs(locale).text('text', 'sanctionText', {
      hint: sayForm(locale, 'sanctionNote'),
      maxLength: 500,
      ...(initial === '' ? {} : { initial }),
    }),
  ];
};

/** With what the law wants in it, where it says so. */
const finalFields = ({ policy, locale }: FormContext): readonly FormField[] => {
  const holds = finalMustHold(locale, policy).join(locale === 'en' ? '; ' : '；');
  const hint = holds === '' ? {} : { hint: sayForm(locale, 'finalHolds', { holds }) };
  const { text, anyway } = inputs(locale);
  return [text('text', 'finalText', hint), anyway('sendAnyway')];
};

/** Also those who keep out of the handling: they are who it may have been. */
const peopleWithAll = ({ organisation, locale }: FormContext) =>
  peopleWith(organisation, 'handler').map((one) => [one.id, personName(one, locale)] as const);

/** Inputs of the buttons around the handling; undefined for a button that asks for none. */
export const fieldsAround = (action: DeskAction, context: FormContext): readonly FormField[] | undefined => {
  const { anyway, choice, text } = inputs(context.locale);
  switch (action.do) {
    case 'recuse':
      return [choice('person', 'recusedPerson', peopleOf(context)), text('reason', 'reason')];
    case 'pause':
      return pauseFields(context);
    case 'enter-answer':
      return answerFields(context);
    case 'enter-follow-up':
      return followUpFields(context);
    case 'billing-error':
      return billingFields(context);
    case 'letter':
      return letterFields(context);
    case 'edit-letter':
      return letterFields(context, action.letterId);
    case 'parties':
      return partiesFields(context);
    case 'responsibility':
      return responsibilityFields(context);
    case 'publish-sanction':
      return sanctionFields(context);
    case 'decline-speaker':
      return [text('text', 'speakerStaysText'), anyway('sendAnyway')];
    case 'return-word':
      return [text('text', 'wordReturnedText'), anyway('sendAnyway')];
    case 'final-response':
      return finalFields(context);
    default:
      return undefined;
  }
};
