import { readingMessage } from '../outbox/reading.ts';
import { saveButtons } from '../store/buttons.ts';
import { findComplaint } from '../store/complaints.ts';
import { queueMessages } from '../store/outbox.ts';
import { addressMessages } from './addressing.ts';
import { settingFor } from './register.ts';
import type { Asked, Understood } from './understand.ts';
import type { Work } from './world.ts';

/** What a model made of a turn before its transaction began. */
export interface Ahead {
  readonly asked: Asked;
  readonly understood: Understood;
}

/** Shows staff what a model proposes, beside a button by which a person may follow it; by itself it changes nothing (TR-2). */
export const showProposal = async (number: string, { understood }: Ahead, work: Work): Promise<void> => {
  const { proposal } = understood;
  const complaint = proposal ? (await findComplaint(work.tx, number))?.complaint : undefined;
  if (!proposal || !complaint || proposal.severity >= complaint.severity) return;
  const planned = [readingMessage(complaint, proposal, settingFor(complaint.pack, work))];
  const { messages, buttons } = addressMessages(planned, number, work);
  await saveButtons(work.tx, buttons, work.clock.now());
  await queueMessages(work.tx, messages, work.clock.now());
};
