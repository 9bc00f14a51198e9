import type { Complaint } from '../complaint/state.ts';
import { asksForm, formActions } from '../dialog/desk/action.ts';
import { Fault } from '../faults.ts';
import { toEpochMs, toInstant } from '../policy/time.ts';
import type { Desk } from '../ports.ts';
import { findButton, findButtonOf } from '../store/buttons.ts';
import { findComplaint } from '../store/complaints.ts';
import { type Dues, soonest } from '../store/dues.ts';
import { findTalk } from '../store/talks.ts';
import type { DeskChannel, Instant } from '../terms.ts';
import type { VirtualClock } from './clock.ts';
import { countPlay } from './count.ts';
import { playCrowd } from './crowd.ts';
import { differences } from './expect.ts';
import {
  type ComplainantStep,
  lengthMs,
  type Scenario,
  type ScenarioStep,
  type StaffStep,
} from './scenario.ts';
import type { ShownLine, Sides } from './sides.ts';
import { takeTurns } from './turns.ts';
import { webSides } from './web-sides.ts';
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
  /** Does what is due; gives when what waits then is. Who knows that nothing came since spares it the first look. */
  settle(known?: Dues): Promise<Dues>;
}

/** What a simulation needs: the real product, on a clock that stands. */
export interface Stage {
  readonly app: Playable;
  readonly clock: VirtualClock;
  /** Where people speak and work; the web for both when absent. */
  readonly sides?: Sides;
  /** Called for each step, for progress on a terminal. */
  readonly onStep?: (step: ScenarioStep, index: number) => void;
}

const buttonsShown = (lines: readonly ShownLine[]): string => {
  const last = lines.findLast(({ buttons }) => buttons.length > 0);
  return `(last shown: ${last?.buttons.map(({ label }) => label).join(', ') ?? 'none'})`;
};

type ButtonMeaning = Awaited<ReturnType<typeof findButton>>;

/** A button's meaning as scenarios spell it: what it does, with yes, no or the rating where there is one. */
const spelled = (meaning: ButtonMeaning): string | undefined => {
  const action = meaning?.action.action;
  if (!action) return undefined;
  if ('yes' in action) return `${action.do} ${action.yes ? 'yes' : 'no'}`;
  return 'rating' in action ? `${action.do} ${action.rating}` : action.do;
};

/** A press of staff on the card of a complaint. */
export interface CardPress {
  readonly staff: string;
  readonly file: Complaint;
  /** What the button does. */
  readonly action: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A play on its stage: the people in it, and what happened so far. */
export class Play {
  readonly app: Playable;
  readonly clock: VirtualClock;
  readonly sides: Sides;
  readonly failures: string[] = [];
  private readonly talks = new Map<string, string>();
  private readonly meanings = new Map<string, ButtonMeaning>();
  /** Complaints of people who have no other. */
  private readonly numbers = new Map<string, string>();
  private last = '';
  /** Files as they are since the last work was done. */
  private readonly files = new Map<string, Complaint | null>();
  /** When what waits is due; undefined when something may have come since we looked. */
  private dues: Dues | undefined;
  private hasNews = false;

  constructor(stage: Stage) {
    this.app = stage.app;
    this.clock = stage.clock;
    this.sides = stage.sides ?? webSides(stage.app);
  }

  /** Lets a complainant appear, once. */
  async open(name: string, locale: ComplainantStep['locale']): Promise<void> {
    if (this.talks.has(name)) return;
    this.talks.set(name, await this.sides.complainants.open(name, locale ?? null));
  }

  /** The talk as a complainant sees it; nothing before they appeared. */
  async linesOf(name: string): Promise<readonly ShownLine[]> {
    return this.talks.has(name) ? this.sides.complainants.lines(name) : [];
  }

  /** The complaint a talk is about now; null when there is none. */
  async complaintOf(name: string | undefined): Promise<string | null> {
    const talk = await findTalk(this.app.world.db, this.talks.get(name ?? this.last) ?? '');
    return talk?.complaint ?? null;
  }

  /** Somebody of a role; null when nobody has it. */
  holderOf(role: string): string | null {
    const { people } = this.app.world.organisation;
    return people.find(({ roles }) => roles.some((one) => one === role))?.id ?? null;
  }

