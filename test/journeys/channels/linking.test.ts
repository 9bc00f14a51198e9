import { afterEach, expect, it } from 'vitest';
import { Play } from '../../../src/run/simulate.ts';
import { readEvents } from '../../../src/store/complaints.ts';
import { findTalk } from '../../../src/store/talks.ts';
import type { ChannelName } from '../../../src/terms.ts';
import { type ChannelStage, openStage } from '../../support/stage.ts';

let stage: ChannelStage;
afterEach(() => stage.close());

const start = { start: '2026-11-23T10:00:00+08:00', pack: 'general', zone: 'Asia/Shanghai' } as const;

/** One person with an account on every channel. */
const appear = async () => {
  stage = await openStage(start, 'slack');
  const { app, clock, sides } = stage;
  const play = new Play({ app, clock, sides: { ...sides.web, desk: sides.slack.desk } });
  const talks: Record<ChannelName, string> = { web: '', slack: '', telegram: '' };
  for (const channel of ['web', 'slack', 'telegram'] as const)
    talks[channel] = await sides[channel].complainants.open('Jane', 'en');
  const heard = async (channel: ChannelName) =>
    (await sides[channel].complainants.lines('Jane'))
      .filter(({ who }) => who === 'bot')
      .map(({ text }) => text);
  return {
    play,
    say: async (channel: ChannelName, text: string) => {
      const before = (await heard(channel)).length;
      await sides[channel].complainants.say('Jane', text);
      await play.wait(2000);
      return (await heard(channel)).slice(before).join('\n');
    },
    heard,
    talk: (channel: ChannelName) => findTalk(app.world.db, talks[channel]),
  };
};

const codeIn = (text: string): string => /\b[A-Z2-9]{8}\b/.exec(text)?.[0] ?? '';

it('carries one complaint from web to Telegram to Slack by codes, and answers where the person is', async () => {
  const jane = await appear();
  await jane.say('web', 'My parcel never arrived, order 20261109-4471, and nobody answers!');
  await jane.play.wait(31 * 60_000);
  const number = (await jane.talk('web'))?.complaint ?? '';
  expect(number).toMatch(/^R-2026-/);

  const code = codeIn(await jane.say('web', 'link'));
  expect(await jane.say('telegram', `/link ${code}`)).toContain(number);
  expect((await jane.heard('web')).at(-1)).toMatch(/another|other/i);
  const next = codeIn(await jane.say('telegram', '关联'));
  expect(next).not.toBe(code);
  expect(await jane.say('slack', `link ${next}`)).toContain(number);

  const talks = [await jane.talk('web'), await jane.talk('telegram'), await jane.talk('slack')];
  expect(new Set(talks.map((talk) => talk?.complainantId)).size).toBe(1);
  expect(talks.map((talk) => talk?.complaint)).toEqual([number, number, number]);

  await jane.say('slack', 'The carrier left a note at my old address.');
  const events = await readEvents(stage.app.world.db, number);
  expect(events.filter(({ type }) => type === 'ComplaintReceived')).toHaveLength(1);
  expect(JSON.stringify(events.at(-1))).toContain('old address');
});

it('links nobody by a guess, a used code or an old one', async () => {
  const jane = await appear();
  await jane.say('web', 'My parcel never arrived, order 20261109-4471, and nobody answers!');
  await jane.play.wait(31 * 60_000);
  const number = (await jane.talk('web'))?.complaint ?? '';
  expect(await jane.say('slack', 'link ABCDEFGH')).not.toContain(number);

  const code = codeIn(await jane.say('web', 'link'));
  expect(await jane.say('telegram', `link ${code}`)).toContain(number);
  expect(await jane.say('slack', `link ${code}`)).not.toContain(number);

  const old = codeIn(await jane.say('web', 'link'));
  await jane.play.wait(16 * 60_000);
  expect(await jane.say('slack', `link ${old}`)).not.toContain(number);
  expect((await jane.talk('slack'))?.complainantId).not.toBe((await jane.talk('web'))?.complainantId);
});
