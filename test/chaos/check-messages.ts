import { brief, misheard } from '../support/lines/heard.ts';
import type { EventRow, Finding, History, Spoken } from './history.ts';

const laneOf = (talk: string): string => `talk/${talk}`;

/** Every message acknowledged stands in the inbox once and its turn was taken; nothing stands there that nobody said. */
export const keptOnce = ({ seen, tables }: History): Finding => {
  const broken = tables.inbox
    .filter(({ state }) => state !== 'done')
    .map(({ lane, state, kind }) => `a ${kind} in ${lane} is ${state}`);
  const stored = new Map<string, number>();
  const words = tables.inbox.filter(({ kind, lane }) => kind === 'text' && lane.startsWith('talk/'));
  for (const { lane, text } of words) stored.set(`${lane} ${text}`, (stored.get(`${lane} ${text}`) ?? 0) + 1);
  for (const { talk, text } of seen.spoken) {
    const name = `${laneOf(talk)} ${text}`;
    const count = stored.get(name) ?? 0;
    if (count !== 1) broken.push(`“${text}” of ${talk} is stored ${count} times`);
    stored.delete(name);
  }
  for (const name of stored.keys()) broken.push(`${name}: nobody said it`);
  return { rule: 'every message acknowledged is stored once, and its turn was taken', broken };
};

const textsIn = ({ type, data }: EventRow): readonly string[] => {
  const found: unknown = type === 'ComplaintReceived' ? data.statements : [data.statement];
  const statements: readonly { readonly text?: unknown }[] = Array.isArray(found) ? found : [];
  return statements.map(({ text }) => String(text));
};

/** Words of each talk as its files have them, in the files' order. */
const filedIn = ({ tables }: History): ReadonlyMap<string, readonly string[]> => {
  const talkOf = new Map(tables.register.map(({ number, talk }) => [number, talk ?? '']));
  const places = new Map<string, string[]>();
  const put = (talk: string, texts: readonly string[]): void => {
    places.set(talk, [...(places.get(talk) ?? []), ...texts]);
  };
  for (const event of tables.events.toSorted((one, other) => one.position - other.position))
    if (event.type === 'ComplaintReceived' || event.type === 'StatementAdded')
      put(talkOf.get(event.complaint) ?? '', textsIn(event));
  return places;
};

/** What was said about a complaint stands in one place: in its file, or in the talk that has none yet. */
export const filedOnce = (history: History): Finding => {
  const filed = filedIn(history);
  const unfiled = new Map(history.tables.talks.map((row) => [row.id, row.unfiled]));
  const broken: string[] = [];
  for (const { talk, text, belongsOnFile } of history.seen.spoken) {
    if (!belongsOnFile) continue;
    const places = [...(filed.get(talk) ?? []), ...(unfiled.get(talk) ?? [])];
    const count = places.filter((one) => one === text).length;
    if (count !== 1) broken.push(`“${text}” of ${talk} stands in ${count} places`);
  }
  return { rule: 'every message stands in one place: its file, or the talk that has no file yet', broken };
};

/** Whoever had heard that a message was taken before they wrote the next one finds the two in that order. */
const outOfOrder = (order: readonly Spoken[]): readonly string[] => {
  let latest: Spoken | undefined;
  const broken: string[] = [];
  for (const spoken of order) {
    if (latest && spoken.takenAt < latest.sentAt)
      broken.push(`${spoken.talk}: “${latest.text}” stands before “${spoken.text}”`);
    if (!latest || spoken.sentAt > latest.sentAt) latest = spoken;
  }
  return broken;
};

/** The order of each conversation is kept, across processes. */
export const orderKept = (history: History): Finding => {
  const places = filedIn(history);
  const talks = Map.groupBy(history.seen.spoken, ({ talk }) => talk);
  const broken = [...talks].flatMap(([talk, spoken]) => {
    const byText = new Map(spoken.map((one) => [one.text, one]));
    const filed = (places.get(talk) ?? []).flatMap((text) => byText.get(text) ?? []);
    const stored = history.tables.inbox
      .filter(({ lane, kind }) => lane === laneOf(talk) && kind === 'text')
      .toSorted((one, other) => one.seq - other.seq)
      .flatMap(({ text }) => byText.get(text) ?? []);
    return [...outOfOrder(filed), ...outOfOrder(stored)];
  });
  return { rule: 'the order of every conversation is kept', broken };
};

/** A change reaches the words it changed, once. */
export const changesKept = ({ seen, tables }: History): Finding => {
  const broken = seen.changed.flatMap(({ talk, to }) => {
    const stored = tables.inbox.filter(({ kind, text }) => kind === 'edit' && text === to).length;
    const filed = tables.events.filter(
      ({ type, data }) => type === 'StatementAmended' && data.text === to,
    ).length;
    if (stored !== 1) return [`a change to “${to}” in ${talk} is stored ${stored} times`];
    return filed > 1 ? [`a change to “${to}” in ${talk} is filed ${filed} times`] : [];
  });
  return { rule: 'every change of a message is stored once and filed at most once', broken };
};

/** Every answer stands before its complainant once, in our order; again only where it is marked uncertain. */
export const heardOnce = ({ seen, tables }: History): Finding => {
  const meant = Map.groupBy(
    tables.outbox.filter(
      ({ audience, state }) => audience === 'complainant' && state !== 'superseded' && state !== 'parked',
    ),
    ({ channel, place }) => `${channel}:${place}`,
  );
  const broken = tables.outbox
    .filter(({ state }) => state === 'waiting')
    .map(({ id, channel, place, error }) => `${id} to ${channel}:${place} still waits (${error})`);
  for (const { talk, lines } of seen.heard) {
    const rows = meant.get(talk) ?? [];
    const problem = rows.length === 0 ? 'never answered' : misheard(rows, lines);
    if (problem) broken.push(`${talk}: ${problem}; meant ${brief(rows)}; heard ${brief(lines)}`);
  }
  return { rule: 'every answer is heard once, in order; again only where marked uncertain', broken };
};
