/**
 * Loaded before the product, puts its process's clock ahead or back: `CLOCK_FILE` names a file with the milliseconds,
 * read at the start and again at every SIGUSR2. Timers and the monotonic clock run on, as when a machine's clock is set.
 */
import { readFileSync } from 'node:fs';

const file = process.env.CLOCK_FILE ?? '';
const wall = Date.now.bind(Date);
let aheadMs = 0;

const read = (): void => {
  aheadMs = Number(readFileSync(file, 'utf8')) || 0;
};

Date.now = () => wall() + aheadMs;
globalThis.Date = new Proxy(Date, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [Date.now()] : given, newTarget),
});
read();
process.on('SIGUSR2', read);
