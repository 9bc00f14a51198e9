import { describe, expect, it } from 'vitest';
import { createIntake } from '../../../src/run/intake.ts';
import { parseScenario } from '../../../src/run/scenario.ts';
import { simulate } from '../../../src/run/simulate.ts';
import { findButtonOf } from '../../../src/store/buttons.ts';
import { findComplaint, readEvents } from '../../../src/store/complaints.ts';
import { type ChannelName, channelNames, type Locale } from '../../../src/terms.ts';
import { accountOn } from '../../support/accounts.ts';
import { answersTo } from '../../support/answers.ts';
import { type ChannelStage, openStage } from '../../support/stage.ts';

const number = 'R-2026-000001';
const said: Readonly<Record<Locale, string>> = {
  'zh-CN': '我买的烤箱坏了，昨天送修到现在没人理，要求退款。',
  en: 'The oven I bought broke, I sent it in yesterday and nobody answers. I want a refund.',
};

const toldIn = (locale: Locale) =>
  parseScenario({
    file: 'presses',
    text: JSON.stringify({
      title: 'A complaint on file',
      steps: [{ complainant: 'Ann', locale, says: said[locale] }, { wait: '31 min' }],
    }),
  });

/** A stage with one complaint in the team channel. */
const onStage = async (
  { desk, locale }: { readonly desk: ChannelName; readonly locale: Locale },
  play: (stage: ChannelStage) => Promise<void>,
): Promise<void> => {
  const scenario = toldIn(locale);
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

const buttonFor = async ({ app }: ChannelStage, action: string): Promise<string> => {
  const stream = await findComplaint(app.world.db, number);
  if (!stream) throw new Error('there is no complaint');
  return (await findButtonOf(app.world.db, stream.complaint, action)) ?? '';
};

interface Pressing {
  readonly desk: ChannelName;
  readonly account: string;
  readonly buttonId: string;
  /** The transport's own name of the press: the same again is the same press. */
  readonly key: string;
}

/** A press as the transport hands it over, through the same entrance. */
const arrives = async ({ app }: ChannelStage, { desk, account, buttonId, key }: Pressing): Promise<void> => {
  await createIntake(app.world)({
    kind: 'press',
    key,
    from: { id: account },
    address: { channel: desk, place: app.world.desks.team.place },
    buttonId,
  });
  await app.settle();
};

const press = async (stage: ChannelStage, desk: ChannelName, staff: string, buttonId: string) => {
  await stage.sides[desk].desk.press({ staff, at: 'team', complaint: number, buttonId, asksForm: false });
  await stage.app.settle();
};

const countOf = async ({ app }: ChannelStage, type: string): Promise<number> =>
  (await readEvents(app.world.db, number)).filter((event) => event.type === type).length;

const words = {
  already: { 'zh-CN': /已经办过|已办|已经/u, en: /done already/ },
  taken: { 'zh-CN': /林晓/u, en: /Lin Xiao has this complaint/ },
  closed: { 'zh-CN': /结案|结束|关闭|归档/u, en: /This file is shut/ },
} as const;

const staged = channelNames.flatMap((desk) => (['zh-CN', 'en'] as const).map((locale) => ({ desk, locale })));

describe.each(staged)('presses on $desk, $locale', ({ desk, locale }) => {
  it(
    'twice by one, and by another: one effect, each answered in words',
    () =>
      onStage({ desk, locale }, async (stage) => {
        const take = await buttonFor(stage, 'take');
        await press(stage, desk, 'lin', take);
        await press(stage, desk, 'lin', take);
        await press(stage, desk, 'chen', take);
        expect(await countOf(stage, 'ComplaintTaken')).toBe(1);
        expect(await answersTo(stage.app.world, desk, 'lin')).toHaveLength(2);
        expect((await answersTo(stage.app.world, desk, 'lin')).at(-1)).toMatch(words.already[locale]);
        expect(await answersTo(stage.app.world, desk, 'chen')).toEqual([
          expect.stringMatching(words.taken[locale]),
        ]);
      }),
    60_000,
  );

  it(
    'delivered again, made up, by a stranger, and by one who may not any more: nothing more happens',
    () =>
      onStage({ desk, locale }, async (stage) => {
        const take = await buttonFor(stage, 'take');
        const lin = accountOn(desk, 'lin');
        const before = (await readEvents(stage.app.world.db, number)).length;
        await arrives(stage, { desk, account: lin, buttonId: take, key: 'again' });
        await arrives(stage, { desk, account: lin, buttonId: take, key: 'again' });
        expect(await countOf(stage, 'ComplaintTaken')).toBe(1);
        expect(await answersTo(stage.app.world, desk, 'lin')).toHaveLength(1);
        await arrives(stage, { desk, account: lin, buttonId: 'b_AAAAAAAAAAAAAAAAAAAAAAAAAA', key: 'forged' });
        await arrives(stage, { desk, account: accountOn(desk, 'he_owner'), buttonId: take, key: 'no-right' });
        const after = await readEvents(stage.app.world.db, number);
        expect(after.slice(before).map(({ type }) => type)).toEqual(['ComplaintTaken']);
        expect((await answersTo(stage.app.world, desk, 'lin')).at(-1)).toMatch(/button|按钮/u);
        expect(await answersTo(stage.app.world, desk, 'he_owner')).toHaveLength(1);
      }),
    60_000,
  );

  it(
    'on the card of yesterday, after the complainant withdrew: says how it stands',
    () =>
      onStage({ desk, locale }, async (stage) => {
        const take = await buttonFor(stage, 'take');
        const { complainants } = stage.sides.web;
        for (const [wait, text] of [
          [1, locale === 'en' ? 'Please withdraw my complaint' : '算了，撤回投诉吧'],
          [2, locale === 'en' ? 'yes' : '是的'],
        ] as const) {
          await complainants.say('Ann', text);
          stage.clock.moveTo(`2026-11-23T0${2 + wait}:00:05.000Z`);
          await stage.app.settle();
          stage.clock.moveTo(`2026-11-23T0${2 + wait}:00:15.000Z`);
          await stage.app.settle();
        }
        expect(await countOf(stage, 'ComplaintWithdrawn')).toBe(1);
        stage.clock.moveTo('2026-11-24T03:00:00.000Z');
        await arrives(stage, { desk, account: accountOn(desk, 'lin'), buttonId: take, key: 'yesterday' });
        expect(await countOf(stage, 'ComplaintTaken')).toBe(0);
        expect((await answersTo(stage.app.world, desk, 'lin')).at(-1)).toMatch(words.closed[locale]);
      }),
    60_000,
  );
});
