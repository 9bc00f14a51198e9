import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskLine } from '../../render.ts';
import { Composer } from '../kit/composer.tsx';
import { useNewest } from '../kit/earlier.tsx';
import { Icon, type IconName } from '../kit/icon.tsx';
import { Scroller } from '../kit/scroller.tsx';
import { Dot, Empty, Offline, Skeleton } from '../kit/states.tsx';
import { toast } from '../kit/toasts.tsx';
import { ApiError } from '../state/api.ts';
import { type StaffChannel, standsInChannel } from '../state/channel.ts';
import { hasArrived } from '../state/outgoing.ts';
import { say, sayError } from '../words/words.ts';
import { DeskLineView, PendingDeskLine } from './desk-line.tsx';
import { FormSheet } from './form-sheet.tsx';
import { PersonSwitcher } from './people.tsx';
import { QueueSheet } from './queue-sheet.tsx';

interface PaneProps {
  readonly channel: StaffChannel;
}

const paneIcons: Readonly<Record<StaffChannel['name'], IconName>> = { team: 'team', manager: 'shield' };

/** Answers meant for the acting person alone pass as toasts, once, and only while they are fresh. */
const useToasts = (channel: StaffChannel) => {
  const known = useRef<Set<string> | null>(null);
  const lines = channel.feed.lines.value;
  const loading = channel.feed.state.value === 'loading';
  useEffect(() => {
    if (loading) return;
    const before = known.current;
    known.current = new Set(lines.map(({ id, cursor }) => `${id}/${cursor}`));
    if (before === null) return;
    for (const line of lines) {
      if (before.has(`${line.id}/${line.cursor}`) || line.onlyFor !== channel.actingAs.value) continue;
      const isCovered = line.thread === null && channel.openThread.value !== null;
      if (!standsInChannel(line) || isCovered) toast(line.text);
      else if (line.thread !== null) channel.openThread.value = line.thread;
    }
  }, [lines, loading, channel]);
};

const pendingIn = (channel: StaffChannel, place: string | null) =>
  channel.outgoing.items.value.filter(
    (note) => note.thread === place && !hasArrived(note, channel.feed.lines.value),
  );

/** A complaint's card always heads a thread in the team channel; among managers only an escalation does, never an approval. */
const headsThread = (channel: StaffChannel, { card, complaint, id }: DeskLine): boolean =>
  card !== null && complaint !== null && (channel.name === 'team' || channel.threads.value.has(id));

const Heads = ({ channel }: PaneProps) => {
  const heads = channel.heads.value;
  const pending = pendingIn(channel, null);
  const { name } = channel;
  const { newest, button } = useNewest(heads);
  if (channel.feed.state.value === 'loading' && heads.length === 0) return <Skeleton />;
  if (heads.length === 0 && pending.length === 0) {
    return <Empty icon={paneIcons[name]} title={say(`${name}.empty`)} hint={say(`${name}.emptyHint`)} />;
  }
  return (
    <Scroller
      label={say('desk.log', { where: say(`${name}.pane`) })}
      mark={`${heads.at(-1)?.id}/${heads.length}/${pending.length}`}
      sent={pending.at(-1)?.id}
      onSeen={() => {
        if (channel.openThread.peek() === null) channel.unread.seen(null);
      }}
    >
      {button}
      {newest.map((line) => (
        <DeskLineView key={line.id} channel={channel} line={line} opens={headsThread(channel, line)} />
      ))}
      {pending.map((note) => (
        <PendingDeskLine key={note.id} channel={channel} note={note} />
      ))}
    </Scroller>
  );
};

