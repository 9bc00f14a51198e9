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
  | { readonly do: 'reopen' };

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
] as const satisfies readonly DeskAction['do'][];

/** Whether a press of this kind asks for input first. */
export const asksForm = (action: DeskAction): boolean => formActions.some((name) => name === action.do);
