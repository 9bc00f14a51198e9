import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveWebChannel } from './serve.ts';

type Server = Awaited<ReturnType<typeof serveWebChannel>>;

let server: Server;
let token: string;
let session: string;
const aborts: AbortController[] = [];

beforeEach(async () => {
  server = await serveWebChannel({ heartbeatMs: 20 });
  ({ session, token } = await (await fetch(`${server.base}/api/chat/sessions`, { method: 'POST' })).json());
});

afterEach(async () => {
  for (const abort of aborts.splice(0)) abort.abort();
  await server.stop();
  await expect.poll(() => server.desk.watching()).toBe(0);
});

const tell = (id: string, text: string) =>
  server.channel.send({
    attempt: 1,
    message: {
      id,
      to: { channel: 'web', place: session },
      locale: 'en',
      audience: 'complainant',
      voice: 'bot',
      text,
    },
  });

const open = (query = '', headers: Record<string, string> = {}) => {
  const abort = new AbortController();
  aborts.push(abort);
  return fetch(`${server.base}/api/chat/stream${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: abort.signal,
  });
};

/** Reads a stream until the text it gave satisfies the condition. */
const readUntil = async (answer: Response, enough: (text: string) => boolean): Promise<string> => {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && !enough(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  return text;
};

const linesIn = (text: string): { text: string; cursor: string }[] =>
  text
    .split('\n\n')
    .slice(0, -1)
    .flatMap((event) => event.split('\n').filter((row) => row.startsWith('data: ')))
    .map((row) => JSON.parse(row.slice(6)));

const gives = (count: number) => (text: string) => linesIn(text).length >= count;

describe('the stream of a talk', () => {
  it('gives what was said before and what is said while it is open, each once and in order', async () => {
    await tell('o1', 'one');
    const answer = await open();
    const reading = readUntil(answer, gives(3));
    await tell('o2', 'two');
    await tell('o3', 'three');

    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(linesIn(await reading).map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });

  it('reads on after the cursor a page already has', async () => {
    await tell('o1', 'one');
    await tell('o2', 'two');
    const [first] = linesIn(await readUntil(await open(), gives(1)));
    const byQuery = linesIn(await readUntil(await open(`?after=${first?.cursor}`), gives(1)));
    const byHeader = linesIn(
      await readUntil(await open('', { 'last-event-id': first?.cursor ?? '' }), gives(1)),
    );

    expect(byQuery.map(({ text }) => text)).toEqual(['two']);
    expect(byHeader).toEqual(byQuery);
  });

  it('gives more lines than one read of the desk holds', async () => {
    for (let index = 0; index < 450; index++) await tell(`o${index}`, `${index}`);
    const lines = linesIn(await readUntil(await open(), gives(450)));

    expect(lines.map(({ text }) => text)).toEqual(Array.from({ length: 450 }, (_, index) => `${index}`));
  });

  it('shows that it lives while nothing is said', async () => {
    const text = await readUntil(await open(), (given) => given.split(': heartbeat').length > 3);

    expect(text).toMatch(/^retry: 2000\n: open\n\n(: heartbeat\n\n)+$/);
  });

  it('ends when the channel stops, and when the page leaves nobody watches', async () => {
    const stays = await open();
    const leaves = new AbortController();
    await fetch(`${server.base}/api/chat/stream`, {
      headers: { authorization: `Bearer ${token}` },
      signal: leaves.signal,
    });
    expect(server.desk.watching()).toBe(2);

    leaves.abort();
    await expect.poll(() => server.desk.watching()).toBe(1);
    await server.channel.stop();
    expect(await readUntil(stays, () => false)).toContain(': open');
  });

  it('ends when the desk fails, so that the page comes back later', async () => {
    await tell('o1', 'one');
    const answer = await open();
    await tell('o2', 'two');
    const reading = readUntil(answer, () => false);
    server.desk.breakDown(true);
    server.desk.wake(session);

    expect(await reading).toContain('one');
  });

  it('opens eight times for one talk and not more', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => open()));

    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(8).fill(200), 429]);
  });
});
