import { type Complaint, isClosed } from '../complaint/state.ts';
import { remedyChoices } from '../policy/remedies.ts';
import { addMinutes, clockTime, dayOf, instantOf, isBefore, toEpochMs, toInstant } from '../policy/time.ts';
import type { Instant } from '../terms.ts';
import { type Crowd, lengthMs } from './scenario.ts';
import type { Play } from './simulate.ts';

type Step = () => Promise<void>;

/** What somebody does at a time: one step after the other, each once the one before was decided. */
interface Act {
  readonly at: Instant;
  readonly steps: readonly Step[];
}

/** One of the crowd, with what is always the same about them in every play. */
interface Member {
  readonly name: string;
  readonly index: number;
  /** Who works on their complaint. */
  readonly staff: string;
  /** A number from 0 to 1 that is theirs for this purpose. */
  share(purpose: string): number;
}

const memberOf = (crowd: Crowd, index: number): Member => ({
  name: `crowd${index + 1}`,
  index,
  staff: crowd.handlers[index % crowd.handlers.length] ?? '',
  share: (purpose) => {
    let value = 0x811c9dc5;
    for (const letter of `${index}/${purpose}`)
      value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
    return ((value ^ (value >>> 13)) >>> 0) / 2 ** 32;
  },
});

const between = ([from, to]: readonly [string, string], share: number): number =>
  lengthMs(from) + share * (lengthMs(to) - lengthMs(from));

/** What this one says: the texts in turn, each `{name}` a number of theirs. */
const wordsOf = ({ says, numbers }: Crowd, { index, share }: Member): string =>
  (says[index % says.length] ?? '').replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const [from, to] = numbers[name] ?? [];
    return from === undefined || to === undefined
      ? whole
      : String(from + Math.floor(share(name) * (to - from + 1)));
  });

/** Staff go through what waits for them every half hour, not complaint by complaint. */
const betweenRoundsMs = 30 * 60_000;

const office = { from: '08:30', to: '20:30' } as const;

/** Staff work in the daytime: what falls into the night is done in the morning. */
const inOffice = (at: Instant, zone: string): Instant => {
  const time = clockTime(at, zone);
  if (time >= office.from && time < office.to) return at;
  const today = instantOf(dayOf(at, zone), office.from, zone);
  const morning = isBefore(today, at)
    ? instantOf(dayOf(addMinutes(at, 24 * 60), zone), office.from, zone)
    : today;
  // Not all in the same second.
  return addMinutes(morning, (toEpochMs(at) / 60_000) % 45);
};

/** The hours between two looks at a complaint, as the level asks for word of it. */
const hoursBetweenUpdates = (severity: number): number => (severity <= 2 ? 11 : severity === 3 ? 22 : 120);

/** A complaint as staff work on it: each does what the file asks for, and nothing on one that is shut. */
const handling = (crowd: Crowd, { name, staff }: Member, play: Play) => {
  const whileOpen = async (work: (file: Complaint) => Promise<void>): Promise<void> => {
    const file = await play.fileOf(name);
    if (file && !isClosed(file)) await work(file);
  };
  const press =
    (action: string, fields?: Readonly<Record<string, string>>): Step =>
    () =>
      whileOpen((file) => play.pressAs({ staff, file, action, ...(fields ? { fields } : {}) }));
  const draft = press('reply', { purpose: 'update', text: crowd.reply });
  const send = press('send-reply');
  const outcome = press('resolve', { text: crowd.outcome });
  /** Where the level asks for a second signature, whoever may give it does (AP-2). */
  const approve =
    (nth: number): Step =>
    () =>
      whileOpen(async (file) => {
        const role = file.stage === 'remedy_proposed' ? file.remedies.at(-1)?.steps[nth] : undefined;
        if (role === undefined) return;
        await play.pressAs({ staff: play.holderOf(role) ?? staff, file, action: 'approve-remedy' });
      });
  return {
    /** Those asked answer: they know of it. */
    acknowledge: [
      () =>
        whileOpen(async (file) => {
          const { escalation } = file;
          if (escalation === null || escalation.acknowledgedAt !== null) return;
          const by = escalation.asked[0]?.person ?? staff;
          await play.pressAs({ staff: by, file, action: 'acknowledge' });
        }),
    ],
    begin: [press('take'), draft, send],
    update: [
      () =>
        whileOpen(async ({ stage, severity, timeline }) => {
          const hours = hoursBetweenUpdates(severity);
          const last = timeline.repliesAt.at(-1) ?? timeline.receivedAt;
          if (stage !== 'resolved' && !isBefore(play.clock.now(), addMinutes(last, hours * 60)))
            await draft();
        }),
      send,
    ],
    finish: (remedied: boolean): readonly Step[] => [
      () =>
        whileOpen(async ({ assessment: { department } }) => {
          const found = { outcome: 'upheld', valid: 'yes', cause: crowd.cause, text: crowd.reply };
          await press('finding', { ...found, department })();
        }),
      () =>
        whileOpen(async ({ pack, assessment: { type } }) => {
          if (!remedied) return outcome();
          const offered = remedyChoices(type, play.app.world.policies.of(pack));
          const kind = offered.some((one) => one.kind === 'repair') ? 'repair' : 'other';
          await press('propose-remedy', { kind, text: crowd.remedy, withinDays: '3' })();
        }),
    ],
    approve: [approve(0), approve(1), approve(2)],
    accept: [() => play.pressSelf(name, 'accept-remedy')],
    carryOut: [
      () =>
        whileOpen(async ({ stage }) => {
          if (stage === 'remedy_accepted') await press('carry-out', { proof: crowd.outcome })();
          else if (stage === 'remedy_proposed') await outcome();
        }),
    ],
  };
};

