import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { checkReply } from './dialog/guard/check.ts';
import { Fault } from './faults.ts';
import type { Organisation } from './policy/organisation.ts';
import type { Policy } from './policy/policy.ts';
import { toEpochMs } from './policy/time.ts';
import type { Channel, Clock, Desk, Files, Ids, LanguageModel } from './ports.ts';
import { calendarLines } from './run/calendars.ts';
import { policyFrom, readCalendars, readLexicons, readPackSources } from './run/data.ts';
import { createDesk } from './run/desk.ts';
import { createFiles } from './run/files.ts';
import { fireFollowUps } from './run/follow-ups.ts';
import { createIntake } from './run/intake.ts';
import { type Loop, startLoop } from './run/loop.ts';
import { createMetrics, type Metrics } from './run/metrics.ts';
import { readPrompts } from './run/model-prompts.ts';
import { openPeople, type People } from './run/organisation.ts';
import { createRelay } from './run/relay.ts';
import { startSchedules } from './run/schedules.ts';
import { takeTurns } from './run/turns.ts';
import { createUnderstander, type Understander } from './run/understand.ts';
import type { PolicyBook, World } from './run/world.ts';
import { type Database, listen } from './store/database.ts';
import { type Dues, nextDues } from './store/dues.ts';
import { shareDatabase } from './store/gather.ts';
import { migrate } from './store/migrate.ts';
import { readPacks, savePack } from './store/packs.ts';
import { webTopic } from './store/web.ts';
import type { Address, ChannelName, Instant, Locale } from './terms.ts';
import { createSamenessWords } from './triage/sameness-words.ts';
import { createUnderstanding, type Understand } from './triage/understand.ts';

/** The part of the configuration the app itself reads; adapters read theirs. */
export interface AppSettings {
  readonly policyPack: string;
  readonly organisation: string | null;
  readonly timeZone: string | null;
  readonly locale: Locale | null;
  readonly http: { readonly publicUrl: string };
  readonly channels: { readonly team: Address; readonly manager: Address };
}

/** What the app is given from outside: the database, the ports, and how to build its channels. */
export interface AppParts {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  /** Reads and words beside the rules; null or absent: rules and scripts alone. */
  readonly model?: LanguageModel | null;
  /** Marks everything as play. */
  readonly synthetic?: boolean;
  readonly connect: (ports: {
    readonly desk: Desk;
    readonly files: Files;
    readonly db: Database;
  }) => readonly Channel[] | Promise<readonly Channel[]>;
}

/** What a process does: take messages in, work on them, or both. */
export type AppRole = 'all' | 'intake' | 'work';

/** The running product, without its web server. */
export interface App {
  readonly world: World;
  readonly channels: readonly Channel[];
  readonly desk: Desk;
  readonly policy: Policy;
  readonly organisation: Organisation;
  /** Starts channels and loops. */
  start(role?: AppRole): Promise<void>;
  /**
   * Does everything that is due now, for tests and simulations; gives when what waits then is due. Who knows that nothing
   * came since spares it the first look.
   */
  settle(known?: Dues): Promise<Dues>;
  /** Lets what is under way end, then stops. */
  stop(): Promise<void>;
}

const defaultZone = 'Asia/Shanghai';
const workers = 4;
const lookEveryMs = 200;
const groupsEveryMs = 300_000;

/** Reads the packs: today's, and every version a complaint was ever received under. */
const openPolicies = async (settings: AppSettings, zone: string, parts: AppParts): Promise<PolicyBook> => {
  const [sources, calendars] = [await readPackSources(settings.policyPack), await readCalendars()];
  const current = policyFrom(sources, calendars, zone);
  const stored = await readPacks(parts.db);
  const known = stored.find(({ id }) => id === current.id);
  if (known && JSON.stringify(known.sources) !== JSON.stringify(sources)) {
    throw new Fault(
      'pack-invalid',
      `Pack ${current.id} was changed under the same version: complaints are held to it. Raise its version.`,
    );
  }
  await savePack(parts.db, { id: current.id, sources, at: parts.clock.now() });
  const older = new Map(
    stored
      .filter(({ id }) => id !== current.id)
      .map((one) => [one.id, policyFrom(one.sources, calendars, zone)]),
  );
  return { current, of: (id) => older.get(id) ?? current };
};

const buildWorld = async (
  settings: AppSettings,
  parts: AppParts,
  loops: Map<string, Loop[]>,
): Promise<{ world: World; channels: Map<ChannelName, Channel>; people: People }> => {
  const zone = settings.timeZone ?? defaultZone;
  const policies = await openPolicies(settings, zone, parts);
  const people = await openPeople(settings.organisation, parts.log);
  const channels = new Map<ChannelName, Channel>();
  const { db, clock, ids, log } = parts;
  shareDatabase(db);
  const lexicons = await readLexicons();
  const understand = createUnderstanding(lexicons);
  const metrics = createMetrics({ process: !parts.synthetic });
  const world: World = {
    db,
    clock,
    ids,
    log,
    zone,
    policies,
    get organisation() {
      return people.current;
    },
    channels,
    files: createFiles({ db, ids, clock, policy: policies.current }),
    understand,
    samenessWords: createSamenessWords(lexicons.sameness),
    understander: parts.model ? await createReader(parts.model, { understand, metrics, parts }) : null,
    desks: settings.channels,
    deskLocale: settings.locale,
    privacyUrl: new URL(people.current.privacyUrl, settings.http.publicUrl).href,
    synthetic: parts.synthetic ?? false,
    metrics,
    wake: (kind, afterMs = 0) => {
      const all = () => loops.get(kind) ?? [];
      // Turns of one moment share a transaction: a second one beside it would only slow both. A model, or a transport, is waited for.
      const wakeOne = () =>
        kind === 'turns' && !parts.model ? all()[0]?.wake() : all().some((loop) => loop.wake());
      if (afterMs > 0) setTimeout(wakeOne, afterMs).unref();
      else wakeOne();
    },
    wakeNext: (kind) => void (loops.get(kind) ?? []).some((loop) => loop.wake()),
  };
  return { world, channels, people };
};

