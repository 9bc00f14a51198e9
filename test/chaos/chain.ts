import { createHash } from 'node:crypto';
import { plain } from '../../src/store/chain.ts';
import type { EventRow } from './history.ts';

/*
 * The chain of a file, recomputed as an auditor would from its description: of the product it takes only the list of
 * names that are no personal words.
 */

const sha256 = (text: string): ReturnType<typeof createHash> => createHash('sha256').update(text);
const codedReasons = ['PauseProposed', 'ClocksPaused'];

const isPersonal = (type: string, path: readonly string[]): boolean => {
  if (path[0] === 'reason') return !codedReasons.includes(type);
  if (path.includes('evidence') || path.includes('details')) return true;
  const name = path.filter((step) => !/^\d+$/.test(step)).at(-1) ?? '';
  if (name === 'id') return (path[0] ?? '').startsWith('statement') && !path.includes('files');
  return !plain.has(name);
};

const sealed = (value: unknown, path: readonly string[], event: EventRow): unknown => {
  if (typeof value === 'string') {
    if (value === '' || !isPersonal(event.type, path)) return value;
    return { '#': sha256(`${event.salt}\n${path.join('.')}\n${value}`).digest('base64url') };
  }
  if (Array.isArray(value)) return value.map((one, index) => sealed(one, [...path, String(index)], event));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, sealed(inner, [...path, name], event)]));
};

/** Hash an event must have after the one before. */
export const chainedHash = (before: string, event: EventRow): string =>
  sha256(before)
    .update(JSON.stringify(sealed(event.data, [], event)))
    .digest('hex');
