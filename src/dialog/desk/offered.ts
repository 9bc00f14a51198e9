import type { Form } from '../../outbox/message.ts';
import type { DeskAction } from './action.ts';
import { formOf } from './forms.ts';
import type { FormContext } from './inputs.ts';

type Fields = Readonly<Record<string, string>>;

/**
 * The choices of a form that were filled with something it does not offer: a payload of one's own making, or a form from
 * before its options changed. Empty when every choice is one of those shown.
 *
 * @clause AD-5
 */
export const strayChoices = ({ fields }: Pick<Form, 'fields'>, filled: Fields): Form['fields'] =>
  fields.filter(({ id, options }) => {
    const value = (filled[id] ?? '').trim();
    return value !== '' && options !== undefined && options.every((one) => one.value !== value);
  });

/** What is so already is no wrong choice: a form sent twice finds it done. */
const isSo = (action: DeskAction, filled: Fields, { complaint }: FormContext): boolean =>
  (action.do === 'regrade' && filled.severity === String(complaint.severity)) ||
  (action.do === 'recuse' && complaint.recusals.includes(filled.person ?? ''));

/** The label of the first choice that a press filled with something its form does not offer; undefined when there is none. */
export const notOffered = (action: DeskAction, filled: Fields, context: FormContext): string | undefined => {
  const form = formOf('', action, context);
  return form === null || isSo(action, filled, context) ? undefined : strayChoices(form, filled)[0]?.label;
};
