import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface ComposerProps {
  /** Where it is written: what was begun there is found again when one comes back. */
  readonly place: string;
  readonly label: string;
  /** Internal notes look different, so that nobody takes them for an answer to the complainant. */
  readonly internal?: boolean;
  /** A sentence put in from outside; a new object puts it in again. */
  readonly draft?: { readonly text: string } | undefined;
  send(text: string): void;
  attach?(files: readonly File[]): void;
}

/** Begun and not sent, by place. */
const drafts = new Map<string, string>();

const textLimit = 100_000;
const warnBelow = 500;

const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

const InternalMark = () => (
  <div class="composer-mark">
    <Icon name="lock" size={14} />
    <strong>{say('desk.internal')}</strong>
    <span>{say('desk.internalHint')}</span>
  </div>
);

const AttachButton = ({ take }: { take(list: FileList | null): void }) => {
  const picker = useRef<HTMLInputElement>(null);
  return (
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
  );
};

const Count = ({ left }: { readonly left: number }) =>
  left < warnBelow ? (
    <p class={`composer-count${left < 0 ? ' over' : ''}`} role="status">
      {left < 0 ? say('chat.tooLong', { n: -left }) : left}
    </p>
  ) : null;

/** The height of a box follows its text, up to a few lines. */
const useGrowing = (text: string) => {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 180)}px`;
  }, [text]);
  return box;
};

/** Where one writes. Enter sends, Shift and Enter breaks the line; an input method's Enter only chooses a word. */
export const Composer = ({ place, label, internal = false, draft, send, attach }: ComposerProps) => {
  const [text, setText] = useState(drafts.get(place) ?? '');
  const box = useGrowing(text);
  const left = textLimit - text.length;
  const write = (next: string) => {
    setText(next);
    drafts.set(place, next);
  };
  const ready = text.trim() !== '' && left >= 0;

  useLayoutEffect(() => {
    if (!draft) return;
    write(draft.text);
    box.current?.focus();
  }, [draft]);

  const submit = () => {
    if (!ready) return;
    send(text);
    write('');
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
      {internal ? <InternalMark /> : null}
      <div class="composer-row">
        {attach ? <AttachButton take={take} /> : null}
        <textarea
          ref={box}
          rows={1}
          aria-label={label}
          placeholder={label}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
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
      <Count left={left} />
    </form>
  );
};
