import { useId, useState } from 'preact/hooks';
import type { FormField } from '../../../../src/outbox/message.ts';
import { say } from '../words/words.ts';

interface FieldProps {
  readonly field: FormField;
  readonly value: string;
  /** What is wrong with it; null while nothing is. */
  readonly problem: string | null;
  change(value: string): void;
}

interface InputProps extends FieldProps {
  readonly id: string;
  readonly describedBy: string | undefined;
}

/** Choices up to this many stand side by side. */
const sideBySide = 5;

const isSideBySide = ({ kind, options = [] }: FormField): boolean =>
  kind === 'choice' && options.length <= sideBySide && options.every(({ label }) => label.length <= 18);

const Choice = ({ field, value, id, describedBy, change }: InputProps) => {
  const options = field.options ?? [];
  if (!isSideBySide(field)) {
    return (
      <select
        id={id}
        value={value}
        aria-describedby={describedBy}
        onChange={(event) => change(event.currentTarget.value)}
      >
        <option value="">{say('form.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <div class="choices" role="radiogroup" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={value === option.value}
            onChange={() => change(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
};

const currencies = ['CNY', 'HKD', 'USD', 'EUR', 'GBP'] as const;

const Amount = ({ value, id, describedBy, change }: InputProps) => {
  const [amount = '', chosen] = value.split(' ');
  const [currency, setCurrency] = useState(chosen || 'CNY');
  const known = currencies.some((one) => one === currency) ? currencies : [currency, ...currencies];
  const join = (nextAmount: string, nextCurrency: string) =>
    change(nextAmount === '' ? '' : `${nextAmount} ${nextCurrency}`);
  return (
    <div class="amount">
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        placeholder="0.00"
        value={amount}
        aria-describedby={describedBy}
        onInput={(event) => join(event.currentTarget.value.replace(/[\s,，]/g, ''), currency)}
      />
      <select
        aria-label={say('form.currency')}
        value={currency}
        onChange={(event) => {
          setCurrency(event.currentTarget.value);
          join(amount, event.currentTarget.value);
        }}
      >
        {known.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
};

const Input = (props: InputProps) => {
  const { field, value, id, describedBy, problem, change } = props;
  if (field.kind === 'choice') return <Choice {...props} />;
  if (field.kind === 'money') return <Amount {...props} />;
  const common = {
    id,
    value,
    'aria-describedby': describedBy,
    'aria-invalid': problem !== null,
    'aria-required': field.required,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      change(event.currentTarget.value),
  };
  switch (field.kind) {
    case 'text':
      return <textarea rows={4} {...common} />;
    case 'date':
      return <input type="date" {...common} />;
    case 'time':
      return <input type="datetime-local" {...common} />;
    case 'number':
      return <input inputMode="decimal" autoComplete="off" {...common} />;
    case 'line':
      return <input autoComplete="off" {...common} />;
  }
};

/** A row of choices is named as a group: the label of one input must not become part of its first choice's name. */
const Label = ({ field, id }: { readonly field: FormField; readonly id: string }) => {
  const words = (
    <>
      {field.label}
      {field.required ? null : <span class="optional">{say('form.optional')}</span>}
    </>
  );
  return isSideBySide(field) ? (
    <span class="field-label" id={`${id}-label`}>
      {words}
    </span>
  ) : (
    <label class="field-label" for={id}>
      {words}
    </label>
  );
};

/** One input of a form with its label, hint and what is wrong with it. */
export const Field = (props: FieldProps) => {
  const { field, problem } = props;
  const id = useId();
  const describedBy = [field.hint ? `${id}-hint` : '', problem ? `${id}-problem` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div class={`field${problem ? ' wrong' : ''}`}>
      <Label field={field} id={id} />
      <Input {...props} id={id} describedBy={describedBy || undefined} />
      {field.hint ? (
        <p id={`${id}-hint`} class="hint">
          {field.hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} class="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
};
