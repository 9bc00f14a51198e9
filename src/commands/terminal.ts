import { createInterface } from 'node:readline';

// Whoever reads may have seen enough (`| head`): the command still ends in order, or it would leave behind what it started.
let isRead = true;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  isRead = false;
});

/** Writes one line for the person who called the command. */
export const say = (line: string): void => {
  if (isRead) process.stdout.write(`${line}\n`);
};

/** Writes one line beside the output: progress and problems. */
export const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Shows how far a long command is, on a terminal in place, elsewhere not at all. */
export const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
};

/** A line of input that is not what the command reads. */
export class InputError extends Error {}

/** Reads JSON Lines from standard input. Throws InputError with the line's number. */
export async function* readJsonLines(): AsyncGenerator<{ readonly line: number; readonly value: unknown }> {
  let line = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      yield { line, value: JSON.parse(text) };
    } catch {
      throw new InputError(`Line ${line} is not JSON`);
    }
  }
}

let waiting = '';

/** Writes output in large pieces; `flush` writes what is left. */
export const writeOut = (line: string): Promise<void> | void => {
  waiting += `${line}\n`;
  if (waiting.length > 65_536) return flush();
};

/** Writes what waits and lets a slow reader catch up. */
export const flush = async (): Promise<void> => {
  const text = waiting;
  waiting = '';
  if (text === '' || !isRead || process.stdout.write(text)) return;
  await new Promise<void>((done) => process.stdout.once('drain', done).once('error', () => done()));
};
