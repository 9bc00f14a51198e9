import { createHash } from 'node:crypto';
import type { Command } from '../../complaint/commands.ts';
import type { Complaint } from '../../complaint/state.ts';
import { letterDocument } from '../../outbox/letter-document.ts';
import { saveFile } from '../../store/files.ts';
import { settingFor } from '../register.ts';
import type { Work } from '../world.ts';

/** A command with the document it carries, which is kept once the command came to something. */
export interface Documented {
  readonly command: Command;
  keep(work: Work): Promise<void>;
  /** Characters of the letter that no font of ours holds; '' when all were drawn. */
  readonly missing: string;
}

const asItIs = (command: Command): Documented => ({ command, keep: () => Promise.resolve(), missing: '' });

/**
 * Draws the letter that a command sends or shows as a document. Every other command is left as it is.
 *
 * @clause S1.5
 */
export const withDocument = async (
  command: Command,
  complaint: Complaint,
  work: Work,
): Promise<Documented> => {
  const carries = command.type === 'SendLetter' || command.type === 'PreviewLetter';
  if (!carries || command.files === undefined) return asItIs(command);
  const letter = complaint.letters.find(({ id }) => id === command.letterId);
  if (letter === undefined) return asItIs(command);
  const { at } = command;
  const draft = command.type === 'PreviewLetter' && letter.status !== 'sent';
  const paper = letterDocument(complaint, { letter, at, draft }, settingFor(complaint.pack, work));
  // Loaded with the first letter: most processes never draw one.
  const { drawLetter } = await import('./pdf.ts');
  const { bytes, missing } = await drawLetter(paper);
  const file = {
    id: work.ids.next('file'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: paper.fileName,
    mediaType: 'application/pdf',
    bytes: bytes.byteLength,
  };
  return {
    command: { ...command, files: [file] },
    keep: ({ tx }) => saveFile(tx, { ...file, content: bytes, at }),
    missing,
  };
};
