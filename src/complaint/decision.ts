import type { ClauseId } from '../terms.ts';
import type { ComplaintEvent } from './events.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

/** What a command comes to: events to append, a no with its clause, or nothing because it is already so. */
export type Decision =
  | { readonly kind: 'events'; readonly events: readonly ComplaintEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'nothing' };

/** Already so, or overtaken: no events; the card is redrawn. */
export const nothing: Decision = { kind: 'nothing' };

/** Accepts a command: these events, in this order; no events at all is `nothing`. */
export const happened = (...events: readonly ComplaintEvent[]): Decision =>
  events.length === 0 ? nothing : { kind: 'events', events };

/** Says no, with the clause and what the script needs to word it. */
export const refuse = (code: RefusalCode, clause: ClauseId, data: Refusal['data'] = {}): Decision => ({
  kind: 'refused',
  refusal: { code, clause, data },
});

/** Says no because the file is another's, or nobody's yet: whoever takes it owns it (S0.1). */
export const notHolder = ({ handler }: { readonly handler: string | null }): Decision =>
  refuse('not-holder', 'S0.1', handler === null ? {} : { handler });
