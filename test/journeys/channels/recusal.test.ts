import { describe, expect, it } from 'vitest';
import { createIntake } from '../../../src/run/intake.ts';
import { parseScenario } from '../../../src/run/scenario.ts';
import { simulate } from '../../../src/run/simulate.ts';
import { findButtonOf } from '../../../src/store/buttons.ts';
import { findComplaint } from '../../../src/store/complaints.ts';
import { type ChannelName, channelNames, type DeskChannel } from '../../../src/terms.ts';
import { accountOn } from '../../support/accounts.ts';
import { answersTo } from '../../support/answers.ts';
import { type ChannelStage, openStage } from '../../support/stage.ts';

const number = 'R-2026-000001';

/** Told without a name first, so that the card stands in the team channel; the name comes later. */
const laterNamed = (name: string, pack = 'general') =>
  parseScenario({
    file: 'recusal',
    text: JSON.stringify({
      title: 'Named later',
      pack,
      steps: [
        {
          complainant: '业主',
          locale: 'zh-CN',
          says: '昨天在前台，你们的人态度恶劣，骂我是穷鬼，我要投诉。',
        },
        { wait: '31 min' },
        { complainant: '业主', says: `我想起来了，骂我穷鬼的就是${name}，前天他还推过我一把` },
        { wait: '1 min' },
      ],
    }),
  });

type Scenario = ReturnType<typeof laterNamed>;

const onStage = async (
  scenario: Scenario,
  desk: ChannelName,
  play: (stage: ChannelStage) => Promise<void>,
): Promise<void> => {
  const stage = await openStage(scenario, desk);
  try {
    const { app, clock } = stage;
    const sides = { complainants: stage.sides.web.complainants, desk: stage.sides[desk].desk };
    const { failures } = await simulate(scenario, { app, clock, sides });
    expect(failures).toEqual([]);
    await play(stage);
  } finally {
    await stage.close();
  }
};

let sent = 0;

/** The newest answer that went out to this person alone. */
const answerTo = async ({ app }: ChannelStage, channel: ChannelName, staff: string): Promise<string> =>
  (await answersTo(app.world, channel, staff)).at(-1) ?? '';

/** Somebody of the staff types a command and reads the answer that only they see. */
const asks = async (
  stage: ChannelStage,
  question: {
    readonly desk: ChannelName;
    readonly staff: string;
    readonly name: 'search' | 'status' | 'mine';
    readonly text: string;
  },
): Promise<string> => {
  const { desk: channel, staff, name, text } = question;
  const { app } = stage;
  sent += 1;
  await createIntake(app.world)({
    kind: 'command',
    key: `asks:${sent}`,
    from: { id: accountOn(channel, staff) },
    address: { channel, place: app.world.desks.team.place },
    name,
    text,
  });
  await app.settle();
  return answerTo(stage, channel, staff);
};

const textOn = async (stage: ChannelStage, desk: ChannelName, at: DeskChannel): Promise<string> =>
  (await stage.sides[desk].desk.lines(at)).map(({ text }) => text).join('\n');

const presses = async (stage: ChannelStage, desk: ChannelName, staff: string, action: string) => {
  const { app } = stage;
  const stream = await findComplaint(app.world.db, number);
  if (!stream) throw new Error('there is no complaint');
  const buttonId = (await findButtonOf(app.world.db, stream.complaint, action)) ?? '';
  sent += 1;
  await createIntake(app.world)({
    kind: 'press',
    key: `press:${sent}`,
    from: { id: accountOn(desk, staff) },
    address: { channel: desk, place: app.world.desks.team.place },
    buttonId,
  });
  await app.settle();
  return answerTo(stage, desk, staff);
};

const seesNothing = async (stage: ChannelStage, desk: ChannelName, staff: string): Promise<void> => {
  const none = /没有|未找到|找不到|不存在/u;
  expect(await asks(stage, { desk, staff, name: 'search', text: '穷鬼' })).toMatch(none);
  expect(await asks(stage, { desk, staff, name: 'status', text: number })).toMatch(none);
  expect(await asks(stage, { desk, staff, name: 'mine', text: '' })).not.toContain(number);
  expect(await presses(stage, desk, staff, 'take')).toContain('回避');
  const viewer = { channel: desk, sender: { id: accountOn(desk, staff) } };
  const buttonId = `${await findButtonOf(
    stage.app.world.db,
    (await findComplaint(stage.app.world.db, number))?.complaint ?? expect.fail(),
    'regrade',
  )}`;
  expect(await stage.app.desk.form(buttonId, viewer)).toBeNull();
  expect(JSON.stringify(await stage.app.desk.queue(viewer, 'zh-CN'))).not.toContain(number);
  for (const at of ['team', 'manager'] as const) {
    const page = await stage.app.desk.messages(at, null, staff);
    expect(JSON.stringify(page)).not.toContain(number);
  }
};

describe.each(channelNames)('somebody named later, staff on %s [ST-6, S1.13]', (desk) => {
  it.each(['陈宇', '小陈'])(
    'as %s: what stood in the team channel is emptied, and they find, open and take nothing',
    (name) =>
      onStage(laterNamed(name), desk, async (stage) => {
        const team = await textOn(stage, desk, 'team');
        expect(team).not.toContain('推过我一把');
        expect(team).not.toContain('骂我是穷鬼');
        expect(team).toContain('已移至其他渠道办理');
        expect(await textOn(stage, desk, 'manager')).toContain('推过我一把');
        await seesNothing(stage, desk, 'chen');
      }),
    60_000,
  );

  it(
    'with those of their line where the law says so: only the independent person reads on [CN 2020-3]',
    () =>
      onStage(laterNamed('陈宇', 'bank+cn-finance'), desk, async (stage) => {
        const file = (await findComplaint(stage.app.world.db, number))?.complaint;
        expect([...(file?.recusals ?? [])].sort()).toEqual(['chen', 'zhou_head']);
        for (const at of ['team', 'manager'] as const)
          expect(await textOn(stage, desk, at)).not.toMatch(/推过我一把|骂我是穷鬼/u);
        await seesNothing(stage, desk, 'zhou_head');
        const rows = await stage.app.world.db
          .selectFrom('outbox')
          .select('place')
          .where('complaint', '=', number)
          .where('place', '=', accountOn(desk, 'sun_independent'))
          .execute();
        if (desk !== 'web') expect(rows.length).toBeGreaterThan(0);
      }),
    60_000,
  );
});
