import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const parentOf = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
};

const childrenOf = async (pid: number): Promise<readonly number[]> => {
  const pids = (await readdir('/proc')).map(Number).filter((one) => one > 0);
  const parents = await Promise.all(pids.map(parentOf));
  return pids.filter((_, index) => parents[index] === pid);
};

/** A process and its children, itself first. */
export const processesUnder = async (head: number): Promise<readonly number[]> => [
  head,
  ...(await childrenOf(head)),
];

/** All processes of a database server, its head first; none where `/proc` does not tell. */
export const serverProcesses = async (url: string): Promise<readonly number[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const head = await parentOf(rows[0]?.pid ?? 0).catch(() => 0);
  await client.end();
  return head > 1 ? processesUnder(head) : [];
};

const ticksPerMs = 0.1;

/** CPU time of a server so far, of all its processes and those that ended, in milliseconds. */
export const serverCpuMs = async (url: string): Promise<number> => {
  const pids = await serverProcesses(url);
  const used = await Promise.all(
    pids.map(async (pid, index) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      const [user = 0, system = 0, ended = 0, endedSystem = 0] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 15)
        .map(Number);
      return user + system + (index === 0 ? ended + endedSystem : 0);
    }),
  );
  return used.reduce((sum, one) => sum + one, 0) / ticksPerMs;
};

/** Memory that processes take, what they share counted once (PSS), in MB; NaN where `/proc` does not tell. */
export const memoryMb = async (pids: readonly number[]): Promise<number> => {
  const each = await Promise.all(
    pids.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
      return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? Number.NaN);
    }),
  );
  return each.reduce((sum, one) => sum + one, 0) / 1024;
};