const hour = 3_600_000;
/** The pack asks three days after the outcome; most people answer soon, some the next day. */
const askedAfter = 3 * 24 * hour;

/** One complainant's weeks: tells, is answered, kept informed, offered something, hears the outcome, answers the follow-up. */
const actsOf = (crowd: Crowd, index: number, play: Play): readonly Act[] => {
  const member = memberOf(crowd, index);
  const { name, share } = member;
  const work = handling(crowd, member, play);
  const { zone } = play.app.world;
  const told = toEpochMs(play.clock.now()) + Math.floor((index / crowd.complaints) * lengthMs(crowd.over));
  const at = (ms: number) => toInstant(Math.floor(ms));
  const atWork = (ms: number) =>
    toEpochMs(inOffice(at(Math.ceil(ms / betweenRoundsMs) * betweenRoundsMs), zone));
  const slow = share('slow') * 100 < crowd.slow;
  const answered = atWork(told + between(slow ? crowd.answeredSlowly : crowd.answered, share('answered')));
  const solved = atWork(answered + between(crowd.solved, share('solved')));
  const remedied = share('remedied') * 100 < crowd.remedied;
  const done = remedied ? atWork(solved + 26 * hour) : solved;
  const unhappy = share('unhappy') * 100 < crowd.unhappy;
  const silent = share('silent') * 100 < crowd.silent;
  const asked = done + askedAfter + (1 + 25 * share('follow-up') ** 3) * hour;
  const rounds = Array.from({ length: Math.ceil((solved - answered) / (12 * hour)) }, (_, round) =>
    atWork(answered + (round + 1) * 12 * hour),
  ).filter((ms) => ms < solved);
  return [
    { at: at(told), steps: [() => play.speak(name, wordsOf(crowd, member))] },
    { at: at(told + hour), steps: work.acknowledge },
    { at: at(answered), steps: [...work.begin, ...work.acknowledge] },
    ...rounds.map((ms) => ({ at: at(ms), steps: [...work.update, ...work.acknowledge] })),
    { at: at(solved), steps: work.finish(remedied) },
    ...(remedied
      ? [
          { at: at(solved + hour), steps: work.approve },
          { at: at(solved + 5 * hour), steps: work.accept },
          { at: at(done), steps: work.carryOut },
        ]
      : []),
    ...(silent
      ? []
      : [
          { at: at(asked), steps: [() => play.pressSelf(name, unhappy ? 'solved no' : 'solved yes')] },
          { at: at(asked + 60_000), steps: [() => play.pressSelf(name, unhappy ? 'rate 2' : 'rate 5')] },
        ]),
  ];
};

/** Plays many complainants side by side over days, staff answering each in turn. */
export const playCrowd = async (crowd: Crowd, play: Play): Promise<void> => {
  const acts = Array.from({ length: crowd.complaints }, (_, index) => actsOf(crowd, index, play)).flat();
  const end = toInstant(toEpochMs(play.clock.now()) + lengthMs(crowd.over));
  const due = Map.groupBy(
    acts.filter(({ at }) => at <= end),
    ({ at }) => at,
  );
  for (const [at, together] of [...due].sort(([one], [other]) => (one < other ? -1 : 1))) {
    await play.moveTo(at);
    const rows = Math.max(...together.map(({ steps }) => steps.length));
    for (let row = 0; row < rows; row++) {
      if (row > 0) await play.decideNews();
      await Promise.all(together.map(({ steps }) => steps[row]?.()));
    }
    await play.settleNews();
  }
  await play.moveTo(end);
};
