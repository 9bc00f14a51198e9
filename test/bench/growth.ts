import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createHeldClock, openFreshApp, until } from './app.ts';
import { conversation } from './messages.ts';
import { figure } from './percentile.ts';

const talks = 2000;
const messages = 100_000;
const eachBurst = 5;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const memory = (): string => {
  collect();
  collect();
  const { rss, heapUsed } = process.memoryUsage();
  return `RSS ${figure(rss / 2 ** 20)} MB, heap ${figure(heapUsed / 2 ** 20)} MB`;
};

/** Memory of one process before and after many messages; in bursts, as people write. */
export const measureGrowth = async (serverUrl: string): Promise<readonly string[]> => {
  const handed = new Set<string>();
  const clock = createHeldClock();
  const { app, says, stop } = await openFreshApp(
    serverUrl,
    'bench_growth',
    ({ place }) => {
      if (place.startsWith('talk')) handed.add(place);
    },
    clock,
  );
  await app.start('all');
  const bursts = messages / eachBurst / talks;
  let early = '';
  for (let burst = 0; burst < bursts; burst++) {
    const text = conversation[burst % conversation.length] ?? '';
    handed.clear();
    clock.hold();
    for (let part = 0; part < eachBurst; part++)
      await Promise.all(
        Array.from({ length: talks }, (_, index) => says(`talk${index}`, part === 0 ? text : '谢谢')),
      );
    clock.release();
    app.world.wake('turns');
    await until(() => handed.size >= talks);
    if (burst === 0) early = memory();
  }
  const late = memory();
  await stop();
  return [
    `memory, load included ${early} after ${figure(messages / bursts)} messages`,
    `                      ${late} after ${figure(messages)}`,
  ];
};
