import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeskPerson } from '../../../../src/ports.ts';
import type { Role } from '../../../../src/terms.ts';
import { Icon, type IconName } from '../kit/icon.tsx';
import { Toasts } from '../kit/toasts.tsx';
import { TopButtons } from '../kit/top-buttons.tsx';
import { ApiError, deskApi, fetchAbout } from '../state/api.ts';
import { openChannel, type StaffChannel } from '../state/channel.ts';
import { setClock } from '../state/clock.ts';
import { locale } from '../state/settings.ts';
import { createTalks } from '../state/talks.ts';
import { say, sayError } from '../words/words.ts';
import { ChannelPane } from './channel-pane.tsx';
import { ComplainantPane } from './complainant-pane.tsx';
import { people } from './people.tsx';

const talks = createTalks('bench');
const team = openChannel('team');
const manager = openChannel('manager');

type Pane = 'complainant' | 'team' | 'manager';
const panes = ['complainant', 'team', 'manager'] as const satisfies readonly Pane[];
const titles = { complainant: 'chat.pane', team: 'team.pane', manager: 'manager.pane' } as const;
const icons: Readonly<Record<Pane, IconName>> = { complainant: 'person', team: 'team', manager: 'shield' };
const unreadOf: Readonly<Record<Pane, () => number>> = {
  complainant: () => 0,
  team: () => team.unread.count(),
  manager: () => manager.unread.count(),
};

const managerRoles: readonly Role[] = ['head', 'leader', 'general_manager', 'legal'];

const chooseFirst = (channel: StaffChannel, known: readonly DeskPerson[], wanted: readonly Role[]): void => {
  if (known.some(({ id }) => id === channel.actingAs.value)) return;
  const fitting = known.find(({ roles }) => roles.some((role) => wanted.includes(role)));
  channel.actingAs.value = (fitting ?? known[0])?.id ?? '';
};

const load = async (): Promise<void> => {
  const [{ now, rate }, known] = await Promise.all([fetchAbout(), deskApi.people(locale.value)]);
  setClock(now, rate);
  chooseFirst(team, known, ['handler']);
  chooseFirst(manager, known, managerRoles);
  people.value = known;
  if (talks.current.value === null) await talks.open();
};

const SkipLinks = ({ show }: { show(pane: Pane): void }) => (
  <nav class="skip-links" aria-label={say('bench.panes')}>
    {panes.map((pane) => (
      <a key={pane} href={`#pane-${pane}`} onClick={() => show(pane)}>
        {say('bench.skip', { where: say(titles[pane]) })}
      </a>
    ))}
  </nav>
);

const TopBar = () => (
  <header class="top-bar">
    <span class="brand-mark">
      <Icon name="thread" />
    </span>
    <h1>
      {say('app.name')} <span>{say('bench.title')}</span>
    </h1>
    <p class="top-hint">{say('bench.hint')}</p>
    <nav class="top-links">
      <a href="/chat" target="_blank" rel="noreferrer">
        {say('link.chat')}
      </a>
      <a href="/privacy" target="_blank" rel="noreferrer">
        {say('link.privacy')}
      </a>
    </nav>
    <TopButtons />
  </header>
);

/** On a phone one pane is in view; the tabs count what is new in the others. */
const Tabs = ({ pane, show }: { readonly pane: Pane; show(pane: Pane): void }) => (
  <nav class="tabs" aria-label={say('bench.panes')}>
    {panes.map((one) => {
      const unread = one === pane ? 0 : unreadOf[one]();
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

const Workbench = () => {
  const [pane, setPane] = useState<Pane>('complainant');
  const [failure, setFailure] = useState<string | null>(null);
  const begin = () => {
    setFailure(null);
    load().catch((error) => setFailure(error instanceof ApiError ? error.code : 'other'));
  };
  useEffect(begin, [locale.value]);
  document.title = `${say('app.name')} · ${say('bench.title')}`;
  return (
    <div class="bench" data-pane={pane}>
      <SkipLinks show={setPane} />
      <TopBar />
      {failure === null ? (
        <main class="panes">
          <ComplainantPane talks={talks} />
          <ChannelPane channel={team} />
          <ChannelPane channel={manager} />
        </main>
      ) : (
        <Failed code={failure} again={begin} />
      )}
      <Tabs pane={pane} show={setPane} />
      <Toasts />
    </div>
  );
};

const root = document.getElementById('app');
if (root) render(<Workbench />, root);
