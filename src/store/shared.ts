import type { ComplaintEvent } from '../complaint/events.ts';
import { forgotten, isRowOf } from '../complaint/evolve/parties.ts';
import { evolve, fold } from '../complaint/evolve.ts';
import type { Party } from '../complaint/further-commands.ts';
import type { Complaint } from '../complaint/state.ts';
import type { Instant } from '../terms.ts';
import { appendEvents, readEvents } from './complaints.ts';
import type { Tx } from './database.ts';
import { eraseEventOf, erasePrints } from './erasure.ts';

/** Where a file still speaks of somebody in words that are not theirs. */
export interface LeftIn {
  readonly complaint: string;
  readonly version: number;
  readonly type: ComplaintEvent['type'];
  /** Whose words. */
  readonly by: ComplaintEvent['by']['kind'];
}

/** Whose part of a file is asked for. */
export interface Whom {
  readonly id: string;
  /** Ids of their talks. */
  readonly talks: readonly string[];
}

/** A file of several, as it concerns one of them. */
interface SharedFile {
  readonly number: string;
  /** Who they are in it: their own id, or the one they had when they filed it in a talk that is theirs now. */
  readonly id: string;
  readonly rows: readonly {
    readonly version: number;
    readonly data: ComplaintEvent;
    readonly salt: string | null;
    readonly erased: Readonly<Record<string, string>> | null;
    readonly hash: string;
  }[];
  /** Names and numbers by which the file knows them. */
  readonly known: readonly string[];
}

/** Files that somebody joined, or spoke for before another did, by number; `numbers` are their own and are left out. */
export const findShared = async (
  tx: Tx,
  { id, numbers }: { readonly id: string; readonly numbers: readonly string[] },
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('events')
    .select(['complaint', 'data'])
    .where('type', 'in', ['PartyJoined', 'SpeakerChanged'])
    .execute();
  const found = rows.flatMap(({ complaint, data }) => {
    const joined = data.type === 'PartyJoined' && data.id === id;
    const spoke = data.type === 'SpeakerChanged' && data.from === id;
    return joined || spoke ? [complaint] : [];
  });
  return [...new Set(found)].filter((number) => !numbers.includes(number)).sort();
};

/** Said or done by them, or written down about them when they came. */
const isOwn = (event: ComplaintEvent, id: string): boolean => {
  if (event.by.kind === 'complainant' && event.by.id === id) return true;
  if (event.type === 'PartyJoined') return event.id === id;
  return (
    (event.type === 'ComplaintReceived' || event.type === 'IntakeCompleted') && event.complainant.id === id
  );
};

const rowsIn = (event: ComplaintEvent): readonly Party[] =>
  event.type === 'PartiesListed' || event.type === 'PartyForgotten' ? event.parties : [];

/** How a file knows them: as they said it, and as others wrote it down beside their talk. */
const knownBy = (events: readonly ComplaintEvent[], id: string): readonly string[] => {
  const said = events.flatMap((event) => {
    if (event.type === 'PartyJoined' && event.id === id) return [event.name];
    if (event.type !== 'ComplaintReceived' && event.type !== 'IntakeCompleted') return [];
    const { complainant, details } = event;
    return complainant.id === id
      ? [complainant, details].flatMap(({ name, phone, email }) => [name, phone, email])
      : [];
  });
  const listed = events.flatMap((event) =>
    rowsIn(event).flatMap(({ joined, name, phone }) => (joined?.id === id ? [name, phone] : [])),
  );
  return [...new Set([...said, ...listed].filter((one) => one !== undefined && one.trim() !== ''))].flatMap(
    (one) => one ?? [],
  );
};

const readFile = async (tx: Tx, number: string, { id: asked, talks }: Whom): Promise<SharedFile> => {
  const rows = await tx
    .selectFrom('events')
    .select(['version', 'data', 'salt', 'erased', 'hash'])
    .where('complaint', '=', number)
    .orderBy('version')
    .forUpdate()
    .execute();
  const events = rows.map(({ data }) => data);
  const file = fold(events);
  const isTheirs = file?.contact ? talks.includes(file.contact.conversation) : false;
  const id = file && isTheirs ? file.complainant.id : asked;
  return { number, id, rows, known: knownBy(events, id) };
};

