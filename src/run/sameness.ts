import type { UpdateSameness } from '../complaint/commands.ts';
import { lengthMinutes } from '../policy/duration.ts';
import { addMinutes, toEpochMs, toInstant } from '../policy/time.ts';
import { findComplaint } from '../store/complaints.ts';
import { planFollowUps } from '../store/follow-ups.ts';
import { claimComparing, findPrints, type StoredPrint, savePrint } from '../store/prints.ts';
import { blockingKeys, fingerprint } from '../triage/fingerprint.ts';
import { understandFor } from '../triage/for-pack.ts';
import { sameFrom, similarity } from '../triage/sameness.ts';
import { carryOut } from './register.ts';
import type { Work } from './world.ts';

const counted = (
  { complaint, complainantId }: Pick<StoredPrint, 'complaint' | 'complainantId'>,
  same: readonly StoredPrint[],
  work: Work,
): UpdateSameness => {
  const others = same.filter((one) => one.complaint !== complaint);
  return {
    type: 'UpdateSameness',
    at: work.clock.now(),
    by: { kind: 'system' },
    sameComplainants: new Set([complainantId, ...others.map((one) => one.complainantId)]).size,
    repeatsAfterHandling: others.filter((one) => one.complainantId === complainantId && one.handled).length,
    related: others.map((one) => one.complaint).sort(),
  };
};

const againAfterMs = 1000;

/** Comes back in a moment. */
const compareLater = (number: string, { tx, clock }: Work): Promise<void> => {
  const now = clock.now();
  const dueAt = toInstant(toEpochMs(now) + againAfterMs * clock.rate);
  const row = {
    key: `${number}/compare`,
    complaint: number,
    talk: null,
    command: { type: 'Compare' },
    dueAt,
  } as const;
  return planFollowUps(tx, [row], now);
};

/** The earlier file of the same person in which our last word stands; null when there is none (S1.14). */
const lastWordIn = async (repeats: readonly StoredPrint[], work: Work): Promise<string | null> => {
  for (const { complaint } of repeats) {
    const stream = await findComplaint(work.tx, complaint);
    if (stream?.complaint.finalAt) return complaint;
  }
  return null;
};

/**
 * Finds the same matter among earlier complaints and tells every file of it its counts; reaching a threshold re-grades all (TR-3).
 * Compared by what pins the matter down, what went wrong, and wording, within the pack's window.
 */
export const compareComplaint = async (number: string, work: Work): Promise<void> => {
  const complaint = (await findComplaint(work.tx, number))?.complaint;
  if (!complaint || complaint.nature === 'enquiry') return;
  // Two that compare at once would not see each other.
  if (!(await claimComparing(work.tx))) return compareLater(number, work);
  const text = complaint.statements
    .filter(({ deleted }) => !deleted)
    .map((one) => one.text)
    .join('\n');
  const { receivedAt } = complaint.timeline;
  const words = work.samenessWords;
  const understand = understandFor(work.understand, work.policies.of(complaint.pack));
  const print = fingerprint(text, words, { understanding: understand(text), at: receivedAt });
  const keys = blockingKeys(print, words);
  const own = { complaint: number, complainantId: complaint.complainant.id, print, receivedAt };
  await savePrint(work.tx, { ...own, keys });
  const { window, repeatWindow } = work.policies.of(complaint.pack).pack.sameness;
  const longest = Math.max(lengthMinutes(window), lengthMinutes(repeatWindow));
  const near = await findPrints(work.tx, { keys, since: addMinutes(receivedAt, -longest), except: number });
  const recent = addMinutes(receivedAt, -lengthMinutes(window));
  const isRepeat = (one: StoredPrint) => one.complainantId === own.complainantId && one.handled;
  const same = near.filter(
    (one) => (one.receivedAt >= recent || isRepeat(one)) && similarity(print, one.print, words) >= sameFrom,
  );
  if (same.length === 0) return;
  const all = [...same, { ...own, handled: false }];
  const answeredIn = await lastWordIn(
    same.filter(({ complainantId }) => complainantId === own.complainantId),
    work,
  );
  const ourCounts = counted(own, all, work);
  await carryOut(number, [answeredIn === null ? ourCounts : { ...ourCounts, answeredIn }], work);
  // The others in transactions of their own: one that wrote into all files would hold up every talk about the matter.
  const now = work.clock.now();
  const others = same.map((one) => ({
    key: `${one.complaint}/sameness`,
    complaint: one.complaint,
    talk: null,
    command: counted(one, all, work),
    dueAt: now,
  }));
  await planFollowUps(work.tx, others, now);
};
