import type { Complaint } from '../../complaint/state.ts';
import type { FormField } from '../../outbox/message.ts';
import type { Organisation } from '../../policy/organisation.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Locale } from '../../terms.ts';
import { sayForm } from '../script/form.ts';

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

/** Most characters of a longer input. */
const longest = 3000;

/** A choice with one of its options chosen already; undefined leaves it open. */
export const chosen = (field: FormField, initial: string | undefined): FormField =>
  initial === undefined ? field : { ...field, initial };

/** Makers of a form's inputs in one language. */
export const inputs = (locale: Locale) => ({
  text: (id: string, name: Key, more: Partial<FormField> = {}): FormField => ({
    id,
    label: sayForm(locale, name),
    kind: 'text',
    required: true,
    maxLength: longest,
    ...more,
  }),
  choice: (id: string, name: Key, options: readonly (readonly [string, string])[]): FormField => ({
    id,
    label: sayForm(locale, name),
    kind: 'choice',
    required: true,
    options: options.map(([value, text]) => ({ value, label: text })),
  }),
  /** Whether words go out though the guard objects to them. */
  anyway: (name: Key): FormField => ({
    id: 'anyway',
    label: sayForm(locale, name),
    kind: 'choice',
    required: false,
    options: (['no', 'yes'] as const).map((value) => ({ value, label: sayForm(locale, value) })),
    initial: 'no',
  }),
  said: (names: readonly (readonly [string, Key])[]) =>
    names.map(([value, key]) => [value, sayForm(locale, key)] as const),
});
