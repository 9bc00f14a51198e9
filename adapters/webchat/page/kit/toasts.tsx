import { signal } from '@preact/signals';
import { say } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'notice' | 'error';
}

const toasts = signal<readonly Toast[]>([]);
let count = 0;

const remove = (id: number): void => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

/** Shows a passing notice; longer texts stay longer. */
export const toast = (text: string, kind: Toast['kind'] = 'notice'): void => {
  const id = ++count;
  toasts.value = [...toasts.value.slice(-3), { id, text, kind }];
  setTimeout(() => remove(id), 4_500 + text.length * 50);
};

/** Where passing notices appear; read out by screen readers. */
export const Toasts = () => (
  <div class="toasts" role="status" aria-live="polite">
    {toasts.value.map(({ id, text, kind }) => (
      <div key={id} class={`toast toast-${kind}`}>
        <Icon name={kind === 'error' ? 'alert' : 'info'} />
        <span class="toast-text">{text}</span>
        <button
          type="button"
          class="icon-button small"
          aria-label={say('common.close')}
          onClick={() => remove(id)}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
    ))}
  </div>
);
