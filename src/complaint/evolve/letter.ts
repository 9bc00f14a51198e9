import { unreachable } from '../../faults.ts';
import type { LetterDrafted, LetterEvent } from '../further-events.ts';
import { oneByOne, openSteps } from '../signing.ts';
import type { Complaint, Letter } from '../state.ts';

/** A formal letter's way through the review (S1.5). */
export const evolveLetter = (complaint: Complaint, event: LetterEvent): Complaint => {
  const update = (change: (letter: Letter) => Partial<Letter>): Complaint => ({
    ...complaint,
    letters: complaint.letters.map((letter) =>
      letter.id === event.letterId ? { ...letter, ...change(letter) } : letter,
    ),
  });
  switch (event.type) {
    case 'LetterDrafted':
      return complaint.letters.some(({ id }) => id === event.letterId)
        ? update((letter) => ({ ...drafted(event), versions: [...letter.versions, versionOf(event)] }))
        : { ...complaint, letters: [...complaint.letters, drafted(event)] };
    case 'LetterApproved':
      return update((letter) => {
        const by = event.by.kind === 'staff' ? event.by.id : '';
        const approvals = [...letter.approvals, { by, at: event.at, step: event.step }];
        const status = openSteps({ ...letter, approvals }).length === 0 ? 'approved' : 'review';
        return { approvals, status, passedTo: null, askedAt: event.at };
      });
    case 'ReviewPassed':
      return update(() => ({ passedTo: event.role, askedAt: event.at }));
    case 'LetterPreviewed':
      return complaint;
    case 'LetterReturned':
      return update(() => ({ status: 'returned', note: event.instruction, approvals: [] }));
    case 'LetterSent':
      return update(() => ({ status: 'sent' }));
    default:
      return unreachable(event);
  }
};

const versionOf = ({ text, sha256, at }: LetterDrafted): Letter['versions'][number] => ({ text, sha256, at });

const drafted = (event: LetterDrafted): Letter => ({
  id: event.letterId,
  by: event.by.kind === 'staff' ? event.by.id : '',
  versions: [versionOf(event)],
  steps: event.steps,
  rounds: event.rounds ?? oneByOne(event.steps),
  approvals: [],
  passedTo: null,
  askedAt: event.at,
  status: 'review',
  note: '',
  clause: event.clause,
});
