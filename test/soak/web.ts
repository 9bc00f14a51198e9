import { setTimeout as wait } from 'node:timers/promises';
import { pick, type SoakLine } from './line.ts';

interface Session {
  readonly session: string;
  readonly token: string;
}

interface ChatPage {
  readonly messages: readonly { readonly id: string; readonly from: string; readonly text: string }[];
  readonly cursor: string;
}

const pageSize = 200;
const ways = ['cut at once', 'cut in the middle', 'answer not read'] as const;

/** The chat page: it sends a message under its own id until it hears that it was taken. */
export const webLine = async (): Promise<SoakLine> => {
  let address = (): string => '';
  const sessions: Session[] = [];
  const disturbances: (typeof ways)[number][] = [];
  let answered = 0;
  const sessionOf = (person: number): Session => {
    const found = sessions[person];
    if (!found) throw new Error(`Nobody has the number ${person}`);
    return found;
  };
  const send = async (token: string, body: string): Promise<number> => {
    const way = disturbances.shift();
    const cutAfter = way === 'cut at once' ? 1 : way === 'cut in the middle' ? 8 : 20_000;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const signal = AbortSignal.timeout(cutAfter);
    const status = await fetch(`${address()}/api/chat/messages`, { method: 'POST', headers, body, signal })
      .then(async (response) => {
        await response.arrayBuffer();
        return response.status;
      })
      .catch(() => 0);
    return way === 'answer not read' ? 0 : status;
  };
  const insist = async (token: string, body: string): Promise<void> => {
    while ((await send(token, body)) !== 202) await wait(100);
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
      for (let person = 0; person < people; person += 1) {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ locale: 'en' });
        const opened = await fetch(`${url()}/api/chat/sessions`, { method: 'POST', headers, body });
        const session: Session = Object(await opened.json());
        sessions.push(session);
      }
    },
    async deliver({ person, turn, text }) {
      const { token } = sessionOf(person);
      const body = bodyOf(turn, text);
      await insist(token, body);
      const repeat = (person + turn) % 4 === 0 ? earlier.get(person) : undefined;
      if (repeat) await insist(token, repeat);
      earlier.set(person, body);
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
      const { token } = sessionOf(person);
      const lines: ChatPage['messages'][number][] = [];
      for (let after = ''; ; ) {
        const response = await fetch(`${address()}/api/chat/messages${after ? `?after=${after}` : ''}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        const page: ChatPage = Object(await response.json());
        lines.push(...page.messages);
        if (page.messages.length < pageSize) break;
        after = page.cursor;
      }
      return lines.filter(({ from }) => from !== 'complainant').map(({ id, text }) => ({ id, text }));
    },
    close: async () => {},
  };
};
