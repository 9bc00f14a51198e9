import type { Instant } from '../../terms.ts';
import type { DialogAction } from '../talk.ts';

/** What a press on one of the desk's buttons means; kept beside the opaque button id. */
export type DeskAction =
  | { readonly do: 'take' }
  | { readonly do: 'hand-over' }
  | { readonly do: 'accept-hand-over' }
  | { readonly do: 'refuse-hand-over' }
  | { readonly do: 'regrade' }
  | { readonly do: 'approve-regrade' }
  | { readonly do: 'reject-regrade' }
  | { readonly do: 'reply' }
  | { readonly do: 'send-reply'; readonly replyId: string }
  | { readonly do: 'edit-reply'; readonly replyId: string }
  | { readonly do: 'discard-reply'; readonly replyId: string }
  | { readonly do: 'finding' }
  | { readonly do: 'propose-remedy' }
  | { readonly do: 'approve-remedy'; readonly remedyId: string }
  | { readonly do: 'return-remedy'; readonly remedyId: string }
  | { readonly do: 'reject-remedy'; readonly remedyId: string }
  | { readonly do: 'carry-out'; readonly remedyId: string }
  | { readonly do: 'escalate' }
  | { readonly do: 'acknowledge' }
  | { readonly do: 'return-escalation' }
  | { readonly do: 'resolve' }
  | { readonly do: 'decline' }
  | { readonly do: 'link' }
  | { readonly do: 'merge' }
  | { readonly do: 'reveal' }
  | { readonly do: 'take-talk' }
  | { readonly do: 'return-talk' }
  | { readonly do: 'archive' }
  | { readonly do: 'reopen' }
  | FurtherAction;

/** Buttons around the handling: who keeps out, pauses, letters, responsibility, the last word. */
export type FurtherAction =
  | { readonly do: 'recuse' }
  | { readonly do: 'confirm-recusal'; readonly person: string }
  | { readonly do: 'deny-recusal'; readonly person: string }
  | { readonly do: 'open-file' }
  | { readonly do: 'pause' }
  | { readonly do: 'approve-pause' }
  | { readonly do: 'reject-pause' }
  | { readonly do: 'resume' }
  | { readonly do: 'edit-remedy'; readonly remedyId: string }
  | { readonly do: 'billing-error' }
  | { readonly do: 'letter' }
  | { readonly do: 'edit-letter'; readonly letterId: string }
  | { readonly do: 'approve-letter'; readonly letterId: string; readonly version: number }
  | { readonly do: 'return-letter'; readonly letterId: string }
  | { readonly do: 'send-letter'; readonly letterId: string }
  | { readonly do: 'send-letter-pdf'; readonly letterId: string }
  | { readonly do: 'preview-letter'; readonly letterId: string }
  | { readonly do: 'parties' }
  | { readonly do: 'change-speaker'; readonly to: string }
  | { readonly do: 'decline-speaker'; readonly to: string }
  | { readonly do: 'return-word'; readonly from: string }
  | { readonly do: 'confirm-authority' }
  | { readonly do: 'end-withdrawn' }
  | { readonly do: 'responsibility' }
  | { readonly do: 'approve-responsibility' }
  | { readonly do: 'reject-responsibility' }
  | { readonly do: 'publish-sanction' }
  | { readonly do: 'final-response' }
  | {
      readonly do: 'note-promise';
      readonly promiseId: string;
      readonly text: string;
      readonly dueAt: Instant;
    }
  | { readonly do: 'keep-promise'; readonly promiseId: string }
  | { readonly do: 'enter-answer'; readonly remedyId: string }
  | { readonly do: 'enter-follow-up' };

/** What any button of ours can mean. */
export type ButtonAction =
  | { readonly side: 'talk'; readonly action: DialogAction }
  | { readonly side: 'desk'; readonly action: DeskAction };

/** Actions whose press asks for input first. */
export const formActions = [
  'hand-over',
  'refuse-hand-over',
  'regrade',
  'reject-regrade',
  'reply',
  'edit-reply',
  'finding',
  'propose-remedy',
  'return-remedy',
  'reject-remedy',
  'carry-out',
  'escalate',
  'return-escalation',
  'resolve',
  'decline',
  'link',
  'merge',
  'reopen',
  'recuse',
  'pause',
  'reject-pause',
  'edit-remedy',
  'billing-error',
  'letter',
  'edit-letter',
  'return-letter',
  'parties',
  'decline-speaker',
  'return-word',
  'confirm-authority',
  'end-withdrawn',
  'responsibility',
  'reject-responsibility',
  'publish-sanction',
  'final-response',
  'enter-answer',
  'enter-follow-up',
] as const satisfies readonly DeskAction['do'][];

/** Whether a press of this kind asks for input first. */
export const asksForm = (action: DeskAction): boolean => formActions.some((name) => name === action.do);