/** The model's way in: prompts, limits, and the guard that every wording of its passes. */
const createReader = async (
  model: LanguageModel,
  {
    understand,
    metrics,
    parts,
  }: { readonly understand: Understand; readonly metrics: Metrics; readonly parts: AppParts },
): Promise<Understander> =>
  createUnderstander({
    rules: understand,
    model,
    prompts: await readPrompts(resolve(import.meta.dirname, '../prompts')),
    clock: parts.clock,
    log: parts.log,
    metrics: metrics.model,
    guard: (words) => checkReply(words, { by: 'bot' }).length === 0,
  });

const startLoops = (world: World, loops: Map<string, Loop[]>): void => {
  const relay = createRelay(world);
  const untilMs = (due: Instant | null): number | null =>
    due === null ? null : (toEpochMs(due) - toEpochMs(world.clock.now())) / world.clock.rate;
  const start = (kind: keyof Dues, count: number, once: () => Promise<boolean>) =>
    loops.set(
      kind,
      Array.from({ length: count }, (_, index) => {
        // One of them looks ahead; the others are woken with it or come by on their own.
        const dueInMs = async () => (index === 0 ? untilMs((await nextDues(world.db))[kind]) : null);
        return startLoop({ name: `${kind}-${index + 1}`, once, dueInMs, everyMs: lookEveryMs }, world.log);
      }),
    );
  start('turns', workers, () => takeTurns(world));
  start('messages', 2, () => relay.sendDue());
  start('followUps', 2, () => fireFollowUps(world));
};

/**
 * Does everything that is due at this instant, in the order of a message's journey. What finds no work is not asked again.
 * Returns when what waits then is due; that may be now where another process holds it.
 *
 * @param known when what waits is due, where nothing came since that was returned
 */
const settleWorld = async (world: World, known: Dues | null): Promise<Dues> => {
  const relay = createRelay(world);
  const work = {
    turns: () => takeTurns(world),
    followUps: () => fireFollowUps(world),
    messages: () => relay.sendDue(),
  } as const;
  const stuck = new Set<keyof typeof work>();
  for (let dues = known ?? (await nextDues(world.db)); ; dues = await nextDues(world.db)) {
    const now = world.clock.now();
    const due = (['turns', 'followUps'] as const).filter(
      (one) => !stuck.has(one) && (dues[one] ?? '9') <= now,
    );
    const sends = due.length > 0 || (!stuck.has('messages') && (dues.messages ?? '9') <= now);
    if (!sends) return dues;
    // Whatever was done has something to say.
    for (const kind of [...due, 'messages'] as const)
      if (await work[kind]()) stuck.clear();
      else stuck.add(kind);
  }
};

/**
 * Builds the product on a database: migrates it, reads pack, organisation and lexicons, connects the channels.
 * Throws Fault `pack-invalid`, `config-invalid`, `database-newer`, `database-unavailable`.
 */
export const createApp = async (settings: AppSettings, parts: AppParts): Promise<App> => {
  await migrate(parts.db, resolve(import.meta.dirname, '../migrations'));
  const loops = new Map<string, Loop[]>();
  const { world, channels, people } = await buildWorld(settings, parts, loops);
  const { desk, announced } = createDesk(world);
  for (const channel of await parts.connect({ desk, files: world.files, db: parts.db }))
    channels.set(channel.name, channel);
  const stopping: (() => Promise<void>)[] = [];
  const start = async (role: AppRole = 'all'): Promise<void> => {
    for (const line of calendarLines(world.policies.current, world.clock.now().slice(0, 10)))
      world.log.warn(line);
    const subscription = await listen(parts.databaseUrl, webTopic, announced);
    stopping.push(() => subscription.close());
    if (role !== 'intake') {
      startLoops(world, loops);
      stopping.push(startSchedules(world));
    }
    await people.refreshGroups(channels);
    const groups = setInterval(() => void people.refreshGroups(channels), groupsEveryMs);
    const unwatch = people.watch();
    stopping.push(async () => {
      clearInterval(groups);
      unwatch();
    });
    if (role === 'work') return;
    const receive = createIntake(world);
    for (const channel of channels.values()) await channel.start(receive);
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...channels.values()].map((channel) => channel.stop()));
    await Promise.all([...loops.values()].flat().map((loop) => loop.stop()));
    for (const end of stopping.reverse()) await end();
  };
  return {
    world,
    desk,
    channels: [...channels.values()],
    policy: world.policies.current,
    organisation: world.organisation,
    start,
    settle: (known) => settleWorld(world, known ?? null),
    stop,
  };
};
