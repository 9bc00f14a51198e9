import { chances, pick } from '../support/lines/line.ts';
import { storyOf } from '../support/lines/story.ts';

/** What goes wrong besides what transports do all the time. `ms` is how long it lasts. */
export type Disturbance =
  /** `kill -9` of processes, started again at once. */
  | { readonly kind: 'kill'; readonly members: readonly number[] }
  /** Every process in turn is asked to end, measured, and started again. */
  | { readonly kind: 'rolling restart' }
  /** The database server is killed and stays away. */
  | { readonly kind: 'outage'; readonly ms: number }
  /** The database server is asked to end and started again. */
  | { readonly kind: 'database restart' }
  /** Every connection to the database breaks. */
  | { readonly kind: 'connections cut' }
  /** The database is there and says nothing. */
  | { readonly kind: 'database silent'; readonly ms: number }
  /** The clock of one process is set ahead or back, and set right again. */
  | { readonly kind: 'clock'; readonly member: number; readonly aheadMs: number; readonly ms: number }
  /** Nothing more can be written on the database's disk. */
  | { readonly kind: 'full disk'; readonly ms: number }
  /** So many strangers write at the same moment. */
  | { readonly kind: 'flood'; readonly people: number };

/** A disturbance and when it begins. */
export interface Dated {
  readonly atMs: number;
  readonly what: Disturbance;
}

/** What one of the crowd does, in order; each no sooner than its time. */
export type Act = { readonly atMs: number } & (
  | { readonly does: 'say'; readonly texts: readonly string[]; readonly swapped: boolean }
  | { readonly does: 'change'; readonly to: string }
  | { readonly does: 'press'; readonly label: string }
);

/** How large a run is. */
export interface Size {
  readonly seed: number;
  readonly minutes: number;
  /** Of each channel. */
  readonly people: number;
  readonly members: number;
}

const second = 1000;
/** Up to here a run has one round of disturbances, its outage cut short to fit. */
const shortMinutes = 3;
const outage = { short: 20 * second, long: 60 * second } as const;
const floodPeople = { short: 100, long: 200 } as const;

/** Whether a run is so short that its outage lasts 20 seconds and nothing fills the disk. */
export const isShort = ({ minutes }: Pick<Size, 'minutes'>): boolean => minutes <= shortMinutes;

/** Every kind of disturbance once, its moments and victims by chance: 120 seconds, or 240 with a whole minute of outage. */
const round = (size: Size, chance: () => number): readonly Dated[] => {
  const any = (): number => Math.floor(chance() * size.members);
  const other = (first: number): number =>
    (first + 1 + Math.floor(chance() * (size.members - 1))) % size.members;
  const jitter = (): number => Math.floor(chance() * 4 * second);
  const short = isShort(size);
  const away = short ? outage.short : outage.long;
  const [one, two, ahead, behind] = [any(), any(), any(), any()];
  const kinds: readonly (readonly [afterMs: number, what: Disturbance])[] = [
    [6 * second, { kind: 'kill', members: [one] }],
    [8 * second, { kind: 'rolling restart' }],
    [20 * second, { kind: 'outage', ms: away }],
    [away + 6 * second, { kind: 'kill', members: [two, other(two)] }],
    [8 * second, { kind: 'clock', member: ahead, aheadMs: 90 * second, ms: 10 * second }],
    [2 * second, { kind: 'database silent', ms: short ? 4 * second : 14 * second }],
    [short ? 6 * second : 18 * second, { kind: 'database restart' }],
    [5 * second, { kind: 'flood', people: short ? floodPeople.short : floodPeople.long }],
    [4 * second, { kind: 'clock', member: behind, aheadMs: -45 * second, ms: 10 * second }],
    [2 * second, { kind: 'connections cut' }],
    [5 * second, { kind: 'kill', members: [any()] }],
    ...(short ? [] : ([[12 * second, { kind: 'full disk', ms: 15 * second }]] as const)),
  ];
  let atMs = 0;
  return kinds.map(([afterMs, what]) => {
    atMs += afterMs;
    return { atMs: atMs + jitter(), what };
  });
};

const roundMs = { short: 115 * second, long: 200 * second } as const;

/** Everything that will go wrong, the same for the same seed. */
export const disturbancesOf = (size: Size): readonly Dated[] => {
  const chance = chances(size.seed);
  const length = isShort(size) ? roundMs.short : roundMs.long;
  const rounds = Math.max(1, Math.floor((size.minutes * 60 * second) / length));
  return Array.from({ length: rounds }, (_, index) =>
    round(size, chance).map(({ atMs, what }) => ({ atMs: atMs + index * length, what })),
  ).flat();
};

const alarm = 'The owners occupy the sales office and discuss a demonstration';
/** Label of the button that confirms a complaint. */
export const confirm = "Yes, that's right";

/** Five of ten tell until they fall silent, three confirm what they told, two bring what is urgent. */
const wayOf = (index: number): 'tells' | 'confirms' | 'alarms' => {
  if (index % 10 < 5) return 'tells';
  return index % 10 < 8 ? 'confirms' : 'alarms';
};

const openingOf = (index: number): readonly (readonly string[])[] => {
  const order = 20_260_000 + index;
  switch (wayOf(index)) {
    case 'tells':
      return [[storyOf(index, 0), storyOf(index, 1)], [storyOf(index, 2)], [storyOf(index, 3)]];
    case 'confirms':
      return [
        ['My parcel never arrived and nobody answers the phone.', 'I am really fed up!'],
        [`A coffee machine, order ${order}. It should have been here on Monday.`],
        ['I want my money back'],
        [`Jane Doe, jane.doe.${index}@example.com`],
      ];
    case 'alarms':
      return [[`${alarm}, order ${order}`], [storyOf(index, 0), storyOf(index, 1)]];
  }
};

const sayEveryMs = 8 * second;
const chanceOf = { burst: 0.3, swap: 0.2, change: 0.15 } as const;

/** What one of the crowd does in a run. */
export const actsOf = (size: Size, index: number): readonly Act[] => {
  const chance = chances(size.seed * 1000 + index + 1);
  const end = size.minutes * 60 * second;
  const acts: Act[] = [];
  let atMs = index * 120;
  let point = 0;
  const say = (texts: readonly string[]): void => {
    acts.push({ atMs, does: 'say', texts, swapped: texts.length > 1 && chance() < chanceOf.swap });
    atMs += sayEveryMs * (0.5 + chance());
  };
  for (const texts of openingOf(index)) say(texts);
  if (wayOf(index) === 'confirms') acts.push({ atMs, does: 'press', label: confirm });
  const more = (): string => {
    point += 1;
    return `Parcel ${20_260_000 + index}, point ${point} of what I have to tell: ${pick(endings, chance())}`;
  };
  while (atMs < end) {
    say(chance() < chanceOf.burst ? [more(), more(), more()] : [more()]);
    if (chance() < chanceOf.change) acts.push({ atMs: atMs - second, does: 'change', to: more() });
  }
  return acts;
};

const endings = [
  'the box was wet',
  'the driver left it outside',
  'my neighbour saw it',
  'it was in the morning',
  'I have written it all down',
] as const;
