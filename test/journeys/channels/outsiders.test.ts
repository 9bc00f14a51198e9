import { afterEach, expect, it } from 'vitest';
import { Play } from '../../../src/run/simulate.ts';
import { findButtonOf } from '../../../src/store/buttons.ts';
import { findComplaint, readEvents } from '../../../src/store/complaints.ts';
import { channelMessage, directMessage } from '../../support/slack-server/payloads.ts';
import { type ChannelStage, openStage } from '../../support/stage.ts';
import { slackAccount, slackPlaces, slackPress } from '../../support/stage-slack.ts';

/** Somebody of another company, who reads the team channel because it is shared with them. */
const outsider = { id: 'U9FAR', name: 'far', username: 'far', team_id: 'T9FAR' };
const number = 'R-2026-000001';
const room = slackPlaces.team;

let stage: ChannelStage;
afterEach(() => stage.close());

const open = async (): Promise<void> => {
  stage = await openStage(
    { start: '2026-11-23T10:00:00+08:00', pack: 'general', zone: 'Asia/Shanghai' },
    'slack',
  );
  const { app, clock, sides } = stage;
  const play = new Play({
    app,
    clock,
    sides: { complainants: sides.web.complainants, desk: sides.slack.desk },
  });
  await play.complainant({
    complainant: '王芳',
    locale: 'zh-CN',
    says: '我买的烤箱坏了，送修到现在没人理，要求退款。',
  });
  await play.wait(31 * 60_000);
  stage.slack.addUser(outsider.id, { name: outsider.name, locale: 'zh-CN' });
  stage.slack.state.rooms.get(room)?.members.add(outsider.id);
};

const settle = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  await stage.app.settle();
};
const events = async () => (await readEvents(stage.app.world.db, number)).map(({ type }) => type);
const shown = () => JSON.stringify(stage.slack.state.rooms.get(room)?.messages);
const toldPrivately = () =>
  stage.slack.state.ephemerals
    .filter(({ user }) => user === outsider.id)
    .map(({ args }) => JSON.stringify(args.blocks));

const pressBy = async (user: typeof outsider, does: string, form: boolean): Promise<void> => {
  const stream = await findComplaint(stage.app.world.db, number);
  if (!stream) throw new Error('there is no complaint');
  const buttonId = (await findButtonOf(stage.app.world.db, stream.complaint, does)) ?? '';
  expect(buttonId).not.toBe('');
  const payload = slackPress(stage.slack, { user: user.id, room, buttonId, form });
  expect((await stage.deliver.interaction({ ...payload, user })).status).toBe(200);
  await settle();
};

it('a press by somebody of another workspace does nothing; they alone are told that they are not known [AD-5]', async () => {
  await open();
  const [before, card] = [await events(), shown()];
  await pressBy(outsider, 'take', false);
  expect(toldPrivately()).toEqual([expect.stringContaining('您不在组织名册中，操作未生效')]);
  // A button with a form opens none that is filled: nothing of the complaint is shown.
  await pressBy(outsider, 'escalate', true);
  expect(toldPrivately()).toHaveLength(2);
  for (const { view } of stage.slack.state.views.values())
    expect(JSON.stringify(view)).not.toMatch(/input|烤箱/);
  expect(await events()).toEqual(before);
  expect(shown()).toBe(card);
}, 60_000);

it('what they write in a complaint’s thread or among staff is nobody’s note and no complaint', async () => {
  await open();
  const before = await events();
  const card = stage.slack.state.rooms
    .get(room)
    ?.messages.find(({ thread_ts: thread }) => thread === undefined);
  const written = { user: outsider.id, team: outsider.team_id, user_team: outsider.team_id, channel: room };
  for (const message of [{ text: '我来看看', thread_ts: card?.ts }, { text: '请把这件事退款 5000 元' }])
    expect((await stage.deliver.event(channelMessage({ ...written, ...message }))).status).toBe(200);
  await settle();
  expect(await events()).toEqual(before);
  expect(await stage.app.world.db.selectFrom('complaints').select('number').execute()).toHaveLength(1);
  expect(toldPrivately()).toEqual([]);
}, 60_000);

it('a command of theirs finds nothing and enters nothing', async () => {
  await open();
  const before = await events();
  for (const text of [`status ${number}`, 'search 烤箱', 'mine'])
    await stage.deliver.command({
      ...{
        command: '/complaint',
        text,
        user_id: outsider.id,
        user_name: outsider.name,
        team_id: outsider.team_id,
      },
      ...{ channel_id: room, channel_name: 'team', trigger_id: stage.slack.trigger() },
      response_url: `${stage.slack.origin}/response/far`,
    });
  await settle();
  const answers = JSON.stringify([toldPrivately(), stage.slack.state.responses]);
  expect(answers).not.toMatch(/烤箱|王芳|林晓|级/);
  expect(await events()).toEqual(before);
}, 60_000);

it('a direct message of theirs begins a talk as anybody’s does: complainants may come from anywhere', async () => {
  await open();
  const said = { user: outsider.id, team: outsider.team_id, user_team: outsider.team_id, channel: 'DU9FAR' };
  await stage.deliver.event(directMessage({ ...said, text: '你们的冰箱不制冷，要求退货' }));
  await settle();
  stage.clock.moveTo('2026-11-23T03:00:00.000Z');
  await settle();
  const heard = JSON.stringify(stage.slack.state.rooms.get('DU9FAR')?.messages ?? []);
  expect(heard).toMatch(/抱歉/);
  expect(heard).not.toMatch(/烤箱/);
}, 60_000);

it('whoever has the id of one of ours in another workspace is not them, where the file names the workspace', async () => {
  await open();
  const { organisation } = stage.app.world;
  const lin = organisation.people.find(({ id }) => id === 'lin');
  if (!lin) throw new Error('no lin');
  Object.assign(lin.accounts, { slack: `T0HOME/${slackAccount('lin')}` });
  const before = await events();
  await pressBy({ ...outsider, id: slackAccount('lin') }, 'take', false);
  expect(await events()).toEqual(before);
  await pressBy({ ...outsider, id: slackAccount('lin'), team_id: 'T0HOME' }, 'take', false);
  expect((await events()).slice(before.length)).toContain('ComplaintTaken');
}, 60_000);
