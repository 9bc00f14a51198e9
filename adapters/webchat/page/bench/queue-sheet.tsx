import { useEffect, useState } from 'preact/hooks';
import type { QueueItem } from '../../../../src/ports.ts';
import { Icon } from '../kit/icon.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { Empty, Skeleton } from '../kit/states.tsx';
import { ApiError, deskApi } from '../state/api.ts';
import { absoluteTime, relativeTime } from '../state/clock.ts';
import { locale } from '../state/settings.ts';
import { say, sayError } from '../words/words.ts';
import { CardView } from './card-view.tsx';
import { nameOf } from './people.tsx';

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'items'; readonly items: readonly QueueItem[] }
  | { readonly kind: 'failed'; readonly code: string };

const Due = ({ at }: { readonly at: string }) => (
  <p class="queue-due" title={absoluteTime(at, locale.value)}>
    {say('desk.due', { when: relativeTime(at, locale.value, say('common.justNow')) })}
  </p>
);

interface ItemsProps {
  readonly loaded: Loaded;
  readonly name: string;
  /** Opens the thread of a complaint; null where it has none. */
  threadOf(number: string): (() => void) | null;
}

const ThreadButton = ({ open }: { readonly open: (() => void) | null }) =>
  open ? (
    <button type="button" class="thread-foot" onClick={open}>
      <Icon name="thread" size={16} />
      {say('desk.openThread')}
    </button>
  ) : null;

const Items = ({ loaded, name, threadOf }: ItemsProps) => {
  if (loaded.kind === 'loading') return <Skeleton />;
  if (loaded.kind === 'failed') {
    return (
      <p class="problem">
        {loaded.code === 'not-staff' ? say('desk.queueNone', { name }) : sayError(loaded.code)}
      </p>
    );
  }
  if (loaded.items.length === 0)
    return <Empty icon="checked" title={say('desk.queueEmpty', { name })} hint="" />;
  return (
    <ol class="queue">
      {loaded.items.map((item) => (
        <li key={item.number} class={`card card-${item.card.tone}`}>
          {item.nextDue ? <Due at={item.nextDue} /> : null}
          <CardView card={item.card} />
          <ThreadButton open={threadOf(item.number)} />
        </li>
      ))}
    </ol>
  );
};

/** What one person holds, most pressing first (ST-7). */
export const QueueSheet = ({
  as,
  threadOf,
  onClose,
}: Pick<ItemsProps, 'threadOf'> & { readonly as: string; onClose(): void }) => {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const name = nameOf(as);
  const language = locale.value;
  useEffect(() => {
    deskApi.queue(as, language).then(
      (items) => setLoaded({ kind: 'items', items }),
      (error) => setLoaded({ kind: 'failed', code: error instanceof ApiError ? error.code : 'other' }),
    );
  }, [as, language]);
  return (
    <Sheet title={say('desk.queueOf', { name })} onClose={onClose}>
      <Items loaded={loaded} name={name} threadOf={threadOf} />
    </Sheet>
  );
};
