import type { Complaint, Stage } from '../state.ts';

const working: readonly Stage[] = [
  'received',
  'taken',
  'investigated',
  'remedy_proposed',
  'remedy_offered',
  'remedy_accepted',
];

/** Where a file stands when no remedy is in question: as far as somebody has taken and investigated it. */
export const workStage = (complaint: Complaint): Stage => {
  if (complaint.handler === null) return 'received';
  return complaint.finding === null ? 'taken' : 'investigated';
};

/** Whether the matter still waits for its outcome. */
export const isWorking = ({ stage }: Complaint): boolean => working.includes(stage);

/** Moves a file on, never back: a finding corrected while a remedy is offered leaves the offer standing. */
export const advance = (complaint: Complaint, stage: Stage): Stage =>
  isWorking(complaint) && working.indexOf(complaint.stage) < working.indexOf(stage) ? stage : complaint.stage;
