import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeskPerson } from '../../../../src/ports.ts';
import { managerRoles, type Role } from '../../../../src/terms.ts';
import { Icon, type IconName } from '../kit/icon.tsx';
import { Skeleton } from '../kit/states.tsx';
import { Toasts, toast } from '../kit/toasts.tsx';
import { TopButtons } from '../kit/top-buttons.tsx';
import { ApiError, deskApi, fetchAbout } from '../state/api.ts';
import { openChannel, type StaffChannel } from '../state/channel.ts';
import { setClock } from '../state/clock.ts';
import { locale } from '../state/settings.ts';
import { createTalks, type Talks } from '../state/talks.ts';
import { say, sayError } from '../words/words.ts';
import { ChannelPane } from './channel-pane.tsx';
import { ComplainantPane } from './complainant-pane.tsx';
import { nameOf, people, you } from './people.tsx';

type Pane = 'complainant' | 'team' | 'manager';

/** What is open: the play with a complainant only where nobody is signed in, the managers' channel only to them. */
interface Bench {
  readonly talks: Talks | null;
  readonly team: StaffChannel;
  readonly manager: StaffChannel | null;
}

const panesOf = ({ talks, manager }: Bench): readonly Pane[] => [
  ...(talks ? (['complainant'] as const) : []),
  'team',
  ...(manager ? (['manager'] as const) : []),
];
const titles = { complainant: 'chat.pane', team: 'team.pane', manager: 'manager.pane' } as const;
const icons: Readonly<Record<Pane, IconName>> = { complainant: 'person', team: 'team', manager: 'shield' };
const unreadIn = ({ team, manager }: Bench, pane: Pane): number =>
  (pane === 'team' ? team : pane === 'manager' ? manager : null)?.unread.count() ?? 0;

const chooseFirst = (channel: StaffChannel, known: readonly DeskPerson[], wanted: readonly Role[]): void => {
  if (known.some(({ id }) => id === channel.actingAs.value)) return;
  const fitting = known.find(({ roles }) => roles.some((role) => wanted.includes(role)));
  channel.actingAs.value = (fitting ?? known[0])?.id ?? '';
};

const openBench = (known: readonly DeskPerson[], signedIn: string | undefined): Bench => {
  const me = known.find(({ id }) => id === signedIn);
  const isManager = me === undefined || managerRoles.some((role) => me.roles.includes(role));
  const bench = {
    talks: me === undefined ? createTalks('bench') : null,
    team: openChannel('team'),
    manager: isManager ? openChannel('manager') : null,
  };
  for (const channel of [bench.team, bench.manager]) if (me && channel) channel.actingAs.value = me.id;
  return bench;
};

const load = async (open: Bench | null): Promise<Bench> => {
  const [{ now, rate }, { people: known, you: signedIn }] = await Promise.all([
    fetchAbout(),
    deskApi.people(locale.value),
  ]);
  setClock(now, rate);
  const bench = open ?? openBench(known, signedIn);
  chooseFirst(bench.team, known, ['handler']);
  if (bench.manager) chooseFirst(bench.manager, known, managerRoles);
  people.value = known;
  you.value = signedIn ?? null;
  if (bench.talks?.current.value === null) await bench.talks.open();
  return bench;
};

const SkipLinks = ({ panes, show }: { readonly panes: readonly Pane[]; show(pane: Pane): void }) => (
  <nav class="skip-links" aria-label={say('bench.panes')}>
    {panes.map((pane) => (
      <a key={pane} href={`#pane-${pane}`} onClick={() => show(pane)}>
        {say('bench.skip', { where: say(titles[pane]) })}
      </a>
    ))}
  </nav>
);

const signOut = (): void => {
  deskApi.signOut().then(
    () => location.assign('/sign-in'),
    (error) => toast(sayError(error instanceof ApiError ? error.code : 'other')),
  );
};

const TopBar = () => (
  <header class="top-bar">
    <span class="brand-mark">
      <Icon name="thread" />
    </span>
    <h1>
      {say('app.name')} <span>{say('bench.title')}</span>
    </h1>
    <p class="top-hint">{you.value === null ? say('bench.hint') : nameOf(you.value)}</p>
    <nav class="top-links">
      <a href="/chat" target="_blank" rel="noreferrer">
        {say('link.chat')}
      </a>
      <a href="/privacy" target="_blank" rel="noreferrer">
        {say('link.privacy')}
      </a>
    </nav>
    {you.value === null ? null : (
      <button type="button" class="text-button" onClick={signOut}>
        {say('signIn.out')}
      </button>
    )}
    <TopButtons />
  </header>
);

/** On a phone one pane is in view; the tabs count what is new in the others. */
const Tabs = ({
  bench,
  pane,
  show,
}: {
  readonly bench: Bench;
  readonly pane: Pane;
  show(pane: Pane): void;
}) => (
  <nav class="tabs" aria-label={say('bench.panes')}>
    {panesOf(bench).map((one) => {
      const unread = one === pane ? 0 : unreadIn(bench, one);
      return (
        <button
          key={one}
          type="button"
          aria-current={one === pane ? 'page' : undefined}
          onClick={() => show(one)}
        >
          <Icon name={icons[one]} size={20} />
          <span>{say(titles[one])}</span>
          {unread > 0 ? (
            <span class="badge" title={say('desk.newCount', { n: unread })}>
              {unread}
            </span>
          ) : null}
        </button>
      );
    })}
  </nav>
);

const Failed = ({ code, again }: { readonly code: string; again(): void }) => (
  <div class="gone" role="alert">
    <p>
      {say('bench.refused')} {sayError(code)}
    </p>
    <button type="button" class="button primary" onClick={again}>
      {say('common.retry')}
    </button>
  </div>
);

const Panes = ({ bench }: { readonly bench: Bench }) => (
  <main class="panes" data-count={panesOf(bench).length}>
    {bench.talks ? <ComplainantPane talks={bench.talks} /> : null}
    <ChannelPane channel={bench.team} />
    {bench.manager ? <ChannelPane channel={bench.manager} /> : null}
  </main>
);

const Workbench = () => {
  const [chosen, choose] = useState<Pane | null>(null);
  const [bench, setBench] = useState<Bench | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const begin = () => {
    setFailure(null);
    load(bench).then(setBench, (error) => setFailure(error instanceof ApiError ? error.code : 'other'));
  };
  useEffect(begin, [locale.value]);
  document.title = `${say('app.name')} · ${say('bench.title')}`;
  if (failure !== null) return <Failed code={failure} again={begin} />;
  if (bench === null) return <Skeleton />;
  const panes = panesOf(bench);
  const pane = chosen ?? panes[0] ?? 'team';
  return (
    <div class="bench" data-pane={pane}>
      <SkipLinks panes={panes} show={choose} />
      <TopBar />
      <Panes bench={bench} />
      <Tabs bench={bench} pane={pane} show={choose} />
      <Toasts />
    </div>
  );
};

const root = document.getElementById('app');
if (root) render(<Workbench />, root);
