import { Fault } from '../faults.ts';
import type { InboundMessage } from '../inbound/message.ts';
import { toEpochMs, toInstant } from '../policy/time.ts';
import type { Desk, WebMessage } from '../ports.ts';
import { findButton, findButtonOf } from '../store/buttons.ts';
import { findComplaint } from '../store/complaints.ts';
import { nextFollowUpDue } from '../store/follow-ups.ts';
import { nextLaneDue } from '../store/inbox.ts';
import { nextMessageDue } from '../store/outbox.ts';
import { findTalk } from '../store/talks.ts';
import { saveSession } from '../store/web.ts';
import type { DeskChannel, Instant } from '../terms.ts';
import type { VirtualClock } from './clock.ts';
import { countPlay, playCrowd } from './crowd.ts';
import { differences } from './expect.ts';
import { createIntake } from './intake.ts';
import {
  type ComplainantStep,
  lengthMs,
  type Scenario,
  type ScenarioStep,
  type StaffStep,
} from './scenario.ts';
import type { World } from './world.ts';

/** One line of what a channel showed, in the order it was shown. */
export interface TranscriptLine {
  readonly at: Instant;
  readonly place: string;
  readonly who: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

/** How a scenario went. */
export interface SimulationResult {
  readonly transcript: readonly TranscriptLine[];
  /** Expectations that did not hold, each said so that one can see what was there instead. */
  readonly failures: readonly string[];
  /** Complaints by level and stage, clocks kept. */
  readonly counts: readonly string[];
}

/** The product as a play uses it: not started, its work done when the play says so. */
export interface Playable {
  readonly world: World;
  readonly desk: Desk;
  settle(): Promise<void>;
}

/** What a simulation needs: the real product, on a clock that stands. */
export interface Stage {
  readonly app: Playable;
  readonly clock: VirtualClock;
  /** Called for each step, for progress on a terminal. */
  readonly onStep?: (step: ScenarioStep, index: number) => void;
}

const pageSize = 200;

/** A play on its stage: the people in it, and what happened so far. */
export class Play {
  readonly app: Playable;
  readonly clock: VirtualClock;
  readonly places = new Map<string, string>();
  readonly failures: string[] = [];
  private count = 0;
  private last = '';

  constructor(stage: Stage) {
    this.app = stage.app;
    this.clock = stage.clock;
  }

  /** The talk of a complainant, opened when they first appear. */
  async placeOf(name: string, locale: ComplainantStep['locale']): Promise<string> {
    const known = this.places.get(name);
    if (known) return known;
    const place = `web_${name}`;
    await saveSession(this.app.world.db, {
      id: place,
      token: `token-${name}`,
      locale: locale ?? null,
      at: this.clock.now(),
    });
    this.places.set(name, place);
    return place;
  }

  /** Everything said at a place so far. */
  async messagesAt(place: string): Promise<readonly WebMessage[]> {
    const all: WebMessage[] = [];
    for (let after: string | null = null; ; ) {
      const page: readonly WebMessage[] = await this.app.desk.messages(place, after);
      all.push(...page);
      if (page.length < pageSize) return all;
      after = page.at(-1)?.cursor ?? null;
    }
  }

  /** The complaint a talk is about now; null when there is none. */
  async complaintOf(name: string | undefined): Promise<string | null> {
    const talk = await findTalk(this.app.world.db, `web:${this.places.get(name ?? this.last) ?? ''}`);
    return talk?.complaint ?? null;
  }

  /** Moves the clock, letting everything that falls due on the way happen at its time. */
  async moveTo(target: Instant): Promise<void> {
    const { db } = this.app.world;
    for (;;) {
      const dues = [await nextLaneDue(db), await nextFollowUpDue(db), await nextMessageDue(db)].filter(
        (due) => due !== null,
      );
      const [next] = dues.filter((due) => due <= target).sort();
      if (next === undefined) break;
      this.clock.moveTo(next);
      await this.app.settle();
      if (next <= this.clock.now() && dues.length === 1 && next === (await nextMessageDue(db))) break;
    }
    this.clock.moveTo(target);
    await this.app.settle();
  }

