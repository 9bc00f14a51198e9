import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface ScrollerProps {
  readonly label: string;
  /** Changes whenever there is something new at the end. */
  readonly mark: string | number;
  /** The newest of one's own on its way: what one has just sent is always shown. */
  readonly sent?: string | undefined;
  readonly children: ComponentChildren;
  /** The end is in view, so what stands there has been seen. */
  onSeen?(): void;
}

/** Pixels from the end within which one still reads the newest. */
const nearby = 80;

const isInView = (list: HTMLElement): boolean => list.getClientRects().length > 0;

/** Follows the end of a list until its reader scrolls up, whatever grows in it meanwhile. */
const useEnd = (onSeen: (() => void) | undefined) => {
  const box = useRef<HTMLDivElement>(null);
  const lines = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const lastTop = useRef(0);
  const [missed, setMissed] = useState(false);
  const toEnd = () => {
    const list = box.current;
    if (!list || !isInView(list)) return;
    follows.current = true;
    list.scrollTop = list.scrollHeight;
    setMissed(false);
    onSeen?.();
  };
  const keep = useRef(toEnd);
  keep.current = () => {
    if (follows.current) toEnd();
  };
  const scrolled = () => {
    const list = box.current;
    if (!list || !isInView(list)) return;
    const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < nearby;
    // Only going up means reading older lines: a picture that loads also moves the end away.
    if (isNear) follows.current = true;
    else if (list.scrollTop < lastTop.current) follows.current = false;
    lastTop.current = list.scrollTop;
    if (isNear && missed) toEnd();
  };
  useEffect(() => {
    const observer = new ResizeObserver(() => keep.current());
    for (const part of [box.current, lines.current]) if (part) observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return { box, lines, missed, toEnd, scrolled, grew: () => (follows.current ? toEnd() : setMissed(true)) };
};

/** A list that keeps its end in view while one reads there, and never jumps away from older lines being read. */
export const Scroller = ({ label, mark, sent, children, onSeen }: ScrollerProps) => {
  const { box, lines, missed, toEnd, scrolled, grew } = useEnd(onSeen);
  useLayoutEffect(grew, [mark]);
  useLayoutEffect(() => {
    if (sent !== undefined) toEnd();
  }, [sent]);
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
        onScroll={scrolled}
      >
        <div ref={lines} class="lines">
          {children}
        </div>
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
