import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TopButtons } from '../kit/top-buttons.tsx';
import { ApiError, fetchSignInWays } from '../state/api.ts';
import { say, sayError } from '../words/words.ts';

const problems = ['declined', 'outdated', 'not-staff', 'failed'] as const;
const asked = new URLSearchParams(location.search).get('problem');
const problem = problems.find((one) => one === asked);

const vendors = { slack: 'Slack', telegram: 'Telegram' } as const;
type Way = keyof typeof vendors;
const isWay = (name: string): name is Way => name in vendors;

const SignInPage = () => {
  const [ways, setWays] = useState<readonly Way[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    fetchSignInWays().then(
      (names) => setWays(names.filter(isWay)),
      (error) => setFailure(error instanceof ApiError ? error.code : 'other'),
    );
  }, []);
  document.title = `${say('signIn.title')} · ${say('app.name')}`;
  return (
    <div class="sign-in">
      <main>
        <h1>{say('signIn.title')}</h1>
        <p>{say('signIn.hint')}</p>
        {problem ? <p role="alert">{say(`signIn.${problem}`)}</p> : null}
        {failure === null ? null : (
          <p role="alert">{failure === 'not-found' ? say('signIn.none') : sayError(failure)}</p>
        )}
        {ways.map((way) => (
          <a key={way} class="button primary" href={`/sign-in/${way}`}>
            {say('signIn.with', { vendor: vendors[way] })}
          </a>
        ))}
        <footer class="sign-in-foot">
          <a href="/privacy">{say('link.privacy')}</a>
          <TopButtons />
        </footer>
      </main>
    </div>
  );
};

const root = document.getElementById('app');
if (root) render(<SignInPage />, root);