  /** How many have appeared. */
  get people(): number {
    return this.talks.size;
  }

  /** The file of somebody's complaint as it is now; null before there is one. */
  async fileOf(name: string): Promise<Complaint | null> {
    const number = this.numbers.get(name) ?? (await this.complaintOf(name));
    if (number === null) return null;
    this.numbers.set(name, number);
    const known = this.files.get(number);
    if (known !== undefined) return known;
    const file = (await findComplaint(this.app.world.db, number))?.complaint ?? null;
    this.files.set(number, file);
    return file;
  }

  /** Moves the clock, letting everything that falls due on the way happen at its time. */
  async moveTo(target: Instant): Promise<void> {
    if (this.dues === undefined) await this.settle();
    // What is due and does not go now is held by another process's lease: waiting for it here would never end.
    for (;;) {
      const next = this.dues ? soonest(this.dues) : null;
      if (next === null || next > target || next <= this.clock.now()) break;
      this.clock.moveTo(next);
      await this.settle();
    }
    this.clock.moveTo(target);
  }

  /** Lets everything happen that is due now. */
  private async settle(): Promise<void> {
    this.hasNews = false;
    this.dues = await this.app.settle(this.dues);
    this.files.clear();
  }

  private noteNews(): void {
    if (this.dues) this.dues = { ...this.dues, turns: this.clock.now() };
    this.hasNews = true;
  }

  /** Lets what was just pressed be decided; what it makes the product say is sent by `settleNews`. */
  async decideNews(): Promise<void> {
    while (await takeTurns(this.app.world)) this.files.clear();
  }

  /** Lets what was just pressed have its effect, with everything that follows at once. */
  async settleNews(): Promise<void> {
    if (this.hasNews) await this.settle();
  }

  async wait(ms: number): Promise<void> {
    this.dues = undefined;
    await this.moveTo(toInstant(toEpochMs(this.clock.now()) + ms));
  }

  async complainant(step: ComplainantStep): Promise<void> {
    const { complainant: name } = step;
    this.last = name;
    await this.open(name, step.locale);
    for (const text of [step.says ?? []].flat())
      await this.sides.complainants.say(name, await this.withCode(text));
    if (step.presses !== undefined) {
      const lines = await this.linesOf(name);
      const button = await this.findPress(lines, step.presses, null);
      if (button) await this.sides.complainants.press(name, button);
      else this.failures.push(`${name} finds no button '${step.presses}' ${buttonsShown(lines)}`);
    }
    await this.wait(2000);
  }

  /** A code is made up as it is given: who types one takes it from what another was shown. */
  private async withCode(text: string): Promise<string> {
    const [, verb = '', name = ''] = /^(\S+) \{code of ([^}]+)\}$/u.exec(text) ?? [];
    if (name === '') return text;
    const shown = (await this.linesOf(name)).map((line) => line.text).join('\n');
    const codes = [...shown.matchAll(new RegExp(`${verb} ([A-Z2-9]{8})`, 'gu'))];
    return `${verb} ${codes.at(-1)?.[1] ?? 'NOCODE'}`;
  }

  /** Words of a complainant, without waiting for the answer. */
  async speak(name: string, text: string): Promise<void> {
    await this.open(name, undefined);
    await this.sides.complainants.say(name, text);
    this.dues = undefined;
  }

  /** A staff press by what the button does, on any card of the complaint; `settleNews` lets it have its effect. */
  async pressAs({ staff, file, action, fields }: CardPress): Promise<void> {
    const buttonId = await findButtonOf(this.app.world.db, file, action);
    if (!buttonId) return;
    const asks = formActions.some((name) => name === action);
    const press = { staff, at: 'team', complaint: file.number, buttonId, asksForm: asks } as const;
    await this.sides.desk.press({ ...press, ...(fields ? { fields } : {}) });
    this.noteNews();
  }

  /** A complainant's own press, where the button is shown; `settleNews` lets it have its effect. */
  async pressSelf(name: string, wanted: string): Promise<void> {
    const buttonId = await this.findPress(await this.linesOf(name), wanted, null);
    if (!buttonId) return;
    await this.sides.complainants.press(name, buttonId);
    this.noteNews();
  }

