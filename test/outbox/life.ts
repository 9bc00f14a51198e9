import type { Command } from '../../src/complaint/commands.ts';
import { decide } from '../../src/complaint/decide.ts';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { evolve } from '../../src/complaint/evolve.ts';
import type { Complaint } from '../../src/complaint/state.ts';
import { effectsOf } from '../../src/outbox/effects.ts';
import type { PlannedFollowUp, PlannedMessage, Setting } from '../../src/outbox/plan.ts';
import { isBefore, latest } from '../../src/policy/time.ts';
import type { Instant } from '../../src/terms.ts';
import { context, organisation, policy } from '../support/given.ts';

/** What the outbox knows around the complaints of the tests: Chinese unless a test says otherwise. */
export const setting: Setting = { policy, organisation, zone: 'Asia/Shanghai', deskLocale: null };

/** One append as it was lived through. */
export interface Lived {
  readonly command: Command;
  readonly before: Complaint | null;
  readonly after: Complaint;
  readonly events: readonly ComplaintEvent[];
  readonly messages: readonly PlannedMessage[];
}

/**
 * One file with its dated commands, as the register and the clock would run it: what comes due before a command is
 * carried out first, each at its own time, decided anew.
 */
export class Life {
  file: Complaint | null = null;
  /** Commands so far: people's, and those that time brought. */
  steps = 0;
  readonly waiting = new Map<string, PlannedFollowUp>();
  private now: Instant | null = null;
  private readonly watch: (lived: Lived, life: Life) => void;
  private readonly around: Setting;

  constructor(watch: (lived: Lived, life: Life) => void = () => {}, around: Setting = setting) {
    this.watch = watch;
    this.around = around;
  }

  /** Carries out what comes due until then, oldest first; many at once only when they chase each other, which is a bug. */
  passTo(at: Instant): void {
    for (let count = 0; count < 2000; count += 1) {
      const [next] = [...this.waiting.values()]
        .filter(({ dueAt }) => !isBefore(at, dueAt))
        .sort((one, other) => (isBefore(one.dueAt, other.dueAt) ? -1 : 1));
      if (next === undefined) return;
      this.waiting.delete(next.key);
      // A date that lies in the past already is carried out now: time never runs back.
      this.give({ ...next.command, at: latest(next.dueAt, this.now ?? next.dueAt) });
    }
    throw new Error('the dates of this file chase each other');
  }

  /** Gives a command at its time; returns what happened. */
  do(command: Command): readonly ComplaintEvent[] {
    this.passTo(command.at);
    return this.give(command);
  }

  private give(command: Command): readonly ComplaintEvent[] {
    this.steps += 1;
    this.now = command.at;
    const before = this.file;
    const { organisation: people, policy: pack } = this.around;
    const decision = decide(before, command, { ...context, organisation: people, policy: pack });
    if (decision.kind !== 'events') return [];
    const { events } = decision;
    const after = events.reduce<Complaint | null>(evolve, before);
    if (after === null) return [];
    this.file = after;
    const effects = effectsOf({ before, after, events }, this.around);
    for (const key of effects.cancels) this.waiting.delete(key);
    for (const one of effects.followUps) this.waiting.set(one.key, one);
    this.watch({ command, before, after, events, messages: effects.messages }, this);
    return events;
  }
}
