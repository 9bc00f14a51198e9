import type { Address, FileRef, Instant, Locale } from '../terms.ts';

/** Who sent it, in the transport's own names; the organisation file tells whether it is staff. */
export interface Sender {
  /** Stable id on the transport: Slack user, Telegram user, web session or, at the web desk, the person acted as. */
  readonly id: string;
  /** Slack team or enterprise the id belongs to; absent elsewhere. */
  readonly team?: string;
  readonly name?: string;
  /** The transport's guess of a language; a hint only. */
  readonly locale?: Locale;
}

/** What every arrival has, whatever it is. */
export interface Arrival {
  /** De-duplication key, `slack:Ev123`, `telegram:bot1:update:88`: the same key twice is the same arrival. */
  readonly key: string;
  readonly from: Sender;
  /** Where it was said; an answer goes there. */
  readonly address: Address;
  /** Opaque to the core: what an answer in this talk must carry besides the place (Telegram's business connection, Slack's team). */
  readonly route?: string;
  /** The transport's name of the thread or topic it was said in; absent at top level. */
  readonly thread?: string;
  /** Said in a group of several people, not privately. */
  readonly group?: boolean;
  /** When the transport says it was sent. Never used as a clock: receipt is when we stored it. */
  readonly sentAt?: Instant;
}

/** Words, files or both. `text` is '' when only files came. */
export interface TextArrival extends Arrival {
  readonly kind: 'text';
  /** The transport's id of this message, for edits and deletions later. */
  readonly messageId: string;
  readonly text: string;
  readonly files: readonly FileRef[];
  /** Files that were sent but could not be taken, with the reason. */
  readonly refusedFiles?: readonly {
    readonly name: string;
    readonly reason: 'too-large' | 'type' | 'unavailable';
  }[];
  /** Set when it was said in a shared channel by mention: the talk goes on in this private place (S2.4). */
  readonly continueAt?: Address;
}

/** A press on one of our buttons, with the fields of its form when it has one. */
export interface PressArrival extends Arrival {
  readonly kind: 'press';
  readonly buttonId: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Opaque to the core: how the transport wants the press itself answered. */
  readonly answerTo?: string;
}

/** A message was changed afterwards; the former words stay in the file. */
export interface EditArrival extends Arrival {
  readonly kind: 'edit';
  readonly messageId: string;
  readonly text: string;
}

/** A message was deleted afterwards; the former words stay in the file. */
export interface DeletionArrival extends Arrival {
  readonly kind: 'deletion';
  readonly messageId: string;
}

/** A command typed by staff or complainant: Slack's `/complaint`, Telegram's `/status`, or a shortcut. */
export interface CommandArrival extends Arrival {
  readonly kind: 'command';
  readonly name: 'start' | 'new' | 'status' | 'mine' | 'search' | 'help' | 'link';
  readonly text: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly answerTo?: string;
}

/** The person gave a phone number by the transport's own key, so it is theirs. */
export interface ContactArrival extends Arrival {
  readonly kind: 'contact';
  readonly phone: string;
  readonly name?: string;
}

/** The person blocked or unblocked us: a blocked one is a failed contact attempt. */
export interface ReachabilityArrival extends Arrival {
  readonly kind: 'reachability';
  readonly reachable: boolean;
}

/** What arrives, from whichever transport: translated by an adapter, stored by `run/intake.ts` before anyone is told it came. */
export type InboundMessage =
  | TextArrival
  | PressArrival
  | EditArrival
  | DeletionArrival
  | CommandArrival
  | ContactArrival
  | ReachabilityArrival;