  async staff(step: StaffStep): Promise<void> {
    const complaint = await this.complaintOf(step.complaint);
    if (step.writes !== undefined)
      await this.sides.desk.write({ staff: step.staff, complaint, text: step.writes });
    if (step.presses !== undefined) await this.staffPress(step, complaint);
    await this.wait(1000);
  }

  private async staffPress(step: StaffStep, complaint: string | null): Promise<void> {
    const { staff, presses: wanted = '', fields } = step;
    const { desk } = this.sides;
    const inTeam = await this.findPress(await desk.lines('team'), wanted, complaint);
    const shown = inTeam ?? (await this.findPress(await desk.lines('manager'), wanted, complaint));
    // Nothing of the kind is shown any more: somebody's screen still has the card of before.
    const buttonId = shown ?? (await this.findAnyPress(complaint, wanted));
    if (!buttonId) {
      this.failures.push(`${staff} finds no button '${wanted}' for ${complaint ?? 'no complaint'}`);
      return;
    }
    const at: DeskChannel = shown && !inTeam ? 'manager' : 'team';
    const asksInput = await this.asksInput(buttonId);
    await desk.press({ staff, at, complaint, buttonId, asksForm: asksInput, ...(fields ? { fields } : {}) });
    await this.wait(500);
    const answer = await desk.answerTo(staff, at);
    for (const seen of [step.sees ?? []].flat())
      if (!answer.includes(seen)) this.failures.push(`${staff} should see '${seen}' and saw '${answer}'`);
  }

  private async meaningOf(buttonId: string): Promise<ButtonMeaning> {
    const known = this.meanings.get(buttonId);
    if (known) return known;
    const meaning = await findButton(this.app.world.db, buttonId);
    if (meaning) this.meanings.set(buttonId, meaning);
    return meaning;
  }

  private async asksInput(buttonId: string): Promise<boolean> {
    const meaning = await this.meaningOf(buttonId);
    return meaning?.action.side === 'desk' && asksForm(meaning.action.action);
  }

  /** The newest button of that label or meaning; of one complaint when a number is given. */
  private async findPress(
    lines: readonly ShownLine[],
    wanted: string,
    complaint: string | null,
  ): Promise<string | undefined> {
    const buttons = lines.toReversed().flatMap((line) => line.buttons);
    const meanings = await Promise.all(buttons.map(({ id }) => this.meaningOf(id)));
    for (const [at, { id, label }] of buttons.entries()) {
      const meaning = meanings[at] ?? null;
      const isTheirs = complaint === null || meaning?.complaint === complaint;
      if (isTheirs && (label === wanted || spelled(meaning) === wanted)) return id;
    }
    return undefined;
  }

  /** A button of the complaint on any card that was ever shown. */
  private async findAnyPress(number: string | null, wanted: string): Promise<string | null> {
    const stream = number ? await findComplaint(this.app.world.db, number) : null;
    return stream ? findButtonOf(this.app.world.db, stream.complaint, wanted) : null;
  }

  async act(step: ScenarioStep): Promise<void> {
    this.dues = undefined;
    if ('complainant' in step) return this.complainant(step);
    if ('staff' in step) return this.staff(step);
    if ('wait' in step) return this.wait(lengthMs(step.wait));
    if ('crowd' in step) return playCrowd(step.crowd, this);
    if ('until' in step) return this.moveTo(toInstant(toEpochMs(step.until)));
    this.failures.push(...(await differences(step.expect, this)));
  }

  async transcript(): Promise<readonly TranscriptLine[]> {
    const places: (readonly [string, readonly ShownLine[]])[] = [];
    for (const name of this.talks.keys()) places.push([name, await this.linesOf(name)]);
    for (const channel of ['team', 'manager'] as const)
      places.push([channel, await this.sides.desk.lines(channel)]);
    return places
      .flatMap(([place, lines]) =>
        lines.map(({ at, who, author, text, buttons }) => ({
          at,
          place,
          who: who === 'complainant' ? place : (author ?? who),
          text,
          buttons: buttons.map(({ label }) => label),
        })),
      )
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
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
