import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface ScrollerProps {
  readonly label: string;
  /** Changes whenever there is something new at the end. */
  readonly mark: string | number;
  readonly children: ComponentChildren;
  /** The end is in view, so what stands there has been seen. */
  onSeen?(): void;
}

/** Pixels from the end within which one still reads the newest. */
const nearby = 80;

const isInView = (list: HTMLElement): boolean => list.getClientRects().length > 0;

/** A list that keeps its end in view while one reads there, and never jumps away from older lines being read. */
export const Scroller = ({ label, mark, children, onSeen }: ScrollerProps) => {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [missed, setMissed] = useState(false);
  const toEnd = () => {
    const list = box.current;
    if (!list || !isInView(list)) return;
    atEnd.current = true;
    list.scrollTop = list.scrollHeight;
    setMissed(false);
    onSeen?.();
  };
  const keepEnd = useRef(toEnd);
  keepEnd.current = () => {
    if (atEnd.current) toEnd();
  };
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setMissed(true);
  }, [mark]);
  // A redrawn card may grow, and a hidden pane may come into view.
  useLayoutEffect(() => {
    if (atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  });
  useEffect(() => {
    const observer = new ResizeObserver(() => keepEnd.current());
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="scroller">
      <div
        ref={box}
        class="scroll"
        role="log"
        aria-live="polite"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard.
        tabIndex={0}
        onScroll={({ currentTarget: list }) => {
          if (!isInView(list)) return;
          atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < nearby;
          if (atEnd.current && missed) toEnd();
        }}
      >
        {children}
      </div>
      {missed ? (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" size={14} />
          {say('common.new')}
        </button>
      ) : null}
    </div>
  );
};
