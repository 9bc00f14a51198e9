/**
 * The glossary as types: one concept, one word, in code, tables, events and wording.
 * Imports nothing; everything else may import it.
 */

/** An instant in UTC as ISO 8601 with milliseconds, `2026-11-21T08:00:00.000Z`: sorts as text, travels as JSON. */
export type Instant = string;

/** A calendar day without a zone, `2026-11-21`. */
export type Day = string;

/** The languages we write in. Complainants who write in another are answered in the pack's. */
export type Locale = 'zh-CN' | 'en';
export const locales = ['zh-CN', 'en'] as const satisfies readonly Locale[];

/** The transports a message can come from or go to. */
export type ChannelName = 'web' | 'slack' | 'telegram';
export const channelNames = ['web', 'slack', 'telegram'] as const satisfies readonly ChannelName[];

/** One talk, channel or group on a transport; `place` is the transport's own name for it (session, channel, chat). */
export interface Address {
  readonly channel: ChannelName;
  readonly place: string;
}

/** How bad it is: 1 is a crisis, 4 is everything else (S4.b art.3). */
export type Severity = 1 | 2 | 3 | 4;
export const severities = [1, 2, 3, 4] as const satisfies readonly Severity[];

/** How fast contact must be made (S3.1). */
export type Urgency = 'general' | 'urgent' | 'very_urgent';
export const urgencies = ['general', 'urgent', 'very_urgent'] as const satisfies readonly Urgency[];

/** What a complainant's turn is meant to do. */
export type Intent =
  | 'complaint'
  | 'question'
  | 'suggestion'
  | 'praise'
  | 'smalltalk'
  | 'status'
  | 'addition'
  | 'withdrawal'
  | 'person'
  | 'abuse'
  | 'emergency';
export const intents = [
  'complaint',
  'question',
  'suggestion',
  'praise',
  'smalltalk',
  'status',
  'addition',
  'withdrawal',
  'person',
  'abuse',
  'emergency',
] as const satisfies readonly Intent[];

/** How the complainant sounds. */
export type Emotion = 'neutral' | 'dissatisfied' | 'angry';
export const emotions = ['neutral', 'dissatisfied', 'angry'] as const satisfies readonly Emotion[];

/** What the complainant wants done. */
export type Want =
  | 'money_back'
  | 'money_more'
  | 'fix'
  | 'exchange'
  | 'cancel'
  | 'apology'
  | 'stop'
  | 'accountability'
  | 'reply';
export const wants = [
  'money_back',
  'money_more',
  'fix',
  'exchange',
  'cancel',
  'apology',
  'stop',
  'accountability',
  'reply',
] as const satisfies readonly Want[];

/** Money in the currency's minor unit (fen, cent): a safe integer, never a fraction. */
export interface Money {
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** What we can do for one complainant (AP-1, S0.15, S4.e5, S4.e10). */
export const remedyKinds = [
  'apology',
  'explanation',
  'repair',
  'replacement',
  'refund',
  'credit',
  'longer_service',
  'extra_maintenance',
  'accessory',
  'return',
  'cancellation',
  'exchange',
  'discount',
  'coupon',
  'gift',
  'service_upgrade',
  'visit',
  'other',
] as const;
export type RemedyKind = (typeof remedyKinds)[number];

/** What people of the organisation may do. `head` is a department's head, `leader` the company's supervising leader. */
export const roles = [
  'handler',
  'head',
  'legal',
  'leader',
  'general_manager',
  'independent',
  'process_owner',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Who sits in the manager channel. */
export const managerRoles = ['head', 'legal', 'leader', 'general_manager'] as const satisfies readonly Role[];

/** Which file a message concerns, which of our channels it belongs to. */
export type DeskChannel = 'team' | 'manager';

/** Who did something. `id` is a person of the organisation, or a complainant. */
export type Actor =
  | { readonly kind: 'complainant'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'system' };

/** A stored file: content is found by `id`, proven by `sha256`. */
export interface FileRef {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** One numbered duty of a pack with its source: `S4.b art.3`. */
export type ClauseId = string;
