import { chainedHash } from './chain.ts';
import type { EventRow, Finding, History } from './history.ts';

const filesOf = ({ tables }: History): ReadonlyMap<string, readonly EventRow[]> =>
  Map.groupBy(
    tables.events.toSorted((one, other) => one.version - other.version),
    ({ complaint }) => complaint,
  );

/** Every file counts its events without a gap, and the register knows the last. */
export const versionsWhole = (history: History): Finding => {
  const files = filesOf(history);
  const broken = [...files].flatMap(([complaint, events]) =>
    events.every(({ version }, index) => version === index + 1) ? [] : [`${complaint} has a gap`],
  );
  for (const { number, version } of history.tables.register) {
    const last = files.get(number)?.at(-1)?.version ?? 0;
    if (last !== version) broken.push(`${number}: the register says ${version}, the file ${last}`);
  }
  if (files.size !== history.tables.register.length)
    broken.push(`${files.size} files, ${history.tables.register.length} in the register`);
  return { rule: 'every file is without a gap and the register agrees with it', broken };
};

/** Every event's hash follows from the one before. */
export const chainWhole = (history: History): Finding => {
  const broken: string[] = [];
  for (const [complaint, events] of filesOf(history)) {
    let before = '';
    for (const event of events) {
      if (event.hash !== chainedHash(before, event)) broken.push(`${complaint}: event ${event.version}`);
      before = event.hash;
    }
  }
  return { rule: 'the hash chain of every file is whole, recomputed', broken };
};

/** What may happen once: a date that has come, one try, one question, one receipt. */
const sameOf = ({ type, complaint, data, at }: EventRow): string | null => {
  switch (type) {
    case 'ClockWarned':
      return `${complaint} ${type} ${data.clock} ${data.percent} ${data.dueAt}`;
    case 'ClockBreached':
      return `${complaint} ${type} ${data.clock} ${data.dueAt}`;
    case 'FollowUpAsked':
      return `${complaint} ${type} ${data.attempt}`;
    case 'EscalationRaised':
      return `${complaint} ${type} ${data.trigger} ${data.step} ${Math.floor(at / 60_000)}`;
    case 'ComplaintReceived':
    case 'ComplaintAcknowledged':
    case 'ComplaintArchived':
      return `${complaint} ${type}`;
    default:
      return null;
  }
};

/** No dated command had its effect twice, and none is left whose time has come. */
export const firedOnce = ({ tables, now }: History): Finding => {
  const seen = new Set<string>();
  const broken = tables.events.flatMap((event) => {
    const same = sameOf(event);
    if (same === null) return [];
    const isTwice = seen.has(same);
    seen.add(same);
    return isTwice ? [`twice: ${same}`] : [];
  });
  const left = tables.followUps
    .filter(({ state, dueAt }) => state === 'waiting' && dueAt < now - 60_000)
    .map(({ key }) => `never: ${key}`);
  return {
    rule: 'no follow-up fired twice, and none is left whose time has come',
    broken: [...broken, ...left],
  };
};

const hour = 3_600_000;

const limitOf = (severity: number, urgency: string): number => {
  if (severity <= 2 || urgency === 'very_urgent') return 4 * hour;
  return severity === 3 || urgency === 'urgent' ? 8 * hour : 24 * hour;
};

/** The first reply's date by the default pack: 4, 8 or 24 hours; a worse grade later shortens it from then on. */
export const firstReplyDue = (events: readonly EventRow[]): number | null => {
  const receipt = events.find(({ type }) => type === 'ComplaintReceived');
  if (!receipt) return null;
  const receivedAt = Date.parse(String(receipt.data.receivedAt));
  let due: number | null = null;
  let urgency = 'general';
  for (const { type, data, at } of events) {
    if (type === 'ComplaintAssessed') {
      const assessment: { severity?: number; urgency?: string } = Object(data.assessment);
      urgency = assessment.urgency ?? urgency;
      const from: number = due === null ? receivedAt : at;
      const limit: number = from + limitOf(Number(assessment.severity), urgency);
      due = due === null ? limit : Math.min(due, limit);
    }
    if (type === 'ComplaintRegraded')
      due = Math.min(due ?? Infinity, at + limitOf(Number(data.severity), urgency));
  }
  return due;
};

const isTold = ({ type, data }: EventRow): boolean =>
  (type === 'ClockWarned' || type === 'ClockBreached') && data.clock === 'first_reply';

/** The first reply's date stands as it is reckoned by hand, is told with that date, not before its time, and when it has passed. */
export const clocksRight = (history: History): Finding => {
  const files = filesOf(history);
  const broken = history.tables.register.flatMap(({ number, nextDueAt }) => {
    const events = files.get(number) ?? [];
    const due = firstReplyDue(events);
    if (due === null) return [`${number} has no first date`];
    const replied = events.find(({ type }) => type === 'ReplySent');
    const wrong = events
      .filter(isTold)
      .filter(
        ({ type, data, at }) =>
          Date.parse(String(data.dueAt)) !== due || (type === 'ClockBreached' && at < due),
      )
      .map(({ type, data }) => `${number}: ${type} says ${data.dueAt}`);
    const missed = events.some(({ type, data }) => type === 'ClockBreached' && data.clock === 'first_reply');
    if (!replied && due < history.now - 60_000 && !missed)
      wrong.push(`${number}: nobody told that it is late`);
    if (!replied && nextDueAt !== due)
      wrong.push(`${number}: due ${new Date(due).toISOString()}, the register says ${nextDueAt}`);
    return wrong;
  });
  return { rule: 'no clock is wrong: the first reply is due when reckoned by hand', broken };
};
