import type { ClauseId, Instant, Role } from '../terms.ts';
import { lengthMinutes } from './duration.ts';
import type { Policy } from './policy.ts';
import {
  addDays,
  addMinutes,
  addMonths,
  addToDay,
  clockTime,
  dayOf,
  instantOf,
  isBefore,
  latest,
} from './time.ts';

/** Whether an unasked message may go now: the complainant's day has begun and not ended (CL-7). */
export const isDaytime = (instant: Instant, policy: Policy): boolean => {
  const { from, to } = policy.pack.contact.daytime;
  const time = clockTime(instant, policy.zone);
  return time >= from && time < to;
};

/** The instant itself in the daytime, else the beginning of the next daytime. For messages nobody waits for (CL-7). */
export const daytime = (instant: Instant, policy: Policy): Instant => {
  if (isDaytime(instant, policy)) return instant;
  const { from } = policy.pack.contact.daytime;
  const today = dayOf(instant, policy.zone);
  const day = clockTime(instant, policy.zone) < from ? today : addToDay(today, 1);
  return latest(instant, instantOf(day, from, policy.zone));
};

/**
 * When the complainant is asked whether it is solved: the pack's wait after the remedy, in their daytime.
 *
 * @param from when the remedy was carried out, or the outcome told
 * @clause S0.11, S1.2, CL-6, CL-7
 */
export const followUpAt = (from: Instant, policy: Policy): Instant => {
  const { count, unit } = policy.pack.followUp.after;
  if (unit === 'days' || unit === 'working days') return daytime(addDays(from, count, policy.zone), policy);
  if (unit === 'weeks') return daytime(addDays(from, count * 7, policy.zone), policy);
  if (unit === 'months') return daytime(addMonths(from, count, policy.zone), policy);
  return daytime(addMinutes(from, lengthMinutes(policy.pack.followUp.after)), policy);
};

/**
 * When the next contact attempt may be made.
 * At least three hours after the last, inside the complainant's daytime, never later than 48 hours after the first failure;
 * the numbers are the pack's.
 *
 * @param attempts instants of the failed attempts, oldest first; empty when none was made
 * @returns instant, UTC; null when none was made or the attempts are used up
 * @clause S1.4
 */
export const nextContactAttempt = (attempts: readonly Instant[], policy: Policy): Instant | null => {
  const { further, apart, within } = policy.pack.contact.attempts;
  const [first] = attempts;
  const last = attempts.at(-1);
  if (first === undefined || last === undefined || attempts.length > further) return null;
  const next = daytime(addMinutes(last, lengthMinutes(apart)), policy);
  const end = addMinutes(first, lengthMinutes(within));
  return isBefore(end, next) ? null : next;
};

/**
 * Who asks the two questions of the follow-up, and who watches over it; null when nobody is named.
 *
 * @clause S2.5, CL-6
 */
export const followUpRule = (
  policy: Policy,
): {
  readonly askedBy: 'handler' | 'other_than_handler' | 'manager';
  readonly watchedBy: Role | null;
  readonly clause: ClauseId;
} => {
  const { askedBy, watchedBy, clause } = policy.pack.followUp;
  return { askedBy, watchedBy: watchedBy ?? null, clause };
};
