import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../kit/icon.tsx';
import { Dot } from '../kit/states.tsx';
import { Toasts } from '../kit/toasts.tsx';
import { TopButtons } from '../kit/top-buttons.tsx';
import { ApiError, fetchAbout } from '../state/api.ts';
import { setClock } from '../state/clock.ts';
import { embedded } from '../state/settings.ts';
import { createTalks } from '../state/talks.ts';
import { say, sayError } from '../words/words.ts';
import { TalkView } from './talk-view.tsx';

const talks = createTalks('chat');

const ChatPage = () => {
  const [failure, setFailure] = useState<string | null>(null);
  const talk = talks.current.value;
  const open = () => {
    setFailure(null);
    talks.open().catch((error) => setFailure(error instanceof ApiError ? error.code : 'other'));
  };
  useEffect(() => {
    if (talks.current.value === null) open();
  }, []);
  document.title = `${say('chat.title')} · ${say('app.name')}`;
  return (
    <div class={`chat-page${embedded ? ' embedded' : ''}`}>
      <header class="chat-head">
        <span class="brand-mark">
          <Icon name="thread" />
        </span>
        <div class="chat-titles">
          <h1>
            {say('chat.title')}
            {talk ? <Dot state={talk.feed.state.value} /> : null}
          </h1>
          <p>{say('chat.subtitle')}</p>
        </div>
        <TopButtons />
      </header>
      <main>
        {talk ? (
          <TalkView
            key={talk.account.session}
            talk={talk}
            startAgain={() => {
              talks.forget(talk);
              open();
            }}
          />
        ) : failure === null ? null : (
          <div class="gone" role="alert">
            <p>{sayError(failure)}</p>
            <button type="button" class="button primary" onClick={open}>
              {say('common.retry')}
            </button>
          </div>
        )}
      </main>
      <footer class="chat-foot">
        <a href="/privacy" target="_blank" rel="noreferrer">
          {say('chat.privacy')}
        </a>
        {talks.talks.value.length > 1 && talk ? (
          <select
            aria-label={say('chat.talks')}
            value={talk.account.session}
            onChange={(event) => talks.choose(event.currentTarget.value)}
          >
            {talks.talks.value.map(({ account }, index) => (
              <option key={account.session} value={account.session}>
                {say('chat.talkNumber', { n: index + 1 })}
              </option>
            ))}
          </select>
        ) : null}
        {talk && talk.feed.lines.value.length > 0 ? (
          <button type="button" class="link-button" onClick={open}>
            {say('chat.new')}
          </button>
        ) : null}
      </footer>
      <Toasts />
    </div>
  );
};

void fetchAbout().then(
  ({ now, rate }) => setClock(now, rate),
  () => {},
);
const root = document.getElementById('app');
if (root) render(<ChatPage />, root);
