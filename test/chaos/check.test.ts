import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { hashEvent } from '../../src/store/chain.ts';
import { misheard } from '../support/lines/heard.ts';
import { check } from './check.ts';
import type { EventRow, History, InboxRow, OutboxRow, Spoken } from './history.ts';

const hour = 3_600_000;
const start = Date.parse('2026-11-23T02:00:00.000Z');
const iso = (ms: number): string => new Date(ms).toISOString();
const talk = 'slack:D1';
const number = 'R-2026-000001';
const by = { kind: 'system' } as const;

const statement = (id: string, text: string) => ({ id, text, at: iso(start), files: [] });

/** A file as the product writes it: hashed by the product itself, so that the checker's own reckoning is held against it. */
const written = (events: readonly Readonly<Record<string, unknown>>[]): readonly EventRow[] => {
  let hash = '';
  return events.map((given, index) => {
    const at = iso(start + index * 1000);
    const event: ComplaintEvent = Object({ at, by, ...given });
    hash = hashEvent(hash, event, { salt: `salt${index}`, erased: null });
    return {
      position: index + 1,
      complaint: number,
      version: index + 1,
      type: event.type,
      at: Date.parse(event.at),
      data: JSON.parse(JSON.stringify(event)),
      hash,
      salt: `salt${index}`,
    };
  });
};

const spoken: readonly Spoken[] = [
  { talk, text: 'It never arrived', belongsOnFile: true, sentAt: 10, takenAt: 20 },
  { talk, text: 'The box was wet', belongsOnFile: true, sentAt: 30, takenAt: 40 },
  { talk, text: 'The seal was broken', belongsOnFile: true, sentAt: 50, takenAt: 60 },
  { talk: 'telegram:7', text: 'It is too loud', belongsOnFile: true, sentAt: 10, takenAt: 20 },
];

const inbox: readonly InboxRow[] = spoken.map(({ talk: of, text }, index) => ({
  seq: index + 1,
  key: `k${index}`,
  lane: `talk/${of}`,
  kind: 'text',
  text,
  state: 'done',
}));

const message = (id: string, more: Partial<OutboxRow> = {}): OutboxRow => ({
  id,
  channel: 'slack',
  place: 'D1',
  key: null,
  complaint: number,
  audience: 'complainant',
  isAnswer: false,
  text: `words of ${id}`,
  state: 'sent',
  error: null,
  ...more,
});

const outbox: readonly OutboxRow[] = [
  message('out1'),
  message('out2'),
  message('out3', { text: 'We write again tomorrow.' }),
  message('out4', { channel: 'telegram', place: '7', complaint: null }),
  message('card1', { place: 'C0', audience: 'team', key: `${number}/card` }),
  message('card2', { place: 'C0', audience: 'team', key: `${number}/card` }),
  message('note1', { place: 'C0', audience: 'team' }),
];

const events = written([
  {
    type: 'ComplaintReceived',
    number,
    receivedAt: iso(start),
    statements: [statement('s1', 'It never arrived'), statement('s2', 'The box was wet')],
    details: { order: '77' },
  },
  { type: 'ComplaintAssessed', assessment: { severity: 2, urgency: 'urgent' } },
  { type: 'ComplaintTaken', handler: 'lin' },
  { type: 'StatementAdded', statement: statement('s3', 'The seal was broken') },
  { type: 'ReplySent', replyId: 'r1', purpose: 'update', text: 'We write again tomorrow.' },
  { type: 'NoteAdded', text: 'Ask the carrier', files: [] },
  { type: 'ClockWarned', clock: 'first_reply', percent: 75, dueAt: iso(start + 4 * hour) },
]);

/** What a run leaves behind in which nothing went wrong. */
const sound: History = {
  now: start + hour,
  seen: {
    spoken,
    changed: [],
    deeds: [
      { did: 'take', complaint: number, text: '', presses: 2 },
      { did: 'note', complaint: number, text: 'Ask the carrier', presses: 1 },
      { did: 'send', complaint: number, text: 'We write again tomorrow.', presses: 2 },
    ],
    heard: [
      {
        talk,
        lines: [
          { id: 'out1', text: 'words of out1' },
          { id: 'out2', text: 'words of out2' },
          { id: 'out3', text: 'We write again tomorrow.' },
        ],
      },
      { talk: 'telegram:7', lines: [{ text: 'words of out4' }] },
    ],
    posts: [
      { place: 'slack:C0', id: 'card1' },
      { place: 'slack:C0', id: 'note1' },
    ],
  },
  tables: {
    inbox,
    outbox,
    events,
    register: [{ number, version: events.length, talk, receivedAt: start, nextDueAt: start + 12 * hour }],
    talks: [
      { id: talk, complaint: number, unfiled: [] },
      { id: 'telegram:7', complaint: null, unfiled: ['It is too loud'] },
    ],
    followUps: [{ key: `${number}/clocks`, complaint: number, state: 'waiting', dueAt: start + 4 * hour }],
    sweeps: ['retention/2026-11-23'],
    migrations: [1, 2, 3],
  },
  fared: {
    stops: [{ ms: 800, code: 0 }],
    died: [],
    megabytes: [[200, 240]],
    mostConnections: 20,
    allowedConnections: 50,
    migrators: [0, 0],
    audit: 0,
  },
};