const Thread = ({ channel, id }: PaneProps & { readonly id: string }) => {
  const head = channel.heads.value.find((line) => line.id === id);
  const lines = channel.threads.value.get(id) ?? [];
  const pending = pendingIn(channel, id);
  const back = useRef<HTMLButtonElement>(null);
  const close = () => {
    channel.openThread.value = null;
    channel.unread.seen(null);
  };
  useEffect(() => back.current?.focus(), []);
  return (
    <section
      class="thread"
      aria-label={say('desk.thread')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) close();
      }}
    >
      <header class="thread-head">
        <button
          ref={back}
          type="button"
          class="icon-button"
          aria-label={say('desk.back')}
          title={say('desk.back')}
          onClick={close}
        >
          <Icon name="back" />
        </button>
        <h3>{say('desk.thread')}</h3>
        <span class="thread-of">{head?.complaint ?? ''}</span>
      </header>
      <Scroller
        label={say('desk.thread')}
        mark={`${lines.at(-1)?.cursor}/${lines.length}/${pending.length}`}
        sent={pending.at(-1)?.id}
        onSeen={() => channel.unread.seen(id)}
      >
        {head ? <DeskLineView channel={channel} line={head} opens={false} /> : null}
        {lines.length === 0 && pending.length === 0 ? (
          <p class="thread-empty">{say('desk.threadEmpty')}</p>
        ) : null}
        {lines.map((line) => (
          <DeskLineView key={line.id} channel={channel} line={line} opens={false} />
        ))}
        {pending.map((note) => (
          <PendingDeskLine key={note.id} channel={channel} note={note} />
        ))}
      </Scroller>
      <Composer
        internal
        place={`${channel.name}/${id}`}
        label={say('desk.noteThread')}
        send={(text) => channel.write(text, id)}
      />
    </section>
  );
};

const PaneHead = ({ channel, showQueue }: PaneProps & { showQueue(): void }) => {
  const { name } = channel;
  const enter = () =>
    channel
      .enterComplaint()
      .catch((error) => toast(sayError(error instanceof ApiError ? error.code : 'other'), 'error'));
  return (
    <header class="pane-head">
      <div class="pane-title">
        <Icon name={paneIcons[name]} />
        <h2>{say(`${name}.pane`)}</h2>
        <Dot state={channel.feed.state.value} />
        <span class="pane-tools">
          <button
            type="button"
            class="icon-button"
            aria-label={say('desk.search')}
            title={say('desk.search')}
            onClick={() => channel.search()}
          >
            <Icon name="search" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={say('desk.queue')}
            title={say('desk.queue')}
            onClick={showQueue}
          >
            <Icon name="list" />
          </button>
          {name === 'team' ? (
            <button
              type="button"
              class="icon-button"
              aria-label={say('desk.enter')}
              title={say('desk.enter')}
              onClick={() => void enter()}
            >
              <Icon name="pen" />
            </button>
          ) : null}
        </span>
      </div>
      <PersonSwitcher channel={channel} />
    </header>
  );
};

/** The team's or the managers' channel: live cards, their threads, and internal notes. */
export const ChannelPane = ({ channel }: PaneProps) => {
  const [queue, setQueue] = useState(false);
  const thread = channel.openThread.value;
  const form = channel.form.value;
  useToasts(channel);
  const threadOf = (number: string) => {
    const head = channel.heads.value.find((line) => line.complaint === number && headsThread(channel, line));
    if (!head) return null;
    return () => {
      setQueue(false);
      channel.openThread.value = head.id;
    };
  };
  return (
    <section class="pane" id={`pane-${channel.name}`} tabIndex={-1} aria-label={say(`${channel.name}.pane`)}>
      <PaneHead channel={channel} showQueue={() => setQueue(true)} />
      <Offline state={channel.feed.state.value} />
      <div class="pane-body">
        {/* Kept in place under an open thread, so that coming back finds the same spot. */}
        <div class="pane-list" inert={thread !== null}>
          <Heads channel={channel} />
          <Composer
            internal
            place={channel.name}
            label={say('desk.note')}
            send={(text) => channel.write(text, null)}
          />
        </div>
        {thread === null ? null : <Thread key={thread} channel={channel} id={thread} />}
      </div>
      {form ? (
        <FormSheet
          key={form.form.buttonId}
          open={form}
          onClose={() => {
            channel.form.value = null;
          }}
        />
      ) : null}
      {queue ? (
        <QueueSheet as={channel.actingAs.value} threadOf={threadOf} onClose={() => setQueue(false)} />
      ) : null}
    </section>
  );
};
