import type { Command, Consent } from '../complaint/commands.ts';
import type { Complaint } from '../complaint/state.ts';
import type { Deadline } from '../policy/deadlines.ts';
import type { Policy } from '../policy/policy.ts';
import type { Address, FileRef, Instant, Locale } from '../terms.ts';
import type { Understanding } from '../triage/understanding.ts';
import type { DialogState } from './state.ts';

/** One talk with one complainant on one transport: a versioned row. */
export interface Talk {
  readonly id: string;
  readonly address: Address;
  readonly route?: string;
  /** Null until the first message shows a language. */
  readonly locale: Locale | null;
  readonly complainantId: string;
  /** The complaint this talk is about now; null when there is none. */
  readonly complaint: string | null;
  readonly dialog: DialogState;
}

/** What a press on one of the dialog's buttons means; kept beside the opaque button id. */
export type DialogAction =
  | { readonly do: 'confirm' }
  | { readonly do: 'correct' }
  | { readonly do: 'skip-question' }
  | { readonly do: 'file-complaint' }
  | { readonly do: 'call-person' }
  | { readonly do: 'go-higher' }
  | { readonly do: 'status' }
  | { readonly do: 'withdraw' }
  | { readonly do: 'keep' }
  | { readonly do: 'new-complaint' }
  | { readonly do: 'consent'; readonly consent: Consent }
  | { readonly do: 'only-me' }
  | { readonly do: 'leave' }
  | { readonly do: 'stay' }
  | { readonly do: 'new-facts' }
  | { readonly do: 'review' }
  | { readonly do: 'add-to-complaint' }
  | { readonly do: 'accept-remedy'; readonly remedyId: string }
  | { readonly do: 'decline-remedy'; readonly remedyId: string }
  | { readonly do: 'solved'; readonly yes: boolean }
  | { readonly do: 'rate'; readonly rating: 1 | 2 | 3 | 4 | 5 }
  | { readonly do: 'letter-text'; readonly letterId: string }
  | { readonly do: 'language'; readonly locale: Locale };

/** One thing the complainant did in this turn, oldest first. */
export type TalkItem =
  | {
      readonly kind: 'text';
      readonly messageId: string;
      readonly text: string;
      readonly at: Instant;
      readonly files: readonly FileRef[];
      readonly refusedFiles: readonly {
        readonly name: string;
        readonly reason: 'too-large' | 'type' | 'unavailable';
      }[];
    }
  /** `action` null: the button is unknown, spent or not theirs. */
  | { readonly kind: 'press'; readonly action: DialogAction | null; readonly at: Instant }
  | { readonly kind: 'edit'; readonly messageId: string; readonly text: string; readonly at: Instant }
  | { readonly kind: 'deletion'; readonly messageId: string; readonly at: Instant }
  | { readonly kind: 'command'; readonly name: 'start' | 'new' | 'status' | 'help'; readonly at: Instant }
  | { readonly kind: 'contact'; readonly phone: string; readonly name?: string; readonly at: Instant }
  /** A follow-up of this talk came due: the complainant has been silent in mid-intake (IN-11). */
  | { readonly kind: 'silence'; readonly at: Instant };

/** Everything one turn may look at. `understanding` is of all texts of the turn joined by line breaks; of '' when there are none. */
export interface TurnInput {
  readonly talk: Talk;
  readonly items: readonly TalkItem[];
  readonly understanding: Understanding;
  /** The talk's complaint; null when there is none. */
  readonly complaint: Complaint | null;
  /** Its open deadlines, soonest first. */
  readonly deadlines: readonly Deadline[];
  readonly policy: Policy;
  /** A number reserved for a complaint this turn may file. */
  readonly nextNumber: string;
  /** Codes this turn may give out; absent where none can be kept. */
  readonly nextCodes?: Readonly<Record<TalkCode['kind'], string>>;
  /** Where a complainant can turn outside, in the organisation's words; none when absent. */
  readonly outside?: readonly Readonly<Record<Locale, string>>[];
  readonly now: Instant;
  readonly zone: string;
  readonly privacyUrl: string;
  /** Wording of the chosen move by the model, already through the guard; used instead of the script's where the move allows. */
  readonly wording?: string;
}

/** One answer to the complainant; `seed` of its wording is the talk and its turn, so it can be replayed. */
export interface Reply {
  readonly text: string;
  readonly buttons: readonly {
    readonly label: string;
    readonly style?: 'primary' | 'danger';
    readonly action: DialogAction;
  }[];
  readonly asksPhone?: boolean;
  /** Which dialog move it is: for the log, the tests and the model. */
  readonly move: string;
}

/** A code that opens this talk's complaint elsewhere: to the same person again, or to one who complains with them (IN-13). */
export interface TalkCode {
  readonly kind: 'person' | 'join';
  readonly code: string;
}

/** What a turn gives: the next row, commands for the complaint file in order, answers in order. */
export interface TurnResult {
  readonly dialog: DialogState;
  readonly locale: Locale;
  /** The talk's complaint after the turn: a new number when one was filed. */
  readonly complaint: string | null;
  readonly commands: readonly Command[];
  readonly replies: readonly Reply[];
  /** Codes that the answers name. */
  readonly codes: readonly TalkCode[];
  /** When silence in mid-intake shall wake the dialog; null cancels a waiting one. */
  readonly silenceAt: Instant | null;
}
