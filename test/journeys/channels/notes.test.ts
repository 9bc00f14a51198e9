import { describe, expect, it } from 'vitest';
import { createIntake } from '../../../src/run/intake.ts';
import { parseScenario } from '../../../src/run/scenario.ts';
import { simulate } from '../../../src/run/simulate.ts';
import { complaintsSince, readEvents } from '../../../src/store/complaints.ts';
import { type ChannelName, channelNames, type DeskChannel } from '../../../src/terms.ts';
import { accountOn } from '../../support/accounts.ts';
import { answersTo } from '../../support/answers.ts';
import { type ChannelStage, openStage } from '../../support/stage.ts';

/** A complaint that managers are called for, and what staff do with it then. */
const scenarioWith = (steps: readonly object[]) =>
  parseScenario({
    file: 'notes',
    text: JSON.stringify({
      title: 'Notes',
      steps: [
        {
          complainant: 'Ann',
          locale: 'en',
          says: 'The owners occupy the sales office and discuss a demonstration',
        },
        { wait: '1 min' },
        ...steps,
      ],
    }),
  });

let sent = 0;

/** Staff write under a message or in a thread, as their transport tells it. */
const write = async (
  { app }: ChannelStage,
  note: {
    readonly desk: ChannelName;
    readonly at: DeskChannel;
    readonly thread: string;
    readonly text: string;
  },
): Promise<void> => {
  sent += 1;
  const { desk: channel, at, thread, text } = note;
  await createIntake(app.world)({
    kind: 'text',
    key: `note:${sent}`,
    from: { id: accountOn(channel, 'wu_leader') },
    address: { channel, place: app.world.desks[at].place },
    messageId: `note-${sent}`,
    thread,
    text,
    files: [],
  });
  await app.settle();
};

const threadOf = async ({ app }: ChannelStage, key: string): Promise<string> => {
  const { db } = app.world;
  const row = await db.selectFrom('threads').select('thread_id').where('key', '=', key).executeTakeFirst();
  return row?.thread_id ?? '';
};

const firstNumber = async ({ app }: ChannelStage): Promise<string> => {
  for await (const { number } of complaintsSince(app.world.db, null)) return number;
  throw new Error('nothing was received');
};

const onStage = async (
  desk: ChannelName,
  play: (stage: ChannelStage) => Promise<void>,
  steps: readonly object[] = [],
): Promise<void> => {
  const scenario = scenarioWith(steps);
  const stage = await openStage(scenario, desk);
  try {
    const { app, clock } = stage;
    const sides = { complainants: stage.sides.web.complainants, desk: stage.sides[desk].desk };
    await simulate(scenario, { app, clock, sides });
    await play(stage);
  } finally {
    await stage.close();
  }
};

const textOn = async (stage: ChannelStage, desk: ChannelName, at: DeskChannel): Promise<string> =>
  (await stage.sides[desk].desk.lines(at)).map(({ text }) => text).join('\n');

const unknown: Readonly<Record<ChannelName, string>> = {
  web: 'out_99999999',
  slack: '1700000000.000001',
  telegram: '4711',
};

/** Id of our own message under which people reply, though it heads no thread. */
const cardId = async ({ app }: ChannelStage, keyPart: string): Promise<string> => {
  const row = await app.world.db
    .selectFrom('sent_messages')
    .select('message_id')
    .where('key', 'like', `%${keyPart}%`)
    .executeTakeFirst();
  return row?.message_id ?? '';
};

const fields = { kind: 'refund', money: '599 CNY', text: 'We refund the price.', withinDays: '3' };
const proposed = [
  { staff: 'lin', presses: 'take' },
  { staff: 'lin', presses: 'propose-remedy', fields },
];

describe.each(['web', 'slack'] as const)('under an approval on %s', (desk) => {
  it(
    'a note belongs to its complaint [ES-2, AP-2]',
    () =>
      onStage(
        desk,
        async (stage) => {
          const number = await firstNumber(stage);
          const thread = await cardId(stage, '/remedy/');
          await write(stage, { desk, at: 'manager', thread, text: 'Is there a receipt?' });
          const notes = (await readEvents(stage.app.world.db, number)).filter(
            ({ type }) => type === 'NoteAdded',
          );
          expect(notes).toMatchObject([{ text: 'Is there a receipt?', channel: 'manager' }]);
        },
        proposed,
      ),
    60_000,
  );
});

describe.each(channelNames)('what staff write on %s', (desk) => {
  it(
    'in the managers’ thread stays inside, and stands in the team’s thread too [ES-2, ST-3]',
    () =>
      onStage(desk, async (stage) => {
        const number = await firstNumber(stage);
        const thread = await threadOf(stage, `${number}/manager`);
        await write(stage, { desk, at: 'manager', thread, text: 'Please call the police liaison first.' });
        const notes = (await readEvents(stage.app.world.db, number)).filter(
          ({ type }) => type === 'NoteAdded',
        );
        expect(notes).toMatchObject([{ text: 'Please call the police liaison first.', channel: 'manager' }]);
        expect(await textOn(stage, desk, 'team')).toContain('Please call the police liaison first.');
        const heard = await stage.sides.web.complainants.lines('Ann');
        expect(heard.map(({ text }) => text).join('\n')).not.toContain('police liaison');
      }),
    60_000,
  );

  it(
    'in a thread of no complaint is answered once, and kept nowhere',
    () =>
      onStage(desk, async (stage) => {
        const number = await firstNumber(stage);
        const before = (await readEvents(stage.app.world.db, number)).length;
        for (const text of ['Is this the right place?', 'Anybody?'])
          await write(stage, { desk, at: 'manager', thread: unknown[desk], text });
        expect(await answersTo(stage.app.world, desk, 'wu_leader')).toEqual([
          expect.stringMatching(/belongs to no complaint|不属于任何投诉/u),
        ]);
        expect(await readEvents(stage.app.world.db, number)).toHaveLength(before);
      }),
    60_000,
  );
});
