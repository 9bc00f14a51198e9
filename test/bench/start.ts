import { readFile } from 'node:fs/promises';
import { startProduct, temporaryFolder } from '../support/process.ts';
import { figure } from './percentile.ts';

const residentMb = async (pid: number | undefined): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
};

/** From start to ready, on a new and on an existing data folder, and the memory at rest of our own process. */
export const measureStart = async (): Promise<readonly string[]> => {
  const folder = await temporaryFolder();
  const times: number[] = [];
  let memory = 0;
  for (let round = 0; round < 2; round++) {
    const start = performance.now();
    const product = await startProduct({ DATA_DIR: folder.path });
    times.push((performance.now() - start) / 1000);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    memory = await residentMb(product.child.pid);
    await product.stop();
  }
  await folder.remove();
  return [
    `start                 ${figure(times[0] ?? 0, 1)} s on a new data folder, ${figure(times[1] ?? 0, 1)} s on an existing one`,
    `memory at rest        ${figure(memory)} MB (our process, without the database's)`,
  ];
};
