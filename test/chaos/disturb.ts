import { setTimeout as wait } from 'node:timers/promises';
import type { Watch } from './crowd.ts';
import type { Fleet } from './fleet.ts';
import type { Dated, Disturbance } from './plan.ts';
import type { Server } from './server.ts';

/** What disturbances are done to. */
export interface Scene {
  readonly fleet: Fleet;
  readonly server: Server;
  readonly watch: Watch;
  /** So many strangers write at once; resolves when all were taken. */
  flood(people: number): Promise<void>;
  /** Somebody new writes; resolves when they are answered. */
  probe(): Promise<void>;
}

/** How long it took from the end of a disturbance until somebody new was answered. */
export interface Recovery {
  readonly after: string;
  readonly ms: number;
}

const awayFor = async (server: Server, ms: number, end: () => Promise<void>): Promise<void> => {
  await end();
  await wait(ms);
  await server.start();
};

const fillDisk = async ({ server, watch }: Scene, ms: number): Promise<void> => {
  if (typeof server.disk === 'string') return watch.count(`full disk not possible: ${server.disk}`);
  await server.disk.fill();
  await wait(ms);
  await server.disk.free();
  // It may have ended for want of space; then it is started as an operator would.
  await server.start();
};

const setBack = async ({ fleet }: Scene, member: number, ms: number): Promise<void> => {
  await wait(ms);
  await fleet.setClock(member, 0);
};

const perform = async (what: Disturbance, scene: Scene): Promise<void> => {
  const { fleet, server, watch } = scene;
  switch (what.kind) {
    case 'kill':
      watch.count('kill -9', what.members.length);
      await Promise.all(what.members.map((member) => fleet.kill(member)));
      return;
    case 'rolling restart':
      return fleet.roll();
    case 'outage':
      watch.count('database away, seconds', Math.round(what.ms / 1000));
      return awayFor(server, what.ms, () => server.kill());
    case 'database restart':
      return awayFor(server, 0, () => server.stop());
    case 'connections cut':
      return server.wire.cut();
    case 'database silent':
      server.wire.hold(true);
      await wait(what.ms);
      return server.wire.hold(false);
    case 'clock':
      await fleet.setClock(what.member, what.aheadMs);
      return setBack(scene, what.member, what.ms);
    case 'full disk':
      return fillDisk(scene, what.ms);
    case 'flood':
      return scene.flood(what.people);
  }
};

/** The next disturbance does not wait longer for the first to be over: they may come together. */
const patienceMs = 10_000;

/** Does everything planned, each no sooner than its time and one after the other, and measures how long people felt it. */
export const disturbAll = async (planned: readonly Dated[], scene: Scene): Promise<readonly Recovery[]> => {
  const recoveries: Promise<Recovery>[] = [];
  for (const { atMs, what } of planned) {
    await wait(Math.max(0, atMs - scene.watch.now()));
    scene.watch.count(what.kind);
    await perform(what, scene);
    const ended = scene.watch.now();
    const recovered = scene
      .probe()
      .then(() => ({ after: what.kind, ms: Math.round(scene.watch.now() - ended) }));
    recoveries.push(recovered);
    await Promise.race([recovered, wait(patienceMs)]);
  }
  return Promise.all(recoveries);
};
