import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startProduct, temporaryFolder } from '../support/process.ts';
import { figure, percentile } from './percentile.ts';
import { memoryMb, processesUnder } from './proc.ts';

const restMs = 6000;
const rounds = 4;

/** From start to ready, on a new and on an existing data folder, and the memory at rest of our process and the database's. */
export const measureStart = async (): Promise<readonly string[]> => {
  const folder = await temporaryFolder();
  const times: number[] = [];
  const own: number[] = [];
  const database: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const product = await startProduct({ DATA_DIR: folder.path, NODE_OPTIONS: '--max-semi-space-size=8' });
    times.push((performance.now() - start) / 1000);
    await wait(restMs);
    const pidFile = await readFile(join(folder.path, 'postgres', 'postmaster.pid'), 'utf8');
    own.push(await memoryMb([product.child.pid ?? 0]));
    database.push(await memoryMb(await processesUnder(Number(pidFile.split('\n')[0]))));
    await product.stop();
  }
  await folder.remove();
  const [fresh = 0, ...existing] = times;
  // The first start compiles; what an operator sees from then on are the others.
  const [ours, theirs] = [percentile(own.slice(1), 0.5), percentile(database.slice(1), 0.5)];
  return [
    `start                 ${figure(fresh, 1)} s on a new data folder, ${figure(percentile(existing, 0.5), 1)} s on an existing one (wanted 3)`,
    `memory at rest        ${figure(ours)} MB ours + ${figure(theirs)} MB the database's = ${figure(ours + theirs)} MB (PSS; wanted 250)`,
  ];
};
