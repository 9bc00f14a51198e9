import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { Play } from '../../../src/run/simulate.ts';
import { takeOneTurn } from '../../../src/run/turns.ts';
import { readEvents } from '../../../src/store/complaints.ts';
import { leaseMessages } from '../../../src/store/outbox.ts';
import type { ChannelName } from '../../../src/terms.ts';
import { type ChannelStage, openStage } from '../../support/stage.ts';
import { slackPlaces } from '../../support/stage-slack.ts';
import { firstComplainant, telegramPlaces } from '../../support/stage-telegram.ts';

let stage: ChannelStage;
afterEach(() => stage.close());

const start = { start: '2026-11-23T10:00:00+08:00', pack: 'general', zone: 'Asia/Shanghai' } as const;

const open = async (complainants: ChannelName, desk: ChannelName): Promise<Play> => {
  stage = await openStage(start, desk);
  const { app, clock, sides } = stage;
  const both = { complainants: sides[complainants].complainants, desk: sides[desk].desk };
  return new Play({ app, clock, sides: both });
};

const complained = {
  complainant: '王芳',
  locale: 'zh-CN',
  says: '我买的电饭煲是坏的，外壳都裂了，要退款！订单号 20261115888123',
} as const;

const told = /未能送达/;

describe('a complainant who blocked the bot', () => {
  it.each(['slack', 'telegram'] as const)(
    'is seen in the thread on %s, stands in the file and is counted',
    async (desk) => {
      const play = await open('telegram', desk);
      await play.complainant(complained);
      await play.wait(31 * 60_000);
      const number = (await play.complaintOf('王芳')) ?? '';
      const chat = stage.telegram.world.chat(firstComplainant);
      expect(chat.standing).toBe('open');
      chat.standing = 'blocked';

      await play.staff({ staff: 'lin', presses: 'take' });
      await play.staff({
        staff: 'lin',
        presses: 'reply',
        fields: { purpose: 'update', text: '您好，我正在核实。' },
      });
      await play.staff({ staff: 'lin', presses: 'send-reply' });
      await play.wait(5000);
      expect(play.failures).toEqual([]);

      const events = await readEvents(stage.app.world.db, number);
      expect(events.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['ContactFailed', 'ReachabilityNoted']),
      );
      expect(events.filter(({ type }) => type === 'ContactFailed')).toHaveLength(1);
      const room = stage.slack.state.rooms.get(slackPlaces.team)?.messages ?? [];
      const threads = {
        slack: room.filter(({ text }) => told.test(text)).map(({ thread_ts }) => thread_ts),
        telegram: stage.telegram
          .posts(telegramPlaces.team)
          .filter(({ text }) => told.test(text))
          .map(({ topic }) => topic),
      }[desk];
      expect(threads.length).toBeGreaterThan(0);
      expect(threads).not.toContain(undefined);
      expect(await stage.app.world.metrics.text()).toMatch(
        /redress_messages_total\{channel="telegram",result="parked"\} 1\b/,
      );
    },
  );
});

const secondsFrom = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

const leaseSeconds = 3;

/** Takes the next message as a process would that dies right after the transport took it, before it could say so. */
const sendAndDie = async (channel: ChannelName): Promise<string> => {
  const { world } = stage.app;
  const now = stage.clock.now();
  const seconds = { web: leaseSeconds, slack: leaseSeconds, telegram: leaseSeconds };
  const [taken] = await leaseMessages(world.db, { now, seconds, limit: 1 });
  if (!taken) throw new Error('Nothing waits to be sent');
  await world.channels.get(channel)?.send({ message: taken.message, attempt: taken.attempts + 1 });
  return taken.id;
};

const stateOf = async (id: string): Promise<unknown> => {
  const { rows } = await sql<{ state: string }>`select state from outbox where id = ${id}`.execute(
    stage.app.world.db,
  );
  return rows[0]?.state;
};

describe('a process that dies when the transport has the message and nobody has written so', () => {
  /** The answer to a first message waits to be sent. */
  const answerQueued = async (channel: ChannelName): Promise<Play> => {
    const play = await open(channel, 'web');
    await play.open('王芳', 'zh-CN');
    await play.speak('王芳', complained.says);
    stage.clock.moveTo(secondsFrom(stage.clock.now(), 2));
    while (await takeOneTurn(stage.app.world)) {}
    return play;
  };

  const answers = async (play: Play): Promise<readonly string[]> =>
    (await play.linesOf('王芳')).filter(({ who }) => who === 'bot').map(({ text }) => text);

  /** Finds the message left behind when its lease has run out, on the database's clock, and not before. */
  const otherProcess = async (id: string): Promise<void> => {
    stage.clock.moveTo(secondsFrom(stage.clock.now(), 90));
    await stage.app.settle();
    expect(await stateOf(id)).toBe('waiting');
    await wait(leaseSeconds * 1000);
    await stage.app.settle();
  };

  it('is not answered for twice on Slack: the message is looked up by its id', async () => {
    const play = await answerQueued('slack');
    const id = await sendAndDie('slack');
    expect(await answers(play)).toHaveLength(1);
    await otherProcess(id);
    expect(await stateOf(id)).toBe('sent');
    const texts = await answers(play);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('may be answered for twice on Telegram, and is marked so', async () => {
    const play = await answerQueued('telegram');
    const id = await sendAndDie('telegram');
    expect(await answers(play)).toHaveLength(1);
    await otherProcess(id);
    expect(await stateOf(id)).toBe('uncertain');
  });
});
