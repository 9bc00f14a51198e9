import type { Instant, Role } from '../terms.ts';
import { findPerson, type Organisation, type Person, peopleWith } from './organisation.ts';
import { addToDay, clockTime, dayOf, instantOf, isBefore, weekdayOf } from './time.ts';

const isAbsent = ({ absences }: Person, day: string): boolean =>
  absences.some(({ from, to }) => from <= day && day <= to);

type Shift = Person['rota'][number];

/** The weekday before, 7 before 1. */
const before = (weekday: number): number => ((weekday + 5) % 7) + 1;

/** Inside a shift; one that ends no later than it begins lasts into the next day. */
const isInside = (
  { weekdays, from, to }: Shift,
  { weekday, time }: { readonly weekday: number; readonly time: string },
): boolean => {
  const begun = weekdays.includes(weekday) && from <= time;
  return from < to ? begun && time < to : begun || (weekdays.includes(before(weekday)) && time < to);
};

/**
 * Whether somebody is at work: not absent that day, and inside their rota where they have one, on the clock of where they work (ES-4).
 *
 * @param zone of the organisation: theirs too unless they have their own
 */
export const isOnDuty = (person: Person, at: Instant, zone: string): boolean => {
  const own = person.zone ?? zone;
  const day = dayOf(at, own);
  if (isAbsent(person, day)) return false;
  const now = { weekday: weekdayOf(day), time: clockTime(at, own) };
  return person.rota.length === 0 || person.rota.some((shift) => isInside(shift, now));
};

/** Days ahead that are searched for somebody's next duty; nobody's holiday is longer. */
const daysAhead = 60;

/**
 * When somebody is next at work.
 *
 * @returns the instant itself when they are; null when not within two months
 * @clause ES-4
 */
export const nextOnDuty = (person: Person, at: Instant, zone: string): Instant | null => {
  if (isOnDuty(person, at, zone)) return at;
  const own = person.zone ?? zone;
  const today = dayOf(at, own);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = addToDay(today, ahead);
    if (isAbsent(person, day)) continue;
    const starts = (person.rota.length === 0 ? [{ weekdays: [weekdayOf(day)], from: '00:00' }] : person.rota)
      .filter(({ weekdays }) => weekdays.includes(weekdayOf(day)))
      .map(({ from }) => instantOf(day, from, own))
      .filter((start) => !isBefore(start, at))
      .sort();
    if (starts[0] !== undefined) return starts[0];
  }
  return null;
};

/** One person asked, and whom they stand in for; null when it is their own role. */
export interface Asked {
  readonly person: string;
  readonly standsInFor: string | null;
}

/** For whom, when, and who must not be asked. */
export interface AskQuestion {
  readonly organisation: Organisation;
  readonly at: Instant;
  readonly zone: string;
  /** Ids of people kept out (S1.13). */
  readonly recused: readonly string[];
}

/** The first deputy who is at work and not kept out; deputies of deputies are asked too, each once. */
const deputyOf = (person: Person, question: AskQuestion): Person | undefined => {
  const { organisation, at, zone, recused } = question;
  const seen = new Set([person.id]);
  const queue = [...person.deputies];
  for (const id of queue) {
    if (seen.has(id)) continue;
    seen.add(id);
    const deputy = findPerson(organisation, id);
    if (deputy === undefined) continue;
    if (!recused.includes(id) && isOnDuty(deputy, at, zone)) return deputy;
    queue.push(...deputy.deputies);
  }
  return undefined;
};

/**
 * Who is asked when a role is called: whoever holds it and is at work, else their deputies, else the holders all the same.
 * A recused holder's deputies are not asked: they would act for the one who is kept out.
 *
 * @returns in the organisation's order, nobody twice; empty when everybody of the role is kept out
 * @clause ES-4, S1.13
 */
export const whoIsAsked = (role: Role, question: AskQuestion): readonly Asked[] => {
  const { organisation, at, zone, recused } = question;
  const holders = holdersOf(role, organisation).filter(({ id }) => !recused.includes(id));
  const present = holders.filter((one) => isOnDuty(one, at, zone));
  if (present.length > 0) return present.map(({ id }) => ({ person: id, standsInFor: null }));
  const standIns = holders.flatMap((holder): readonly Asked[] => {
    const deputy = deputyOf(holder, question);
    return deputy === undefined ? [] : [{ person: deputy.id, standsInFor: holder.id }];
  });
  const once = standIns.filter(
    (one, index) => standIns.findIndex(({ person }) => person === one.person) === index,
  );
  return once.length > 0 ? once : holders.map(({ id }) => ({ person: id, standsInFor: null }));
};

/** Those whose very role it is; those above only where nobody has it. */
const holdersOf = (role: Role, organisation: Organisation): readonly Person[] => {
  const able = peopleWith(organisation, role);
  const own = able.filter(({ roles }) => roles.includes(role));
  return own.length > 0 ? own : able;
};

/**
 * Whether somebody stands in for the role now: named as deputy of a holder who is not at work.
 *
 * @clause ES-4, AP-2
 */
export const standsIn = (id: string, role: Role, question: AskQuestion): boolean => {
  const { organisation, at, zone, recused } = question;
  return holdersOf(role, organisation).some(
    (holder) =>
      holder.id !== id &&
      !recused.includes(holder.id) &&
      !isOnDuty(holder, at, zone) &&
      deputyOf(holder, question)?.id === id,
  );
};

/**
 * From when silence of the asked counts: when the first of them is at work.
 * At levels 1 and 2 at once: an hour lost there is the worse failure (ES-4).
 */
export const silenceCountsFrom = (
  asked: readonly string[],
  from: Instant,
  {
    organisation,
    zone,
    urgent,
  }: { readonly organisation: Organisation; readonly zone: string; readonly urgent: boolean },
): Instant => {
  if (urgent) return from;
  const starts = asked.flatMap((id) => {
    const person = findPerson(organisation, id);
    const start = person === undefined ? null : nextOnDuty(person, from, zone);
    return start === null ? [] : [start];
  });
  return starts.sort()[0] ?? from;
};
