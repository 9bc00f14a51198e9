import type { Command } from '../complaint/commands.ts';
import { decide } from '../complaint/decide.ts';
import type { ComplaintEvent } from '../complaint/events.ts';
import { evolve } from '../complaint/evolve.ts';
import type { Refusal } from '../complaint/refusal.ts';
import type { Complaint } from '../complaint/state.ts';
import { cardMessage } from '../outbox/card.ts';
import { effectsOf } from '../outbox/effects.ts';
import { placed } from '../outbox/places.ts';
import type { Setting } from '../outbox/plan.ts';
import { openDeadlines } from '../policy/deadlines.ts';
import { saveButtons } from '../store/buttons.ts';
import { appendEvents, findComplaint, type Stream } from '../store/complaints.ts';
import { cancelFollowUps, type FollowUpRow, planFollowUps } from '../store/follow-ups.ts';
import { allEnded } from '../store/gather.ts';
import { saveGrants } from '../store/grants.ts';
import { queueMessages } from '../store/outbox.ts';
import type { Instant } from '../terms.ts';
import { addressMessages } from './addressing.ts';
import { type MoneyFacts, moneyFacts } from './money.ts';
import type { Surroundings, Work } from './world.ts';

/** What became of commands: the file afterwards, what happened, and the first no. */
export interface Outcome {
  readonly complaint: Complaint | null;
  readonly events: readonly ComplaintEvent[];
  readonly refusal: Refusal | null;
}

/** What outbox and cards need for a complaint: its own pack, the people as they are now. */
export const settingFor = (packId: string, work: Surroundings): Setting => ({
  policy: work.policies.of(packId),
  organisation: work.organisation,
  zone: work.zone,
  deskLocale: work.deskLocale,
  managerChannel: work.desks.manager.channel,
});

const decideAll = (
  before: Complaint | null,
  { commands, money }: { readonly commands: readonly Command[]; readonly money: MoneyFacts },
  work: Surroundings,
): Outcome => {
  const events: ComplaintEvent[] = [];
  let complaint = before;
  for (const command of commands) {
    const policy = complaint ? work.policies.of(complaint.pack) : work.policies.current;
    const decision = decide(complaint, command, {
      policy,
      organisation: work.organisation,
      recusals: [],
      ...money,
    });
    if (decision.kind === 'refused') return { complaint, events, refusal: decision.refusal };
    if (decision.kind === 'nothing') continue;
    for (const event of decision.events) {
      events.push(event);
      complaint = evolve(complaint, event);
    }
  }
  return { complaint, events, refusal: null };
};

const write = async (
  stream: Stream | null,
  outcome: Outcome & { readonly complaint: Complaint },
  work: Work,
): Promise<void> => {
  const { complaint: after, events } = outcome;
  const setting = settingFor(after.pack, work);
  const [next] = openDeadlines(after.timeline, setting.policy);
  const effects = effectsOf({ before: stream?.complaint ?? null, after, events }, setting);
  const { messages, buttons } = addressMessages(effects.messages, after.number, work);
  const now = work.clock.now();
  const own = { complaint: after.number, talk: null };
  const planned = effects.followUps.map((one) => ({ ...one, ...own }));
  await allEnded([
    appendEvents(work.tx, {
      complaint: after,
      events,
      expectedVersion: stream?.complaint.version ?? 0,
      previousHash: stream?.lastHash ?? '',
      nextDueAt: next?.dueAt ?? null,
      synthetic: work.synthetic,
    }),
    saveGrants(work.tx, after, work.synthetic),
    saveButtons(work.tx, buttons, now),
    queueMessages(work.tx, messages, now),
    planFollowUps(work.tx, isNews(events) ? [...planned, compareSoon(after.number, now)] : planned, now),
    cancelFollowUps(work.tx, effects.cancels),
  ]);
};

const isNews = (events: readonly ComplaintEvent[]): boolean =>
  events.some(({ type }) => type === 'ComplaintReceived' || type === 'IntakeCompleted');

/** Comparing with others touches their files too: it has a transaction of its own, right after this one. */
const compareSoon = (number: string, now: Instant): FollowUpRow => ({
  key: `${number}/compare`,
  complaint: number,
  talk: null,
  command: { type: 'Compare' },
  dueAt: now,
});

/**
 * Decides commands on one complaint file in order and writes what follows, all in the caller's transaction:
 * events, register, messages and dated commands together or not at all. A no ends the row; what was decided before it is written.
 * Throws Fault `stream-conflict` when somebody else was first.
 */
export const carryOut = async (
  number: string,
  commands: readonly Command[],
  work: Work,
): Promise<Outcome> => {
  const stream = await findComplaint(work.tx, number);
  const outcome = decideAll(
    stream?.complaint ?? null,
    { commands, money: await moneyFacts(stream?.complaint ?? null, commands, work) },
    work,
  );
  const { complaint, events } = outcome;
  if (complaint && events.length > 0) {
    await write(stream, { ...outcome, complaint }, work);
    if (events.some(({ type }) => type === 'ComplaintReceived'))
      work.metrics.complaints.inc({ severity: String(complaint.severity) });
  }
  return outcome;
};

/** Queues the live card once more, for a press that came from an outdated one. */
export const redrawCard = async (complaint: Complaint, work: Work): Promise<void> => {
  const setting = settingFor(complaint.pack, work);
  const card = placed(cardMessage(complaint, setting), complaint, setting);
  const planned = card ? [card] : [];
  const { messages, buttons } = addressMessages(planned, complaint.number, work);
  const now = work.clock.now();
  await allEnded([saveButtons(work.tx, buttons, now), queueMessages(work.tx, messages, now)]);
};
