import { useState } from 'preact/hooks';
import type { FormField } from '../../../../src/outbox/message.ts';
import { Sheet } from '../kit/sheet.tsx';
import { ApiError } from '../state/api.ts';
import type { OpenForm } from '../state/channel.ts';
import { say, sayError } from '../words/words.ts';
import { Field } from './form-field.tsx';

const longest = 3_000;

const problemOf = (field: FormField, value: string): string | null => {
  if (value === '') return field.required ? say('form.required') : null;
  const limit = field.maxLength ?? longest;
  if (value.length > limit) return say('form.long', { n: limit });
  if (field.kind === 'money' && !/^\d{1,12}(\.\d{1,2})? [A-Z]{3}$/.test(value)) return say('form.money');
  if (field.kind === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return say('form.number');
  if (field.kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return say('form.date');
  return null;
};

const initialValues = (fields: readonly FormField[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((field) => [field.id, field.initial ?? '']));

/** What stands in a field; figures may come from a Chinese keyboard in full width. */
const read = ({ id, kind }: FormField, values: Readonly<Record<string, string>>): string => {
  const value = (values[id] ?? '').trim();
  return kind === 'money' || kind === 'number' ? value.normalize('NFKC') : value;
};

/** What was filled in; fields left empty are not sent. */
const filledIn = (
  fields: readonly FormField[],
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.map((field) => [field.id, read(field, values)]).filter(([, value]) => value !== ''),
  );

/** A form of the core as a sheet. What is wrong is said at the field; a failed submission keeps what was written. */
export const FormSheet = ({ open, onClose }: { readonly open: OpenForm; onClose(): void }) => {
  const { form } = open;
  const [values, setValues] = useState(initialValues(form.fields));
  const [checking, setChecking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const problems = form.fields.map((field) => problemOf(field, read(field, values)));

  const submit = async (target: HTMLFormElement) => {
    if (busy) return;
    setChecking(true);
    setFailure(null);
    const first = problems.findIndex((problem) => problem !== null);
    if (first >= 0) {
      target
        .querySelectorAll<HTMLElement>('.field')
        [first]?.querySelector<HTMLElement>('input, textarea, select')
        ?.focus();
      return;
    }
    setBusy(true);
    try {
      await open.submit(filledIn(form.fields, values));
      onClose();
    } catch (error) {
      setFailure(error instanceof ApiError ? error.code : 'other');
      setBusy(false);
    }
  };
  return (
    <Sheet title={form.title} intro={form.intro} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        {form.fields.map((field, index) => (
          <Field
            key={field.id}
            field={field}
            value={values[field.id] ?? ''}
            problem={checking ? (problems[index] ?? null) : null}
            change={(value) => setValues((now) => ({ ...now, [field.id]: value }))}
          />
        ))}
        {failure ? (
          <p class="problem" role="alert">
            {sayError(failure)}
          </p>
        ) : null}
        <footer class="form-foot">
          <button type="button" class="button plain" onClick={onClose}>
            {say('common.cancel')}
          </button>
          <button type="submit" class="button primary" aria-disabled={busy} aria-busy={busy}>
            {form.submit}
          </button>
        </footer>
      </form>
    </Sheet>
  );
};