/** Words that rules took out of what somebody said, and kept as the ground of a grade or of keeping out. */
const taken = (event: ComplaintEvent): readonly string[] => {
  switch (event.type) {
    case 'ComplaintAssessed':
      return event.assessment.reasons.map(({ evidence }) => evidence);
    case 'GradeSuggested':
      return event.evidence;
    case 'PersonRecused':
    case 'RecusalProposed':
    case 'GroundFound':
      return [event.words];
    default:
      return [];
  }
};

const textsIn = (events: readonly ComplaintEvent[]): string =>
  events
    .flatMap((event) => {
      if (event.type === 'ComplaintReceived') return event.statements.map(({ text }) => text);
      return event.type === 'StatementAdded' ? [event.statement.text] : [];
    })
    .join('\n');

/** Which events of a file are theirs: said or done by them, a list with their line, words of theirs that rules took out, a talk of theirs. */
const theirsIn = ({ id, rows, known }: SharedFile, { talks }: Whom) => {
  const own = textsIn(rows.map(({ data }) => data).filter((event) => isOwn(event, id)));
  return (event: ComplaintEvent): boolean =>
    isOwn(event, id) ||
    rowsIn(event).some((party) => isRowOf(party, { id, known })) ||
    (event.type === 'PartyForgotten' && event.complainant.id === id && !event.complainant.erased) ||
    taken(event).some((words) => words.length > 1 && own.includes(words)) ||
    (event.type === 'ContactAdded' && talks.includes(event.contact.conversation));
};

/** Others' words that name them: those stay, and whoever asked is told where. */
const leftIn = (file: SharedFile, whom: Whom): readonly LeftIn[] => {
  const isTheirs = theirsIn(file, whom);
  return file.rows.flatMap(({ version, data }) => {
    const names = file.known.some((one) => one.length > 1 && JSON.stringify(data).includes(one));
    return names && !isTheirs(data)
      ? [{ complaint: file.number, version, type: data.type, by: data.by.kind }]
      : [];
  });
};

/**
 * What a shared file holds of one of them: what they said and did, their line of every list, and where others name them.
 * Never a word of the others.
 */
export const exportShared = async (
  tx: Tx,
  number: string,
  whom: Whom,
): Promise<{
  readonly number: string;
  readonly events: readonly unknown[];
  readonly named: readonly LeftIn[];
}> => {
  const file = await readFile(tx, number, whom);
  const { id } = file;
  const events = file.rows.flatMap(({ version, data }): readonly unknown[] => {
    if (isOwn(data, id)) return [{ version, ...data }];
    const parties = rowsIn(data).filter((party) => isRowOf(party, { id, known: file.known }));
    return parties.length > 0 ? [{ version, type: data.type, at: data.at, parties }] : [];
  });
  return { number, events, named: leftIn(file, whom) };
};

const asItWas = async (tx: Tx, number: string) =>
  tx
    .selectFrom('complaints')
    .select(['next_due_at', 'synthetic'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();

/** Who complains stands in the file anew, since the lists that named them all were emptied. */
const listAnew = async (
  tx: Tx,
  { id, number, rows, known }: SharedFile,
  { at, before }: { readonly at: Instant; readonly before: Complaint },
): Promise<void> => {
  const { next_due_at: nextDueAt, synthetic } = await asItWas(tx, number);
  const event = forgotten(before, { id, at, known });
  const complaint = evolve(fold(await readEvents(tx, number)), event);
  const previousHash = rows.at(-1)?.hash ?? '';
  const expectedVersion = before.version;
  await appendEvents(tx, { complaint, events: [event], expectedVersion, previousHash, nextDueAt, synthetic });
};

/**
 * Takes one of several out of a file: their words and their line of every list. What others said of them stays, for it is
 * theirs; where, is given back. Where they spoke for all, the word passes to another of them, or to nobody.
 *
 * @returns how many events were emptied, and what is left
 */
export const eraseShared = async (
  tx: Tx,
  number: string,
  whom: Whom & { readonly at: Instant },
): Promise<{ readonly events: number; readonly left: readonly LeftIn[] }> => {
  const file = await readFile(tx, number, whom);
  const before = fold(file.rows.map(({ data }) => data));
  if (!before) return { events: 0, left: [] };
  const isTheirs = theirsIn(file, whom);
  let events = 0;
  for (const row of file.rows) if (isTheirs(row.data) && (await eraseEventOf(tx, number, row))) events += 1;
  if (events > 0) await listAnew(tx, file, { at: whom.at, before });
  // Mostly drawn from what the one said who speaks for all.
  if (before.complainant.id === file.id) await erasePrints(tx, [number]);
  return { events, left: leftIn(file, whom) };
};