  async wait(ms: number): Promise<void> {
    await this.moveTo(toInstant(toEpochMs(this.clock.now()) + ms));
  }

  private key(): string {
    this.count += 1;
    return `play:${this.count}`;
  }

  private async receive(message: InboundMessage): Promise<void> {
    await createIntake(this.app.world)(message);
  }

  async complainant(step: ComplainantStep): Promise<void> {
    this.last = step.complainant;
    const place = await this.placeOf(step.complainant, step.locale);
    const base = { from: { id: place }, address: { channel: 'web' as const, place } };
    for (const text of [step.says ?? []].flat()) {
      const key = this.key();
      const { messageId } = await this.app.desk.echo({ key, place, from: 'complainant', text, files: [] });
      await this.receive({ ...base, key, kind: 'text', messageId, text, files: [] });
    }
    if (step.presses !== undefined) {
      const button = await this.findPress(place, step.presses, null);
      if (button) await this.receive({ ...base, key: this.key(), kind: 'press', buttonId: button });
      else
        this.failures.push(
          `${step.complainant} finds no button '${step.presses}' ${await this.buttonsShown(place)}`,
        );
    }
    await this.wait(2000);
  }

  /** Words of a complainant, without waiting for the answer. */
  async speak(name: string, text: string): Promise<void> {
    const place = await this.placeOf(name, undefined);
    const key = this.key();
    await this.receive({
      key,
      from: { id: place },
      address: { channel: 'web', place },
      kind: 'text',
      messageId: key,
      text,
      files: [],
    });
  }

