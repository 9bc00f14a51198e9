import { useState } from 'preact/hooks';
import { ApiError } from '../state/api.ts';
import { say, sayError } from '../words/words.ts';
import { Icon } from './icon.tsx';
import { toast } from './toasts.tsx';

interface MessageButton {
  readonly id: string;
  readonly label: string;
  readonly style?: 'primary' | 'danger';
  readonly form?: boolean;
}

interface ButtonsProps {
  readonly buttons: readonly MessageButton[];
  /** Which one was pressed already: marked, while the others step back. */
  readonly chosen?: string | undefined;
  /** How many are shown before the rest hides behind 'more'. */
  readonly most?: number;
  /** Throws ApiError. */
  press(buttonId: string): Promise<void>;
}

const tell = (error: unknown): void => {
  toast(sayError(error instanceof ApiError ? error.code : 'other'), 'error');
};

/** What a press does shows a moment later: until then a second one would only be an accident. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

/** The buttons of a message. While one is being pressed none can be; a press that failed says so. */
export const Buttons = ({ buttons, chosen, most = 5, press }: ButtonsProps) => {
  const [busy, setBusy] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  if (buttons.length === 0) return null;
  const shown = all || buttons.length <= most + 1 ? buttons : buttons.slice(0, most);
  const run = async (id: string) => {
    if (busy !== null) return;
    setBusy(id);
    await press(id).then(settle, tell);
    setBusy(null);
  };
  return (
    <div class={`buttons${chosen === undefined ? '' : ' settled'}`}>
      {shown.map(({ id, label, style, form }) => (
        <button
          key={id}
          type="button"
          class={`button ${style ?? 'plain'}${chosen === id ? ' chosen' : ''}`}
          // Not `disabled`: that takes the focus from whoever pressed it by keyboard.
          aria-disabled={busy !== null}
          aria-busy={busy === id}
          aria-haspopup={form ? 'dialog' : undefined}
          onClick={() => void run(id)}
        >
          {chosen === id ? <Icon name="check" size={14} /> : null}
          <span>
            {label}
            {form ? <span aria-hidden="true">…</span> : null}
          </span>
        </button>
      ))}
      {shown.length < buttons.length ? (
        <button type="button" class="button quiet" aria-expanded="false" onClick={() => setAll(true)}>
          {say('common.more')}
          <Icon name="down" size={14} />
        </button>
      ) : null}
    </div>
  );
};
