import type { DeskLine } from '../../render.ts';
import { Buttons } from '../kit/buttons.tsx';
import { FileChip } from '../kit/files.tsx';
import { Icon } from '../kit/icon.tsx';
import { PendingNote } from '../kit/states.tsx';
import { Time } from '../kit/time.tsx';
import type { PendingNote as Note, StaffChannel } from '../state/channel.ts';
import { say } from '../words/words.ts';
import { CardView } from './card-view.tsx';
import { Avatar, nameOf } from './people.tsx';

const loadFile = async (id: string): Promise<Blob> => {
  const answer = await fetch(`/api/desk/attachments/${encodeURIComponent(id)}`);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.blob();
};

const Author = ({ line }: { readonly line: DeskLine }) =>
  line.author ? (
    <Avatar id={line.author} size="small" />
  ) : (
    <span class="avatar small system" aria-hidden="true">
      <Icon name="thread" size={14} />
    </span>
  );

const ThreadFoot = ({ channel, line }: { readonly channel: StaffChannel; readonly line: DeskLine }) => {
  const replies = channel.threads.value.get(line.id) ?? [];
  const unread = channel.unread.count(line.id);
  const last = replies.at(-1);
  return (
    <button
      type="button"
      class="thread-foot"
      onClick={() => {
        channel.openThread.value = line.id;
      }}
    >
      <Icon name="thread" size={16} />
      {replies.length > 0 ? say('desk.replies', { n: replies.length }) : say('desk.openThread')}
      {unread > 0 ? <span class="badge">{say('desk.newCount', { n: unread })}</span> : null}
      {last ? <Time at={last.at} /> : null}
    </button>
  );
};

interface LineProps {
  readonly channel: StaffChannel;
  readonly line: DeskLine;
  /** Whether its thread can be opened from here. */
  readonly opens: boolean;
}

const Body = ({ channel, line, opens }: LineProps) => (
  <>
    {line.card ? (
      <CardView card={line.card} />
    ) : line.text === '' ? null : (
      <p class="note-text">{line.text}</p>
    )}
    {line.files.map((file) => (
      <FileChip key={file.id} file={file} load={loadFile} />
    ))}
    <Buttons buttons={line.buttons} most={4} press={(buttonId) => channel.press(line, buttonId)} />
    {opens ? <ThreadFoot channel={channel} line={line} /> : null}
  </>
);

/** One line of a staff channel: a live card, or a note with its author. */
export const DeskLineView = (props: LineProps) => {
  const { line } = props;
  if (line.card) {
    return (
      <article class={`card card-${line.card.tone}`} data-complaint={line.complaint ?? undefined}>
        <Body {...props} />
      </article>
    );
  }
  return (
    <article class={`note note-${line.from}${line.onlyFor === undefined ? '' : ' only-you'}`}>
      <Author line={line} />
      <div class="note-body">
        <p class="note-head">
          <strong>{line.author ? nameOf(line.author) : say('desk.system')}</strong>
          <Time at={line.at} />
          {line.onlyFor === undefined ? null : (
            <span class="only-mark">
              <Icon name="lock" size={12} />
              {say('desk.onlyYou')}
            </span>
          )}
        </p>
        <Body {...props} />
      </div>
    </article>
  );
};

/** A note that has not arrived yet. */
export const PendingDeskLine = ({
  channel,
  note,
}: {
  readonly channel: StaffChannel;
  readonly note: Note;
}) => (
  <article class="note pending">
    <Avatar id={note.as} size="small" />
    <div class="note-body">
      <p class="note-head">
        <strong>{nameOf(note.as)}</strong>
      </p>
      <p class="note-text">{note.text}</p>
      <PendingNote one={note} outgoing={channel.outgoing} />
    </div>
  </article>
);
