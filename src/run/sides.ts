import type { DeskChannel, Instant, Locale } from '../terms.ts';

/** One line as people see it at a place, whichever transport shows it. */
export interface ShownLine {
  /** The transport's own name of the message. */
  readonly id: string;
  readonly at: Instant;
  readonly who: 'complainant' | 'bot' | 'staff';
  readonly author?: string;
  /** All its words, a card's too. */
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
}

/** What complainants of a play do and see on one transport. */
export interface ComplainantSide {
  /** Opens the talk of somebody who appears for the first time; gives the talk's id. */
  open(name: string, locale: Locale | null): Promise<string>;
  /** Returns when the words are stored. */
  say(name: string, text: string): Promise<void>;
  press(name: string, buttonId: string): Promise<void>;
  /** The talk as they see it, oldest first. */
  lines(name: string): Promise<readonly ShownLine[]>;
}

/** A press of staff, with everything their transport asks for along the way. */
export interface StaffPress {
  readonly staff: string;
  readonly at: DeskChannel;
  readonly complaint: string | null;
  readonly buttonId: string;
  /** Whether the button asks for input before it does anything. */
  readonly asksForm: boolean;
  readonly fields?: Readonly<Record<string, string>>;
}

/** What staff and managers of a play do and see on one transport. */
export interface DeskSide {
  /** Presses a button where it is shown, or on an outdated card of the complaint when it is shown no more. */
  press(press: StaffPress): Promise<void>;
  /** Writes into the complaint's thread. */
  write(note: {
    readonly staff: string;
    readonly complaint: string | null;
    readonly text: string;
  }): Promise<void>;
  lines(channel: DeskChannel): Promise<readonly ShownLine[]>;
  /** The newest answer that only this person sees; '' when there is none. */
  answerTo(staff: string, channel: DeskChannel): Promise<string>;
}

/** The two sides of a play; any transport can be on either. */
export interface Sides {
  readonly complainants: ComplainantSide;
  readonly desk: DeskSide;
}
