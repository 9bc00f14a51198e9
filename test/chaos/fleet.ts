import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type RunningProduct, type StartOptions, startProduct } from '../support/process.ts';

/** What a process is for. */
export type Role = NonNullable<StartOptions['role']>;

/** One place of the fleet: the process there may be ended and started many times. */
export interface Member {
  readonly index: number;
  readonly role: Role;
  running: RunningProduct | null;
  /** How far its own clock is off, besides what the whole fleet's is. */
  offMs: number;
}

/** Several processes of the product, as an operator runs them. */
export interface Fleet {
  readonly members: readonly Member[];
  /** Addresses of those that take messages in and are up. */
  open(): readonly string[];
  start(): Promise<void>;
  /** Ends a process at once and starts it again. */
  kill(index: number): Promise<void>;
  /** Asks every process in turn to end and starts it again. */
  roll(): Promise<void>;
  setClock(index: number, offMs: number): Promise<void>;
  /** Sets every clock ahead at once. */
  jump(ms: number): Promise<void>;
  /** Asks all to end. */
  stop(): Promise<void>;
  /** What was measured so far. */
  readonly measured: {
    readonly stops: { readonly ms: number; readonly code: number | null }[];
    readonly died: string[];
    /** Why starts failed: the database was away, or something is wrong. */
    readonly refusals: string[];
    readonly megabytes: number[][];
  };
  output(): string;
}

const clockShift = join(import.meta.dirname, 'clock-shift.ts');
const lookEveryMs = 2000;
/** With nothing broken yet a start may fail for want of processor time, not again and again. */
const mostRefusalsAtFirst = 5;

const residentMegabytes = ({ running }: Member): number | null => {
  try {
    const status = readFileSync(`/proc/${running?.child.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
  } catch {
    return null;
  }
};

/** Sets up a fleet that is not started yet. */
export const assemble = (
  roles: readonly Role[],
  { env, folder }: { readonly env: Readonly<Record<string, string>>; readonly folder: string },
): Fleet => {
  const members: Member[] = roles.map((role, index) => ({ index, role, running: null, offMs: 0 }));
  const measured: Fleet['measured'] = { stops: [], died: [], refusals: [], megabytes: roles.map(() => []) };
  const outputs: RunningProduct[] = [];
  let fleetMs = 0;
  let closing = false;
  let begun = false;
  const clockFile = ({ index }: Member): string => join(folder, `clock-${index}`);
  const writeClock = (member: Member): Promise<void> =>
    writeFile(clockFile(member), String(fleetMs + member.offMs));
  const tellClock = async (member: Member): Promise<void> => {
    await writeClock(member);
    member.running?.child.kill('SIGUSR2');
  };
  const launching = new Map<number, Promise<void>>();
  const launch = (member: Member): Promise<void> => {
    const known = launching.get(member.index);
    if (known) return known;
    const launched = launchOnce(member).finally(() => launching.delete(member.index));
    launching.set(member.index, launched);
    return launched;
  };
  /** As a supervisor does: again and again, for the database may be away. */
  const launchOnce = async (member: Member): Promise<void> => {
    await writeClock(member);
    const options = { role: member.role, before: clockShift };
    while (!closing) {
      const process = { ...env, CLOCK_FILE: clockFile(member) };
      const running = await startProduct(process, options).catch((error: unknown) => {
        measured.refusals.push(error instanceof Error ? error.message : String(error));
        if (!begun && measured.refusals.length > mostRefusalsAtFirst) throw error;
        return null;
      });
      if (!running) {
        await wait(300);
        continue;
      }
      member.running = running;
      outputs.push(running);
      running.child.once('exit', (code, signal) => {
        if (member.running !== running) return;
        measured.died.push(
          `${member.role} ended by itself (${code ?? signal}): ${running.output().slice(-500)}`,
        );
        member.running = null;
        void launch(member);
      });
      return;
    }
  };
  const taken = (member: Member): RunningProduct | null => {
    const { running } = member;
    member.running = null;
    return running;
  };
  const stop = async (member: Member): Promise<void> => {
    const running = taken(member);
    if (!running) return;
    const asked = performance.now();
    const code = await running.stop();
    measured.stops.push({ ms: Math.round(performance.now() - asked), code });
  };
  const watch = setInterval(() => {
    for (const member of members) {
      const megabytes = residentMegabytes(member);
      if (megabytes !== null && megabytes > 0) measured.megabytes[member.index]?.push(megabytes);
    }
  }, lookEveryMs);
  const at = (index: number): Member => {
    const member = members[index];
    if (!member) throw new Error(`No process has the place ${index}`);
    return member;
  };
  return {
    members,
    measured,
    open: () => members.flatMap(({ role, running }) => (role !== 'work' && running ? [running.url] : [])),
    start: async () => {
      await Promise.all(members.map(launch));
      begun = true;
    },
    async kill(index) {
      await taken(at(index))?.kill();
      await launch(at(index));
    },
    async roll() {
      for (const member of members) {
        await stop(member);
        await launch(member);
      }
    },
    async setClock(index, offMs) {
      at(index).offMs = offMs;
      await tellClock(at(index));
    },
    async jump(ms) {
      fleetMs += ms;
      await Promise.all(members.map(tellClock));
    },
    async stop() {
      closing = true;
      clearInterval(watch);
      await Promise.all(members.map(stop));
    },
    output: () => outputs.map((running) => running.output()).join(''),
  };
};
