import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, it } from 'vitest';
import { Fault } from '../../src/faults.ts';
import { startLoop } from '../../src/run/loop.ts';

it('tells an outage when it begins and when it is over, and every bug', async () => {
  const said: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      said.push(JSON.parse(String(chunk)).msg);
      done();
    },
  });
  const away = new Fault('database-unavailable', 'away', { retryable: true });
  const outcomes: (Error | null)[] = [away, away, away, null, new Error('bug'), new Error('bug'), null];
  let done: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    done = resolve;
  });
  const work = {
    name: 'turns-1',
    everyMs: 5,
    dueInMs: async () => null,
    once: async () => {
      const outcome = outcomes.shift();
      if (outcome === undefined) done();
      if (outcome) throw outcome;
      return false;
    },
  };
  const loop = startLoop(work, pino(sink));
  const waking = setInterval(() => loop.wake(), 2);
  await over;
  clearInterval(waking);
  await loop.stop();
  expect(said).toEqual([
    'loop failed, it goes on',
    'loop works again',
    'loop failed, it goes on',
    'loop failed, it goes on',
  ]);
});
