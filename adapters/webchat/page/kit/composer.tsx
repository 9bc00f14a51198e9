import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface ComposerProps {
  readonly label: string;
  /** Internal notes look different, so that nobody takes them for an answer to the complainant. */
  readonly internal?: boolean;
  /** A sentence put in from outside; a new object puts it in again. */
  readonly draft?: { readonly text: string } | undefined;
  readonly children?: ComponentChildren;
  send(text: string): void;
  attach?(files: readonly File[]): void;
}

const textLimit = 100_000;
const warnBelow = 500;

const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Where one writes. Enter sends, Shift and Enter breaks the line; an input method's Enter only chooses a word. */
export const Composer = ({ label, internal = false, draft, children, send, attach }: ComposerProps) => {
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const left = textLimit - text.length;
  const ready = text.trim() !== '' && left >= 0;

  useLayoutEffect(() => {
    if (!draft) return;
    setText(draft.text);
    box.current?.focus();
  }, [draft]);
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 180)}px`;
  }, [text]);

  const submit = () => {
    if (!ready) return;
    send(text);
    setText('');
    box.current?.focus();
  };
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) attach?.(files);
  };
  return (
    <form
      class={`composer${internal ? ' internal' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {internal ? (
        <div class="composer-mark">
          <Icon name="lock" size={14} />
          <strong>{say('desk.internal')}</strong>
          <span>{say('desk.internalHint')}</span>
        </div>
      ) : null}
      <div class="composer-row">
        {attach ? (
          <>
            <button
              type="button"
              class="icon-button"
              aria-label={say('chat.attach')}
              title={say('chat.attach')}
              onClick={() => picker.current?.click()}
            >
              <Icon name="clip" />
            </button>
            <input
              ref={picker}
              type="file"
              hidden
              multiple
              onChange={(event) => {
                take(event.currentTarget.files);
                event.currentTarget.value = '';
              }}
            />
          </>
        ) : null}
        {children}
        <textarea
          ref={box}
          rows={1}
          aria-label={label}
          placeholder={label}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            if (!attach || !event.clipboardData?.files.length) return;
            event.preventDefault();
            take(event.clipboardData.files);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
            event.preventDefault();
            submit();
          }}
        />
        <button
          type="submit"
          class="send-button"
          aria-label={say('chat.send')}
          title={say('chat.send')}
          disabled={!ready}
        >
          <Icon name="send" />
        </button>
      </div>
      {left < warnBelow ? (
        <p class={`composer-count${left < 0 ? ' over' : ''}`} role="status">
          {left < 0 ? say('chat.tooLong', { n: -left }) : left}
        </p>
      ) : null}
    </form>
  );
};
