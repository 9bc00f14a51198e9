import { setTimeout as wait } from 'node:timers/promises';
import { type Line, pick } from './line.ts';

interface Session {
  readonly session: string;
  readonly token: string;
}

interface PageLine {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly buttons?: readonly { readonly id: string; readonly label: string }[];
}

interface ChatPage {
  readonly messages: readonly PageLine[];
  readonly cursor: string;
}

const pageSize = 200;
const ways = ['cut at once', 'cut in the middle', 'answer not read'] as const;

/** Opens the talk of one page, until the product lets it. */
export const openSession = async (url: () => string): Promise<Session> => {
  for (;;) {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ locale: 'en' });
    const opened = await fetch(`${url()}/api/chat/sessions`, { method: 'POST', headers, body }).catch(
      () => null,
    );
    if (opened?.ok) return Object(await opened.json());
    await wait(100);
  }
};

/** Everything a talk shows, page by page; asked again until it is answered. */
export const readTalk = async (url: () => string, token: string): Promise<readonly PageLine[]> => {
  const lines: PageLine[] = [];
  for (let after = ''; ; ) {
    const query = after ? `?after=${after}` : '';
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${url()}/api/chat/messages${query}`, { headers }).catch(() => null);
    const page: ChatPage | null = response?.ok ? Object(await response.json().catch(() => null)) : null;
    if (!page?.messages) {
      await wait(200);
      continue;
    }
    lines.push(...page.messages);
    if (page.messages.length < pageSize) return lines;
    after = page.cursor;
  }
};

/** The chat page: it sends a message under its own id until it hears that it was taken. */
export const webLine = (): Line => {
  let address = (): string => '';
  const sessions: Session[] = [];
  const disturbances: (typeof ways)[number][] = [];
  let answered = 0;
  let presses = 0;
  const sessionOf = (person: number): Session => {
    const found = sessions[person];
    if (!found) throw new Error(`Nobody has the number ${person}`);
    return found;
  };
  const send = async (path: string, token: string, body: string): Promise<number> => {
    const way = disturbances.shift();
    const cutAfter = way === 'cut at once' ? 1 : way === 'cut in the middle' ? 8 : 20_000;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const signal = AbortSignal.timeout(cutAfter);
    const status = await fetch(`${address()}/api/chat/${path}`, { method: 'POST', headers, body, signal })
      .then(async (response) => {
        await response.arrayBuffer();
        return response.status;
      })
      .catch(() => 0);
    return way === 'answer not read' ? 0 : status;
  };
  const insist = async (path: string, token: string, body: string): Promise<void> => {
    while ((await send(path, token, body)) !== 202) await wait(100);
    answered += 1;
  };
  const bodyOf = (turn: number, text: string): string =>
    JSON.stringify({ clientMessageId: `t${turn}`, text });
  const earlier = new Map<number, string>();
  return {
    env: {},
    swaps: false,
    place: (person) => sessionOf(person).session,
    async open(people, url) {
      address = url;
      for (let person = 0; person < people; person += 1) sessions.push(await openSession(url));
    },
    async deliver({ person, turn, text }, again = false) {
      const { token } = sessionOf(person);
      const body = bodyOf(turn, text);
      await insist('messages', token, body);
      const repeat = again ? earlier.get(person) : undefined;
      if (repeat) await insist('messages', token, repeat);
      earlier.set(person, body);
    },
    change: null,
    async press(person, label) {
      const { token } = sessionOf(person);
      const lines = await readTalk(address, token);
      const line = lines.findLast(({ buttons = [] }) => buttons.some((one) => one.label === label));
      const button = line?.buttons?.find((one) => one.label === label);
      if (!line || !button) return false;
      presses += 1;
      const pressed = { clientActionId: `p${presses}`, messageId: line.id, buttonId: button.id };
      await insist('actions', token, JSON.stringify(pressed));
      return true;
    },
    disturb(chance) {
      const way = pick(ways, chance);
      disturbances.push(way);
      return way;
    },
    async midAnswer() {
      const before = answered;
      while (answered < before + 3) await wait(5);
      await wait(1520);
    },
    async heard(person) {
      const lines = await readTalk(address, sessionOf(person).token);
      return lines.filter(({ from }) => from !== 'complainant').map(({ id, text }) => ({ id, text }));
    },
    close: async () => {},
  };
};
