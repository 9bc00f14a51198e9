import type { Command, Contact } from '../../complaint/commands.ts';
import type { Actor, Locale } from '../../terms.ts';
import { type Awaiting, type DialogState, type Intake, noOthers, type Others } from '../state.ts';
import type { Reply, TalkCode, TalkItem, TurnInput } from '../talk.ts';

/** A text of this turn. */
export type TextItem = Extract<TalkItem, { kind: 'text' }>;

/** One thing to say. Parts of a turn become one message; of several questions only the last is asked (DI-2). */
export interface Part {
  readonly move: string;
  readonly text: string;
  readonly asks?: boolean;
  /** Begins a paragraph of its own. */
  readonly apart?: boolean;
  readonly buttons?: Reply['buttons'];
  readonly asksPhone?: boolean;
  /** Receipt, date, status, safety: said even while a person holds the talk (DI-3). */
  readonly always?: boolean;
  /** The model's wording may stand in its place (DI-6). */
  readonly free?: boolean;
}

/** A turn while it is being worked out: every move takes one and gives the next. */
export interface SoFar {
  readonly input: TurnInput;
  readonly locale: Locale;
  readonly dialog: DialogState;
  /** The talk's complaint after what was done so far. */
  readonly number: string | null;
  readonly commands: readonly Command[];
  readonly parts: readonly Part[];
  /** Codes that were named. */
  readonly codes: readonly TalkCode[];
}

/** One dialog move. */
export type Move = (turn: SoFar) => SoFar;

/** Adds something to say. */
export const say = (turn: SoFar, part: Part): SoFar => ({ ...turn, parts: [...turn.parts, part] });

/** Adds commands for the complaint file, in order. */
export const order = (turn: SoFar, ...commands: readonly Command[]): SoFar => ({
  ...turn,
  commands: [...turn.commands, ...commands],
});

/** Changes what the talk remembers. */
export const remember = (turn: SoFar, change: Partial<DialogState>): SoFar => ({
  ...turn,
  dialog: { ...turn.dialog, ...change },
});

/** Changes the open intake; nothing when none is open. */
export const withIntake = (turn: SoFar, change: Partial<Intake>): SoFar =>
  turn.dialog.intake ? remember(turn, { intake: { ...turn.dialog.intake, ...change } }) : turn;

/** Sets what the next words will most likely answer. */
export const awaitAnswer = (turn: SoFar, awaiting: Awaiting | null): SoFar => remember(turn, { awaiting });

/** Seed of this turn's wording: the talk and its turn, so that it can be replayed (DI-2). */
export const seedOf = (turn: SoFar): string => `${turn.input.talk.id}/${turn.dialog.turn}`;

/** Time and doer of a command the complainant gives. */
export const byComplainant = (turn: SoFar): { readonly at: string; readonly by: Actor } => ({
  at: turn.input.now,
  by: { kind: 'complainant', id: turn.input.talk.complainantId },
});

/** Where the complainant is reached: this talk, in this language. */
export const contactOf = (turn: SoFar): Contact => ({
  conversation: turn.input.talk.id,
  address: turn.input.talk.address,
  ...(turn.input.talk.route === undefined ? {} : { route: turn.input.talk.route }),
  locale: turn.locale,
});

/** What is known of those who are in it besides the complainant (IN-13). */
export const othersOf = (intake: Intake | null): Others => intake?.others ?? noOthers;

/** Changes what is known of them; nothing when no intake is open. */
export const withOthers = (turn: SoFar, change: Partial<Others>): SoFar =>
  withIntake(turn, { others: { ...othersOf(turn.dialog.intake), ...change } });

/** The texts of this turn, oldest first. */
export const textsOf = (turn: SoFar): readonly TextItem[] =>
  turn.input.items.filter((item) => item.kind === 'text');
