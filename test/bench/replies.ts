import { setTimeout as wait } from 'node:timers/promises';
import { type Handed, openFreshApp, until } from './app.ts';
import { conversation } from './messages.ts';
import { figure, percentile } from './percentile.ts';

const calibrating = 400;
const seconds = 8;
const critical = 60;
const burstMs = 1500;
const mostSevere = '业主占领售楼处商讨示威事宜';

const times = (sample: readonly number[]): string =>
  `p50 ${figure(percentile(sample, 0.5))} ms, p99 ${figure(percentile(sample, 0.99))} ms (${sample.length} samples)`;

/** From the close of a burst until the answer, and until the managers' thread, is handed over; at half of what one process can do. */
export const measureReplies = async (serverUrl: string): Promise<readonly string[]> => {
  const handed: Handed[] = [];
  const { app, says, stop } = await openFreshApp(serverUrl, 'bench_replies', (one) => handed.push(one));
  await app.start('all');
  const saidAt = new Map<string, number>();
  const say = async (place: string, text: string): Promise<void> => {
    saidAt.set(place, performance.now());
    await says(place, text);
  };
  const firstTo = (): ReadonlyMap<string, Handed> =>
    new Map(handed.toReversed().map((one) => [one.place, one]));
  const [first = ''] = conversation;
  // Twice: the first crowd finds nothing compiled.
  let rate = 0;
  for (const round of [1, 2]) {
    const start = performance.now();
    await Promise.all(Array.from({ length: calibrating }, (_, index) => say(`warm${round}-${index}`, first)));
    await until(() => firstTo().size >= round * calibrating);
    rate = (calibrating * 1000) / (performance.now() - start - burstMs) / 2;
  }

  const load = Array.from({ length: Math.ceil(rate * seconds) }, (_, index) => `half${index}`);
  const from = performance.now();
  const saying: Promise<void>[] = [];
  for (const [index, place] of load.entries()) {
    const ahead = from + (index * 1000) / rate - performance.now();
    if (ahead > 1) await wait(ahead);
    saying.push(say(place, first));
  }
  await Promise.all(saying);
  await until(() => handed.length >= 2 * calibrating + load.length);
  const answers = firstTo();
  const waits = load.map((place) => (answers.get(place)?.at ?? 0) - (saidAt.get(place) ?? 0) - burstMs);

  handed.length = 0;
  const severe = Array.from({ length: critical }, (_, index) => `severe${index}`);
  for (const place of severe) {
    await say(place, mostSevere);
    await wait(150);
  }
  const threads = () =>
    new Map(handed.filter(({ place }) => place === 'manager').map((one) => [one.complaint, one]));
  await until(() => firstTo().size > critical && threads().size >= critical);
  const heads = new Map(
    handed.toReversed().flatMap((one) => (one.place === 'manager' ? [[one.complaint, one.at] as const] : [])),
  );
  const answered = firstTo();
  const toManagers = severe.map((place) => {
    const answer = answered.get(place);
    return (heads.get(answer?.complaint) ?? 0) - (saidAt.get(place) ?? 0) - burstMs;
  });
  await stop();
  return [
    `close → handed over   ${times(waits)} at half load, ${figure(rate)} messages/s (wanted p99 50)`,
    `level 1 → managers    ${times(toManagers)} (wanted p99 300)`,
  ];
};
