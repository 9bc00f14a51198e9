import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { ChatLine } from '../../render.ts';
import { Buttons } from '../kit/buttons.tsx';
import { Composer } from '../kit/composer.tsx';
import { useNewest } from '../kit/earlier.tsx';
import { FileChip } from '../kit/files.tsx';
import { Icon } from '../kit/icon.tsx';
import { Linked } from '../kit/linked.tsx';
import { Scroller } from '../kit/scroller.tsx';
import { Empty, Offline, PendingNote, Skeleton } from '../kit/states.tsx';
import { Time } from '../kit/time.tsx';
import { chatApi } from '../state/api.ts';
import { hasArrived } from '../state/outgoing.ts';
import type { PendingLine, Talk } from '../state/talk.ts';
import { say } from '../words/words.ts';

const voices = { complainant: 'chat.you', bot: 'chat.bot', staff: 'chat.staff' } as const;

/** Two lines of one voice within this time stand together under one name. */
const togetherMs = 3 * 60_000;

const standsWith = (line: ChatLine, before: ChatLine | undefined): boolean =>
  before !== undefined &&
  before.from === line.from &&
  Date.parse(line.at) - Date.parse(before.at) < togetherMs;

const Line = ({
  talk,
  line,
  joined,
}: {
  readonly talk: Talk;
  readonly line: ChatLine;
  readonly joined: boolean;
}) => {
  const pressed = talk.pressed.value.get(line.id);
  return (
    <article class={`line line-${line.from}${joined ? ' joined' : ''}`}>
      {joined ? null : (
        <p class="line-head">
          <span class="line-voice">{say(voices[line.from])}</span>
          <Time at={line.at} as="clock" />
        </p>
      )}
      {line.text === '' ? null : (
        <p class="bubble">{line.from === 'complainant' ? line.text : <Linked text={line.text} />}</p>
      )}
      {line.files.map((file) => (
        <FileChip key={file.id} file={file} load={(id) => chatApi.file(talk.account, id)} />
      ))}
      <Buttons
        buttons={line.buttons}
        most={6}
        chosen={pressed?.cursor === line.cursor ? pressed.buttonId : undefined}
        press={(buttonId) => talk.press(line, buttonId)}
      />
    </article>
  );
};

const Unsent = ({ talk, one }: { readonly talk: Talk; readonly one: PendingLine }) => (
  <article class="line line-complainant pending">
    {one.file ? (
      <p class="bubble">
        <Icon name="file" size={16} /> {one.file.name}
      </p>
    ) : (
      <p class="bubble">{one.text}</p>
    )}
    <PendingNote one={one} outgoing={talk.outgoing} />
  </article>
);

/** How long we show that an answer is coming: where a person holds the talk none may come. */
const answeringMs = 8_000;

const useAnswering = (last: ChatLine | undefined): boolean => {
  const [shown, setShown] = useState<string | null>(null);
  const waits = last?.from === 'complainant' ? last.id : null;
  useEffect(() => {
    if (waits === null) return setShown(null);
    setShown(waits);
    const timer = setTimeout(() => setShown(null), answeringMs);
    return () => clearTimeout(timer);
  }, [waits]);
  return shown !== null && shown === waits;
};

const Answering = () => (
  <p class="answering" role="status" aria-label={say('chat.answering')}>
    <span />
    <span />
    <span />
  </p>
);

const Start = () => (
  <Empty icon="thread" title={say('chat.start')} hint={say('chat.startHint')}>
    <a class="hint-link" href="/privacy" target="_blank" rel="noreferrer">
      <Icon name="shield" size={14} />
      {say('chat.privacy')}
    </a>
  </Empty>
);

interface TalkViewProps {
  readonly talk: Talk;
  /** Sentence to put into the composer. */
  readonly draft?: { readonly text: string } | undefined;
  /** Opens a new talk when this one is no longer known. */
  startAgain(): void;
}

const Lines = ({ talk, animated }: { readonly talk: Talk; readonly animated: boolean }) => {
  const lines = talk.feed.lines.value;
  const pending = talk.outgoing.items.value.filter((one) => !hasArrived(one, lines));
  const { newest, button } = useNewest(lines);
  const answering = useAnswering(animated ? lines.at(-1) : undefined);
  const mark = `${lines.at(-1)?.cursor}/${lines.length}/${pending.length}/${answering}`;
  if (talk.feed.state.value === 'loading' && lines.length === 0) return <Skeleton />;
  if (lines.length === 0 && pending.length === 0) return <Start />;
  return (
    <Scroller label={say('chat.log')} mark={mark} sent={talk.outgoing.items.value.at(-1)?.id}>
      {button}
      {newest.map((line, index) => (
        <Line key={line.id} talk={talk} line={line} joined={standsWith(line, newest[index - 1])} />
      ))}
      {pending.map((one) => (
        <Unsent key={one.id} talk={talk} one={one} />
      ))}
      {answering && pending.length === 0 ? <Answering /> : null}
    </Scroller>
  );
};

/** A complainant's talk: what was said, what is on its way, and where to write. */
export const TalkView = ({ talk, draft, startAgain }: TalkViewProps) => {
  const dragging = useSignal(false);
  const state = talk.feed.state.value;
  const attach = (files: readonly File[]) => {
    for (const file of files) talk.attach(file);
  };
  return (
    <section
      class={`talk${dragging.value ? ' dragging' : ''}`}
      data-drop={say('chat.drop')}
      aria-label={say('chat.log')}
      onDragOver={(event) => {
        event.preventDefault();
        dragging.value = true;
      }}
      onDragLeave={() => {
        dragging.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        dragging.value = false;
        if (event.dataTransfer) attach([...event.dataTransfer.files]);
      }}
    >
      <Offline state={state} />
      <Lines talk={talk} animated={state === 'live'} />
      {state === 'gone' ? (
        <div class="gone">
          <p>{say('state.gone')}</p>
          <button type="button" class="button primary" onClick={startAgain}>
            {say('chat.again')}
          </button>
        </div>
      ) : (
        <Composer
          place={talk.account.session}
          label={say('chat.placeholder')}
          draft={draft}
          attach={attach}
          send={(text) => talk.say(text)}
        />
      )}
    </section>
  );
};
