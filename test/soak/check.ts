import { sql } from 'kysely';
import pino from 'pino';
import { createApp } from '../../src/app.ts';
import { createVirtualClock } from '../../src/run/clock.ts';
import { fireOneFollowUp } from '../../src/run/follow-ups.ts';
import { createIds } from '../../src/run/ids.ts';
import { takeOneTurn } from '../../src/run/turns.ts';
import type { Database } from '../../src/store/database.ts';
import { brief, misheard } from '../support/lines/heard.ts';
import type { Heard } from '../support/lines/line.ts';

/** What must be so, and what is not, in words. */
export interface Finding {
  readonly rule: string;
  readonly broken: readonly string[];
}

/** What a person was meant to have said, and where. */
export interface Expected {
  readonly place: string;
  readonly texts: readonly string[];
}

interface Row {
  readonly id: string;
  readonly place: string;
  readonly state: string;
  readonly text: string;
}

/** Every message stands in the inbox once, and its turn was taken. */
export const checkInbox = async (
  db: Database,
  channel: string,
  people: readonly Expected[],
): Promise<Finding> => {
  const { rows } = await sql<{ lane: string; text: string; state: string }>`
    select lane, body ->> 'text' as text, state from inbox order by seq`.execute(db);
  const broken = rows.filter(({ state }) => state !== 'done').map(({ lane, state }) => `${lane} is ${state}`);
  for (const { place, texts } of people) {
    const kept = rows.filter(({ lane }) => lane === `talk/${channel}:${place}`).map(({ text }) => text);
    if (kept.toSorted().join('\n') !== texts.toSorted().join('\n'))
      broken.push(`${place} said ${texts.length}, kept ${kept.length}: ${kept.join(' | ')}`);
  }
  return { rule: 'every message is kept once', broken };
};

const countFiles = async (db: Database): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from complaints`.execute(db);
  return Number(rows[0]?.count);
};

/** Lets the silence pass that files what was told, on a clock that is only ours. */
const fileEverything = async (db: Database, databaseUrl: string, people: number): Promise<void> => {
  const clock = createVirtualClock(new Date(Date.now() + 31 * 60_000).toISOString());
  const place = { channel: 'web', place: 'team' } as const;
  const settings = {
    policyPack: 'general',
    organisation: null,
    timeZone: 'Asia/Shanghai',
    locale: null,
    http: { publicUrl: 'http://127.0.0.1:3000' },
    channels: { team: place, manager: { ...place, place: 'manager' } },
  } as const;
  const parts = {
    db,
    databaseUrl,
    clock,
    ids: createIds(),
    log: pino({ level: 'silent' }),
    connect: () => [],
  };
  const { world } = await createApp(settings, parts);
  while ((await countFiles(db)) < people && ((await takeOneTurn(world)) || (await fireOneFollowUp(world)))) {}
};

/** Every message stands in its person's file once, in the order they said it. */
export const checkFiles = async (
  db: Database,
  databaseUrl: string,
  { channel, people }: { readonly channel: string; readonly people: readonly Expected[] },
): Promise<Finding> => {
  await fileEverything(db, databaseUrl, people.length);
  const { rows } = await sql<{ talk: string; text: string }>`
    select complaints.talk, statement ->> 'text' as text
    from complaints join events on events.complaint = complaints.number,
      jsonb_array_elements(coalesce(events.data -> 'statements', jsonb_build_array(events.data -> 'statement')))
        with ordinality as said (statement, place)
    where events.type in ('ComplaintReceived', 'StatementAdded')
    order by events.position, said.place`.execute(db);
  const broken: string[] = [];
  for (const { place, texts } of people) {
    const filed = rows.filter(({ talk }) => talk === `${channel}:${place}`).map(({ text }) => text);
    if (filed.join('\n') !== texts.join('\n')) broken.push(`${place}: the file has ${filed.join(' | ')}`);
  }
  return { rule: 'every message stands in the file once, in order', broken };
};

const answerRows = async (db: Database): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select id, place, state, btrim(body ->> 'text', E' \n') as text from outbox
    where body ->> 'audience' = 'complainant' and state <> 'superseded' order by seq`.execute(db);
  return rows;
};

/** What the answers of one run come to. */
export interface Answers {
  readonly finding: Finding;
  readonly sent: number;
  readonly uncertain: number;
  readonly again: number;
}

/** Every answer stands before its complainant once, in the order we gave them. */
export const checkAnswers = async (
  db: Database,
  people: readonly Expected[],
  heardAt: (person: number) => Promise<readonly Heard[]>,
): Promise<Answers> => {
  const rows = await answerRows(db);
  const broken = rows
    .filter(({ state }) => state !== 'sent' && state !== 'uncertain')
    .map(({ place, state }) => `an answer to ${place} is ${state}`);
  let total = 0;
  for (const [person, { place }] of people.entries()) {
    const own = rows.filter((row) => row.place === place);
    const heard = await heardAt(person);
    total += heard.length;
    const problem = own.length === 0 ? 'never answered' : misheard(own, heard);
    if (problem) broken.push(`${place}: ${problem}; meant ${brief(own)}; heard ${brief(heard)}`);
  }
  const uncertain = rows.filter(({ state }) => state === 'uncertain').length;
  return {
    finding: { rule: 'every answer is heard once, in order; again only where marked uncertain', broken },
    sent: rows.length,
    uncertain,
    again: total - rows.length,
  };
};
