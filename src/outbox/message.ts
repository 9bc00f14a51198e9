import type { Address, FileRef, Locale, Severity } from '../terms.ts';

/** A button a person can press. The id is opaque: at most 64 bytes, never a decision, amount or name. */
export interface Button {
  readonly id: string;
  readonly label: string;
  readonly style?: 'primary' | 'danger';
  /** Pressing it asks for input first: `Desk.form(id)` gives the form. */
  readonly form?: boolean;
}

/** One input of a form. Values travel as text; `money` as `120.50 CNY`, `date` as `2026-11-21`, `time` as `2026-11-21T15:00`. */
export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'choice' | 'money' | 'date' | 'time' | 'number';
  readonly required: boolean;
  readonly hint?: string;
  readonly initial?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Characters; never above 3000. */
  readonly maxLength?: number;
}

/** Wide input: a Slack modal, a guided reply on Telegram, a sheet on the web. */
export interface Form {
  /** The button whose press it completes. */
  readonly buttonId: string;
  /** What it is worded in, and what stands around it is worded in too: the presser's language. */
  readonly locale: Locale;
  /** At most 24 characters. */
  readonly title: string;
  readonly submit: string;
  readonly intro?: string;
  readonly fields: readonly FormField[];
}

/** How loud a card looks. */
export type Tone = 'critical' | 'serious' | 'notable' | 'ordinary' | 'done';

/** A structured message: the live card of a complaint, an escalation, an approval. All text is plain; adapters escape it. */
export interface Card {
  readonly title: string;
  readonly tone: Tone;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  /** Longer parts, in order; `quoted` marks a complainant's own words. */
  readonly sections: readonly { readonly label?: string; readonly text: string; readonly quoted?: boolean }[];
  readonly footer?: string;
}

/** What leaves, for whichever transport. Plain text throughout: an adapter escapes, splits and shortens as its transport needs. */
export interface OutboundMessage {
  /** The outbox row's id: put into the transport's metadata where it has one, to find a lost answer again. */
  readonly id: string;
  readonly to: Address;
  readonly route?: string;
  readonly locale: Locale;
  /** Who will read it. A complainant's message never carries a card. */
  readonly audience: 'complainant' | 'team' | 'manager';
  /** Whose voice a complainant hears it in. */
  readonly voice: 'bot' | 'staff';
  readonly text: string;
  readonly card?: Card;
  readonly buttons?: readonly Button[];
  readonly files?: readonly FileRef[];
  /** Logical name: a later message with the same key redraws the earlier one in place. */
  readonly key?: string;
  /** Logical name of the thread it goes into, `R-2026-000001/team`. */
  readonly inThread?: string;
  /** This message heads the thread of that name; `title` names a Telegram topic. */
  readonly opensThread?: { readonly key: string; readonly title: string };
  /** Answer to one press: only its presser sees it. */
  readonly answer?: { readonly to?: string; readonly senderId: string };
  /** Level of the complaint; level 1 goes first where a transport is slow. */
  readonly severity?: Severity;
  /** Number of the complaint, for pages and logs. */
  readonly complaint?: string;
  /** The complainant may answer with their phone number by one key, where the transport has one. */
  readonly asksPhone?: boolean;
}