  /** A staff press by what the button does, on any card of the complaint. */
  async pressAs(
    staff: string,
    name: string,
    action: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<void> {
    const number = await this.complaintOf(name);
    const buttonId = await this.findAnyPress(number, action);
    if (!buttonId) return;
    const address = { channel: 'web' as const, place: 'team' };
    await this.receive({
      key: this.key(),
      kind: 'press',
      from: { id: staff },
      address,
      buttonId,
      ...(fields ? { fields } : {}),
    });
    await this.app.settle();
  }

  /** A complainant's own press, where the button is shown. */
  async pressSelf(name: string, wanted: string): Promise<void> {
    const place = this.places.get(name) ?? '';
    const buttonId = await this.findPress(place, wanted, null);
    if (!buttonId) return;
    await this.receive({
      key: this.key(),
      kind: 'press',
      from: { id: place },
      address: { channel: 'web', place },
      buttonId,
    });
    await this.app.settle();
  }

  async staff(step: StaffStep): Promise<void> {
    const number = await this.complaintOf(step.complaint);
    const base = { from: { id: step.staff } };
    if (step.writes !== undefined) {
      const thread = (await this.messagesAt('team')).find(
        ({ card, complaint }) => card && complaint === number,
      )?.id;
      const address = { channel: 'web' as const, place: 'team' };
      const key = this.key();
      const said = {
        key,
        place: 'team',
        from: 'staff' as const,
        author: step.staff,
        text: step.writes,
        files: [],
        ...(thread ? { thread } : {}),
      };
      const { messageId } = await this.app.desk.echo(said);
      await this.receive({
        ...base,
        address,
        key,
        kind: 'text',
        messageId,
        text: step.writes,
        files: [],
        ...(thread ? { thread } : {}),
      });
    }
    if (step.presses !== undefined) await this.staffPress(step, number);
    await this.wait(1000);
  }

  private async staffPress(step: StaffStep, number: string | null): Promise<void> {
    const wanted = step.presses ?? '';
    const inTeam = await this.findPress('team', wanted, number);
    const shown = inTeam ?? (await this.findPress('manager', wanted, number));
    // Nothing of the kind is shown any more: somebody's screen still has the card of before.
    const buttonId = shown ?? (await this.findAnyPress(number, wanted));
    if (!buttonId) {
      this.failures.push(`${step.staff} finds no button '${wanted}' for ${number ?? 'no complaint'}`);
      return;
    }
    const place: DeskChannel = shown && !inTeam ? 'manager' : 'team';
    const fields = step.fields ? { fields: step.fields } : {};
    await this.receive({
      key: this.key(),
      kind: 'press',
      from: { id: step.staff },
      address: { channel: 'web', place },
      buttonId,
      ...fields,
    });
    await this.wait(500);
    await this.checkAnswer(step, place);
  }

  private async checkAnswer(step: StaffStep, place: string): Promise<void> {
    const answer =
      (await this.messagesAt(place)).findLast(({ onlyFor }) => onlyFor === step.staff)?.text ?? '';
    for (const wanted of [step.sees ?? []].flat()) {
      if (!answer.includes(wanted))
        this.failures.push(`${step.staff} should see '${wanted}' and saw '${answer}'`);
    }
  }

  /** The newest button of that label or meaning; of one complaint when a number is given. */
  private async findPress(place: string, wanted: string, number: string | null): Promise<string | undefined> {
    const messages = (await this.messagesAt(place)).filter(
      ({ complaint }) => number === null || complaint === number,
    );
    for (const { buttons } of messages.toReversed()) {
      for (const { id, label } of buttons) {
        const action = (await findButton(this.app.world.db, id))?.action.action;
        const spelled =
          action && 'yes' in action
            ? `${action.do} ${action.yes ? 'yes' : 'no'}`
            : action && 'rating' in action
              ? `${action.do} ${action.rating}`
              : action?.do;
        if (label === wanted || spelled === wanted) return id;
      }
    }
    return undefined;
  }

  /** A button of the complaint on any card that was ever shown. */
  private async findAnyPress(number: string | null, wanted: string): Promise<string | null> {
    const stream = number ? await findComplaint(this.app.world.db, number) : null;
    return stream ? findButtonOf(this.app.world.db, stream.complaint, wanted) : null;
  }

  private async buttonsShown(place: string): Promise<string> {
    const last = (await this.messagesAt(place)).findLast(({ buttons }) => buttons.length > 0);
    return `(last shown: ${last?.buttons.map(({ label }) => label).join(', ') ?? 'none'})`;
  }

  async act(step: ScenarioStep): Promise<void> {
    if ('complainant' in step) return this.complainant(step);
    if ('staff' in step) return this.staff(step);
    if ('wait' in step) return this.wait(lengthMs(step.wait));
    if ('crowd' in step) return playCrowd(step.crowd, this);
    if ('until' in step) return this.moveTo(toInstant(toEpochMs(step.until)));
    this.failures.push(...(await differences(step.expect, this)));
  }

  async transcript(): Promise<readonly TranscriptLine[]> {
    const names = new Map([...this.places].map(([name, place]) => [place, name]));
    const lines: TranscriptLine[] = [];
    for (const place of [...this.places.values(), 'team', 'manager']) {
      for (const { at, from, author, text, card, buttons } of await this.messagesAt(place)) {
        const body = card
          ? [
              text,
              ...card.fields.map(({ label, value }) => `${label}: ${value}`),
              ...card.sections.map(({ label, text: part }) => `${label ? `${label}: ` : ''}${part}`),
            ]
          : [text];
        const who = from === 'complainant' ? (names.get(place) ?? place) : (author ?? from);
        lines.push({
          at,
          place: names.get(place) ?? place,
          who,
          text: body.join('\n'),
          buttons: buttons.map(({ label }) => label),
        });
      }
    }
    return lines.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  }
}

/**
 * Plays a scenario through the real app on its standing clock: real rules, real database, real outbox.
 * Throws Fault `scenario-failed` only when the play itself cannot go on; unmet expectations are in the result.
 */
export const simulate = async (scenario: Scenario, stage: Stage): Promise<SimulationResult> => {
  const play = new Play(stage);
  stage.clock.moveTo(toInstant(toEpochMs(scenario.start)));
  for (const [index, step] of scenario.steps.entries()) {
    stage.onStep?.(step, index);
    try {
      await play.act(step);
    } catch (cause) {
      throw new Fault('scenario-failed', `Step ${index + 1} could not be played`, { cause });
    }
  }
  return { transcript: await play.transcript(), failures: play.failures, counts: await countPlay(play) };
};