const brokenRules = (history: History): readonly string[] =>
  check(history)
    .filter(({ broken }) => broken.length > 0)
    .map(({ rule }) => rule);

const withTables = (tables: Partial<History['tables']>): History => ({
  ...sound,
  tables: { ...sound.tables, ...tables },
});
const withSeen = (seen: Partial<History['seen']>): History => ({
  ...sound,
  seen: { ...sound.seen, ...seen },
});
const withFared = (fared: Partial<History['fared']>): History => ({
  ...sound,
  fared: { ...sound.fared, ...fared },
});
const withEvents = (changed: readonly EventRow[]): History =>
  withTables({
    events: changed,
    register: sound.tables.register.map((row) => ({ ...row, version: changed.length })),
  });
const heardAs = (lines: History['seen']['heard'][number]['lines']): History =>
  withSeen({ heard: [{ talk, lines }, ...sound.seen.heard.slice(1)] });
const [first, second, third] = sound.seen.heard[0]?.lines ?? [];
const lines = [first, second, third].filter((line) => line !== undefined);
/** The last event once more, chained rightly: only its being there twice is wrong. */
const again = (row: EventRow | undefined): readonly EventRow[] =>
  written([...events, ...(row ? [row] : [])].map(({ data }) => data));
const next = (more: Readonly<Record<string, unknown>>): readonly EventRow[] =>
  written([...events.map(({ data }) => data), more]);

