import type { ComponentChildren } from 'preact';
import type { FeedState } from '../state/feed.ts';
import type { Outgoing, Pending } from '../state/outgoing.ts';
import { say, sayError } from '../words/words.ts';
import { Icon, type IconName } from './icon.tsx';

/** Grey bars where lines will be. */
export const Skeleton = () => (
  <div class="skeleton" role="status" aria-label={say('common.loading')}>
    <span />
    <span />
    <span />
  </div>
);

/** What stands where nothing was said yet. */
export const Empty = ({
  icon,
  title,
  hint,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
  readonly children?: ComponentChildren;
}) => (
  <div class="empty">
    <span class="empty-icon">
      <Icon name={icon} size={26} />
    </span>
    <h3>{title}</h3>
    <p>{hint}</p>
    {children}
  </div>
);

/** Says that the connection is lost, while it is. */
export const Offline = ({ state }: { readonly state: FeedState }) =>
  state === 'reconnecting' ? (
    <p class="offline" role="status">
      <span class="spinner" aria-hidden="true" />
      {say('state.reconnecting')}
    </p>
  ) : null;

/** A dot for how well we are connected, with words for those who can't see it. */
export const Dot = ({ state }: { readonly state: FeedState }) => {
  const words = say(`state.${state}`);
  return <span class={`dot dot-${state}`} role="img" aria-label={words} title={words} />;
};

/** Under something on its way: that it is being sent, or that it failed and what can be done. */
export const PendingNote = <Item extends Pending>({
  one,
  outgoing,
}: {
  readonly one: Item;
  readonly outgoing: Outgoing<Item>;
}) =>
  one.state === 'sending' ? (
    <p class="pending-note">
      <span class="spinner" aria-hidden="true" />
      {say('common.sending')}
    </p>
  ) : (
    <p class="pending-note failed" role="alert">
      <span class="pending-why">
        <Icon name="alert" size={14} />
        {say('common.notSent')} {sayError(one.reason ?? 'offline')}
      </span>
      {one.final ? null : (
        <button type="button" class="link-button" onClick={() => outgoing.retry(one.id)}>
          {say('common.retry')}
        </button>
      )}
      <button type="button" class="link-button" onClick={() => outgoing.drop(one.id)}>
        {say('common.remove')}
      </button>
    </p>
  );
