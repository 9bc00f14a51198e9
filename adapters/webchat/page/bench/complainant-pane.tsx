import { useEffect, useState } from 'preact/hooks';
import { TalkView } from '../chat/talk-view.tsx';
import { Icon } from '../kit/icon.tsx';
import { Dot, Skeleton } from '../kit/states.tsx';
import { toast } from '../kit/toasts.tsx';
import { ApiError } from '../state/api.ts';
import { locale } from '../state/settings.ts';
import type { Talk } from '../state/talk.ts';
import type { Talks } from '../state/talks.ts';
import { samples } from '../words/samples.ts';
import { say, sayError } from '../words/words.ts';

const Samples = ({ choose }: { choose(text: string): void }) => (
  <section class="samples" aria-label={say('chat.samples')}>
    {samples[locale.value].map((text) => (
      <button key={text} type="button" class="sample" onClick={() => choose(text)}>
        {text}
      </button>
    ))}
  </section>
);

const tell = (error: unknown): void =>
  toast(sayError(error instanceof ApiError ? error.code : 'other'), 'error');

const Head = ({
  talks,
  samplesOpen,
  toggleSamples,
}: {
  readonly talks: Talks;
  readonly samplesOpen: boolean;
  toggleSamples(): void;
}) => {
  const talk = talks.current.value;
  return (
    <header class="pane-head">
      <div class="pane-title">
        <Icon name="person" />
        <h2>{say('chat.pane')}</h2>
        {talk ? <Dot state={talk.feed.state.value} /> : null}
        <span class="pane-tools">
          <button
            type="button"
            class={`icon-button${samplesOpen ? ' on' : ''}`}
            aria-pressed={samplesOpen}
            aria-label={say('chat.samples')}
            title={say('chat.samples')}
            onClick={toggleSamples}
          >
            <Icon name="spark" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={say('chat.newComplainant')}
            title={say('chat.newComplainant')}
            onClick={() => void talks.open().catch(tell)}
          >
            <Icon name="plus" />
          </button>
        </span>
      </div>
      <div class="talk-tabs" role="tablist" aria-label={say('chat.talks')}>
        {talks.talks.value.map((one, index) => (
          <button
            key={one.account.session}
            type="button"
            role="tab"
            class="talk-tab"
            aria-selected={one === talk}
            onClick={() => talks.choose(one.account.session)}
          >
            {say('chat.talk', { n: index + 1 })}
          </button>
        ))}
      </div>
    </header>
  );
};

/** The complainants a visitor plays: one talk in view, new ones at will, sentences to try. */
export const ComplainantPane = ({ talks }: { readonly talks: Talks }) => {
  const [draft, setDraft] = useState<{ readonly text: string; readonly talk: Talk }>();
  const [wish, setWish] = useState<boolean | null>(null);
  const talk = talks.current.value;
  // Put in once, where it was chosen: not again on coming back.
  useEffect(() => setDraft(undefined), [talk]);
  const samplesOpen =
    wish ?? (talk !== null && talk.feed.lines.value.length === 0 && talk.outgoing.items.value.length === 0);
  return (
    <section class="pane pane-complainant" id="pane-complainant" tabIndex={-1} aria-label={say('chat.pane')}>
      <Head talks={talks} samplesOpen={samplesOpen} toggleSamples={() => setWish(!samplesOpen)} />
      {samplesOpen ? (
        <Samples
          choose={(text) => {
            if (talk) setDraft({ text, talk });
            setWish(null);
          }}
        />
      ) : null}
      {talk ? (
        <TalkView
          key={talk.account.session}
          talk={talk}
          draft={draft?.talk === talk ? draft : undefined}
          startAgain={() => {
            talks.forget(talk);
            void talks.open().catch(tell);
          }}
        />
      ) : (
        <Skeleton />
      )}
    </section>
  );
};