/** What was done to the history, and a word of the rule that must find it. */
const doctored: readonly (readonly [what: string, rule: RegExp, history: History])[] = [
  ['a message lost before the inbox', /stored once/, withTables({ inbox: inbox.slice(1) })],
  [
    'a message stored twice',
    /stored once/,
    withTables({ inbox: [...inbox, ...inbox.slice(0, 1).map((row) => ({ ...row, seq: 9, key: 'k9' }))] }),
  ],
  [
    'a message nobody said',
    /stored once/,
    withTables({ inbox: [...inbox, ...inbox.slice(0, 1).map((row) => ({ ...row, text: 'Boo' }))] }),
  ],
  [
    'a message whose turn never came',
    /stored once/,
    withTables({ inbox: inbox.map((row, at) => (at === 1 ? { ...row, state: 'waiting' } : row)) }),
  ],
  [
    'words that no file has',
    /one place/,
    withTables({ talks: sound.tables.talks.map((row) => ({ ...row, unfiled: [] })) }),
  ],
  ['words filed twice', /one place/, withEvents(again(events[3]))],
  [
    'two statements the wrong way round',
    /order of every conversation/,
    withEvents(
      written(
        events.map(({ data }) => ({
          ...data,
          ...(Array.isArray(data.statements) ? { statements: data.statements.toReversed() } : {}),
        })),
      ),
    ),
  ],
  [
    'a change stored twice',
    /change of a message/,
    {
      ...withTables({
        inbox: [
          ...inbox,
          ...['a', 'b'].map((key) => ({
            seq: 8,
            key,
            lane: `talk/${talk}`,
            kind: 'edit',
            text: 'New',
            state: 'done',
          })),
        ],
      }),
      seen: { ...sound.seen, changed: [{ talk, from: 'The box was wet', to: 'New' }] },
    },
  ],
  ['an answer nobody heard', /answer is heard once/, heardAs(lines.slice(1))],
  ['an answer heard twice', /answer is heard once/, heardAs([...lines.slice(0, 1), ...lines])],
  [
    'answers the wrong way round',
    /answer is heard once/,
    heardAs([...lines.slice(0, 2).reverse(), ...lines.slice(2)]),
  ],
  [
    'somebody who was never answered',
    /answer is heard once/,
    withTables({ outbox: outbox.filter(({ id }) => id !== 'out4') }),
  ],
  [
    'an answer that still waits',
    /answer is heard once/,
    withTables({ outbox: outbox.map((row) => (row.id === 'note1' ? { ...row, state: 'waiting' } : row)) }),
  ],
  ['a reply of a person heard twice', /reply of a person/, heardAs([...lines, ...lines.slice(2)])],
  ['a press with two effects', /one effect/, withEvents(again(events[2]))],
  [
    'a press with none',
    /one effect/,
    withEvents(written(events.filter((_, at) => at !== 2).map(({ data }) => data))),
  ],
  ['a note kept twice', /one effect/, withEvents(again(events[5]))],
  [
    'a card posted twice',
    /at its desk once/,
    withSeen({ posts: [...sound.seen.posts, { place: 'slack:C0', id: 'card2' }] }),
  ],
  ['a line that is not there', /at its desk once/, withSeen({ posts: sound.seen.posts.slice(0, 1) })],
  [
    'a message set aside in silence',
    /without telling/,
    withTables({ outbox: outbox.map((row) => (row.id === 'note1' ? { ...row, state: 'parked' } : row)) }),
  ],
  [
    'a follow-up set aside in silence',
    /without telling/,
    withTables({ followUps: sound.tables.followUps.map((row) => ({ ...row, state: 'parked' })) }),
  ],
  ['a warning given twice', /fired twice/, withEvents(again(events[6]))],
  ['a follow-up nobody fired', /fired twice/, { ...sound, now: start + 5 * hour }],
  [
    'lateness told by two',
    /late, once an hour/,
    withTables({
      sweeps: ['late/2026-11-23T02'],
      outbox: [
        ...outbox,
        ...['n1', 'n2'].map((id) =>
          message(id, {
            place: 'C9',
            audience: 'team',
            complaint: null,
            text: 'Follow-ups are running 9 minutes late.',
          }),
        ),
      ],
    }),
  ],
  [
    'a warning with a wrong date',
    /no clock is wrong/,
    withEvents(
      next({ type: 'ClockWarned', clock: 'first_reply', percent: 90, dueAt: iso(start + 5 * hour) }),
    ),
  ],
  [
    'a date that passed untold',
    /no clock is wrong/,
    {
      ...withEvents(written(events.filter(({ type }) => type !== 'ReplySent').map(({ data }) => data))),
      now: start + 5 * hour,
    },
  ],
  [
    'a register with another date',
    /no clock is wrong/,
    withEvents(written(events.filter(({ type }) => type !== 'ReplySent').map(({ data }) => data))),
  ],
  ['a gap in a file', /without a gap/, withTables({ events: events.filter((_, at) => at !== 3) })],
  ['a file the register knows another end of', /without a gap/, withTables({ events: events.slice(0, -1) })],
  [
    'a word changed afterwards',
    /hash chain/,
    withTables({
      events: events.map((row) =>
        row.type === 'NoteAdded' ? { ...row, data: { ...row.data, text: 'Forget it' } } : row,
      ),
    }),
  ],
  [
    'a date changed afterwards',
    /hash chain/,
    withTables({
      events: events.map((row, at) =>
        at === 0 ? { ...row, data: { ...row.data, receivedAt: iso(start + 1) } } : row,
      ),
    }),
  ],
  [
    'an event taken out and the rest renumbered',
    /hash chain/,
    withEvents(events.filter((_, at) => at !== 2).map((row, at) => ({ ...row, version: at + 1 }))),
  ],
  ['an audit that failed', /audit verify/, withFared({ audit: 1 })],
  ['a stop that took too long', /ten seconds/, withFared({ stops: [{ ms: 10_400, code: 0 }] })],
  ['a stop that ended badly', /ten seconds/, withFared({ stops: [{ ms: 400, code: 1 }] })],
  ['a process that died', /by itself/, withFared({ died: ['work ended'] })],
  ['a process that grew', /grew beyond/, withFared({ megabytes: [[200, 900]] })],
  ['too many connections', /pools/, withFared({ mostConnections: 51 })],
  ['a migrator that failed', /migrated/, withFared({ migrators: [0, 1] })],
  ['a migration applied twice', /migrated/, withTables({ migrations: [1, 2, 2, 3] })],
];

describe('the checker of the fault harness', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(check(sound).filter(({ broken }) => broken.length > 0)).toEqual([]);
  });

  it.each(doctored)('finds %s', (_what, rule, history) => {
    expect(brokenRules(history).some((one) => rule.test(one))).toBe(true);
  });

  it('lets an answer be heard again where it is marked uncertain', () => {
    const uncertain = outbox.map((row) => (row.id === 'out1' ? { ...row, state: 'uncertain' } : row));
    const history = heardAs([...lines.slice(0, 1), ...lines]);
    expect(brokenRules({ ...history, tables: { ...sound.tables, outbox: uncertain } })).toEqual([]);
  });

  it('lets it be heard again also where the next answer has the same words', () => {
    const same = [message('a', { text: 'Noted.', state: 'uncertain' }), message('b', { text: 'Noted.' })];
    const noted = { text: 'Noted.' };
    expect(misheard(same, [noted, noted, noted])).toBeNull();
    expect(misheard(same, [noted, noted])).toBeNull();
    expect(misheard(same, [noted])).not.toBeNull();
    expect(misheard(same.toReversed(), [noted, { text: 'Thanks.' }, noted])).not.toBeNull();
  });

  it('knows a rule for everything it was shown', () => {
    const proven = (rule: string): boolean => doctored.some(([, pattern]) => pattern.test(rule));
    expect(check(sound).filter(({ rule }) => !proven(rule))).toEqual([]);
  });
});
