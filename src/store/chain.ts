import { createHash, hash, randomBytes } from 'node:crypto';
import type { ComplaintEvent } from '../complaint/events.ts';

/** What stands where a person's words were. */
export const erasedMark = '⟨erased⟩';

/** Of people and households who complain together the number is a figure: different ones stay different. */
const markOf = (path: string, distinct: number): string =>
  path.startsWith('parties.') ? `⟨erased ${distinct}⟩` : erasedMark;

const isMark = (text: string): boolean => /^⟨erased(?: \d+)?⟩$/.test(text);

/**
 * Names of what says nothing of a person: codes, dates, our own ids. Every other text counts as personal, so that a new
 * field is erased unless somebody thought about it. Stored hashes depend on this list: names are added, never taken away,
 * and only together with the event they come with.
 */
export const plain = new Set(
  `type at number receivedAt pack nature intake source kind locale channel currency language clause rule fact role
  severity urgency department outcome trigger clock dueAt until since nextAttemptAt followUpAt emotion wants purpose
  replyId remedyId letterId messageId handler from to owner person unit standsInFor ground into with related how steps
  mediaType complainantKind budget promptHash because consent callAt`.split(/\s+/),
);

/** Whatever is filed under these is the complainant's words, whatever it is called there: `evidence.type`. */
const wordsUnder = ['evidence', 'details'];

/** Events whose reason is one of the pack's, not somebody's words. */
const codedReasons: readonly ComplaintEvent['type'][] = ['PauseProposed', 'ClocksPaused'];

/** Ids are ours, but a statement's is the transport's and may hold an account's number. */
const isPersonal = (path: readonly string[], type: ComplaintEvent['type']): boolean => {
  if (path[0] === 'reason') return !codedReasons.includes(type);
  if (wordsUnder.some((name) => path.includes(name))) return true;
  const name = path.findLast((step) => !/^\d+$/.test(step)) ?? '';
  if (name === 'id') return path[0]?.startsWith('statement') === true && !path.includes('files');
  return !plain.has(name);
};

type Leaf = (text: string, path: string) => unknown;

/** The event with sorted keys, and what `leaf` gives in place of each personal text. */
const walk = (event: ComplaintEvent, leaf: Leaf): unknown => {
  const step = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'string')
      return value !== '' && isPersonal(path, event.type) ? leaf(value, path.join('.')) : value;
    if (Array.isArray(value)) return value.map((one, index) => step(one, [...path, String(index)]));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, inner]) => [key, step(inner, [...path, key])]),
    );
  };
  return step(event, []);
};

const commit = (salt: string, path: string, text: string): string =>
  hash('sha256', `${salt}\n${path}\n${text}`, 'base64url');

/** What an event's personal words are hashed with: both null for events of before 0004, which are hashed whole. */
export interface Sealing {
  readonly salt: string | null;
  /** Path → hash of the words that stood there. */
  readonly erased: Readonly<Record<string, string>> | null;
}

/** Chance enough that no hash of a phone number can be guessed back once the salt is gone. */
export const newSalt = (): string => randomBytes(16).toString('base64url');

/** Whether an event was erased without hashes that could stand for its words. */
export const isUnproven = ({ salt, erased }: Sealing): boolean =>
  salt === null && erased !== null && Object.keys(erased).length === 0;

/**
 * Chains an event to the one before (AD-4), over its JSON with sorted keys in which a salted hash stands for each personal text.
 * After an erasure the kept hashes give the same result, as long as nothing but the mark stands in their places.
 */
export const hashEvent = (previousHash: string, event: ComplaintEvent, { salt, erased }: Sealing): string => {
  const whole = salt === null && erased === null;
  const stable = walk(event, (text, path) => {
    if (whole) return text;
    const kept = isMark(text) ? erased?.[path] : undefined;
    return { '#': kept ?? commit(salt ?? '', path, text) };
  });
  return createHash('sha256').update(previousHash).update(JSON.stringify(stable)).digest('hex');
};

/** Gives an event without personal words, and the hashes that stand for them; null where there is nothing to erase. */
export const eraseEvent = (
  event: ComplaintEvent,
  { salt, erased }: Sealing,
): { readonly data: unknown; readonly erased: Readonly<Record<string, string>> } | null => {
  if (erased !== null) return null;
  const words: [path: string, text: string][] = [];
  const distinct = new Map<string, number>();
  const data = walk(event, (text, path) => {
    words.push([path, text]);
    distinct.set(text, distinct.get(text) ?? distinct.size + 1);
    return markOf(path, distinct.get(text) ?? 0);
  });
  if (words.length === 0) return null;
  const kept = salt === null ? [] : words.map(([path, text]) => [path, commit(salt, path, text)]);
  return { data, erased: Object.fromEntries(kept) };
};
