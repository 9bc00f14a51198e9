import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { say } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface SheetProps {
  readonly title: string;
  readonly intro?: string | undefined;
  readonly children: ComponentChildren;
  onClose(): void;
}

/** A dialog over the page: keeps the focus inside, closes with Esc, gives the focus back to where it was. */
export const Sheet = ({ title, intro, children, onClose }: SheetProps) => {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="sheet-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-button" aria-label={say('common.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="sheet-body">
        {intro ? <p class="sheet-intro">{intro}</p> : null}
        {children}
      </div>
    </dialog>
  );
};
