import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../../src/faults.ts';
import type { Form } from '../../../src/outbox/message.ts';
import { card } from '../../support/slack-server/outbound.ts';
import {
  command,
  globalShortcut,
  homePress,
  messageShortcut,
  plainEvent,
  press,
  submission,
} from '../../support/slack-server/payloads.ts';
import { type Rig, startRig, until } from '../../support/slack-server/rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const remedyForm: Form = {
  buttonId: 'btn_1',
  locale: 'en',
  title: 'Propose a remedy',
  submit: 'Propose',
  fields: [
    {
      id: 'kind',
      label: 'What',
      kind: 'choice',
      required: true,
      options: [{ value: 'refund', label: 'Refund' }],
    },
    { id: 'money', label: 'How much', kind: 'money', required: false, initial: '100.00 CNY' },
    { id: 'why', label: 'Why', kind: 'text', required: true },
  ],
};

const views = () => [...rig.slack.state.views.values()].map((kept) => kept.view);
const [onlyView, shownText] = [() => views()[0], () => JSON.stringify(views()[0])];
const filled = (words: string) =>
  until(`a view with “${words}”`, () => shownText()?.includes(words) ?? false);
const pressForm = (more: object = {}) =>
  rig.deliver.interaction(press('form:btn_1', { trigger_id: rig.slack.trigger(), ...more }));

describe('a press that needs input', () => {
  it('opens a modal before anything is looked up, and fills it afterwards', async () => {
    rig.desk.forms.set('btn_1', remedyForm);
    rig.desk.slowness = 300;
    expect((await pressForm()).status).toBe(200);
    expect(shownText()).toContain('One moment');
    expect(rig.slack.state.calls.map((call) => call.method).filter((name) => name !== 'auth.test')[0]).toBe(
      'views.open',
    );
    await filled('Propose a remedy');
    expect(rig.slack.callsOf('views.update')[0]).toMatchObject({ hash: expect.stringMatching(/^h/) });
    expect(rig.desk.asked).toEqual([{ buttonId: 'btn_1', sender: 'U2LI' }]);
    expect(rig.received).toEqual([]);
  });

  it('is worded throughout in the language of its form, whatever language Slack runs in for the presser', async () => {
    rig.slack.addUser('U2LI', { locale: 'en-GB' });
    rig.desk.forms.set('btn_1', { ...remedyForm, locale: 'zh-CN' });
    await pressForm();
    await filled('取消');
    expect(shownText()).not.toContain('Cancel');
  });

  it('on a spent button goes to the core as a press, which answers and redraws [AP-2]', async () => {
    await pressForm();
    await filled('Nothing to fill in');
    expect(rig.received).toMatchObject([{ kind: 'press', buttonId: 'btn_1', address: { place: 'C0TEAM' } }]);
    expect(rig.received[0]).not.toHaveProperty('fields');
  });

  it('says so when the form cannot be had', async () => {
    rig.desk.failing = true;
    expect((await pressForm()).status).toBe(200);
    await filled('Could not open');
    expect(rig.received).toEqual([]);
  });

  it('is still answered when its trigger has expired or was used', async () => {
    const response_url = `${rig.slack.origin}/response/late`;
    expect((await pressForm({ trigger_id: rig.slack.trigger(-1), response_url })).status).toBe(200);
    expect(rig.slack.state.responses).toMatchObject([
      { body: { response_type: 'ephemeral', text: expect.stringContaining('once more') } },
    ]);
    expect(views()).toEqual([]);
    const trigger_id = rig.slack.trigger();
    await pressForm({ trigger_id });
    await pressForm({ trigger_id, response_url });
    expect(views()).toHaveLength(1);
    expect(rig.slack.state.responses).toHaveLength(2);
  });

  it('opens while a channel is told to wait: one 429 holds nobody else up', async () => {
    rig.desk.forms.set('btn_1', remedyForm);
    rig.slack.fail('chat.postMessage', { kind: 'rate-limit', seconds: 30 });
    const sending = rig.channel.send({
      message: {
        ...{
          id: 'o1',
          to: { channel: 'slack', place: 'C0TEAM' },
          locale: 'en',
          audience: 'team',
          voice: 'bot',
        },
        text: 'x',
      },
      attempt: 1,
    });
    await expect(sending).rejects.toMatchObject({ code: 'channel-rate-limited', retryAfterSeconds: 30 });
    expect((await pressForm()).status).toBe(200);
    await filled('Propose a remedy');
  });

  it('leaves a view alone that has changed meanwhile', async () => {
    rig.desk.forms.set('btn_1', remedyForm);
    rig.desk.slowness = 200;
    await pressForm();
    for (const kept of rig.slack.state.views.values()) kept.hash = 'changed';
    await until('the update to be tried', () => rig.slack.callsOf('views.update').length === 1);
    expect(shownText()).toContain('One moment');
    expect(rig.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('a submitted form', () => {
  const submit = async (values: object) => {
    rig.desk.forms.set('btn_1', remedyForm);
    await pressForm({ response_url: `${rig.slack.origin}/response/1` });
    await filled('Propose a remedy');
    const { private_metadata } = onlyView() as { private_metadata: string };
    return rig.deliver.interaction(submission({ private_metadata, state: { values } }));
  };
  const values = {
    kind: { choice: { type: 'static_select', selected_option: { value: 'refund' } } },
    money: { 'money:CNY': { type: 'plain_text_input', value: '￥80' } },
    why: { words: { type: 'plain_text_input', value: 'It broke <twice>' } },
  };

  it('is the press it completes, made where the button stands', async () => {
    const response = await submit(values);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(rig.received).toMatchObject([
      {
        kind: 'press',
        buttonId: 'btn_1',
        fields: { kind: 'refund', money: '80 CNY', why: 'It broke <twice>' },
        address: { channel: 'slack', place: 'C0TEAM' },
        answerTo: `${rig.slack.origin}/response/1`,
        from: { id: 'U2LI', team: 'T0HOME' },
      },
    ]);
  });

  it('with something wrong in it stays open and says where', async () => {
    const response = await submit({ ...values, money: { 'money:CNY': { value: 'a lot' } } });
    expect(await response.json()).toEqual({
      response_action: 'errors',
      errors: { money: 'Please write an amount and its currency, for example 120.50 CNY.' },
    });
    expect(rig.received).toEqual([]);
  });

  it('stays open while the database is down', async () => {
    rig.beforeStore = async () => {
      throw new Fault('database-unavailable', 'down', { retryable: true });
    };
    expect((await submit(values)).status).toBe(500);
  });
});

describe('taking a complaint that came by phone [IN-12]', () => {
  const takeForm: Form = {
    buttonId: 'cmd:new',
    locale: 'en',
    title: 'New complaint',
    submit: 'File it',
    fields: [
      { id: 'who', label: 'Who', kind: 'line', required: true },
      { id: 'what', label: 'What happened', kind: 'text', required: true },
    ],
  };
  beforeEach(() => {
    rig.desk.newForm = takeForm;
  });

  it('starts by command, with what was typed already in it', async () => {
    const fields = command('new the lift is stuck', { trigger_id: rig.slack.trigger() });
    expect((await rig.deliver.command(fields)).status).toBe(200);
    await filled('"initial_value":"the lift is stuck"');
    expect(rig.received).toEqual([]);
  });

  it('starts by shortcut', async () => {
    await rig.deliver.interaction(globalShortcut(rig.slack.trigger()));
    await filled('New complaint');
  });

  it('starts from somebody’s message, with its words already in it', async () => {
    await rig.deliver.interaction(messageShortcut(rig.slack.trigger(), 'Water &amp; mud in the cellar'));
    await filled('"initial_value":"Water & mud in the cellar"');
  });

  it('starts from the home tab, and is answered in private', async () => {
    await rig.deliver.interaction(homePress('home:new', { trigger_id: rig.slack.trigger() }));
    await filled('New complaint');
    const { private_metadata } = onlyView() as { private_metadata: string };
    const state = { values: { what: { words: { value: 'mud' } } } };
    await rig.deliver.interaction(submission({ private_metadata, state }));
    expect(rig.received).toMatchObject([
      {
        kind: 'command',
        name: 'new',
        fields: { what: 'mud' },
        address: { place: 'DU2LI' },
        from: { id: 'U2LI' },
      },
    ]);
  });

  it('by someone who is not staff becomes their own talk, in private', async () => {
    rig.desk.newForm = null;
    await rig.deliver.command(command('new my parcel is lost', { trigger_id: rig.slack.trigger() }));
    await filled('Please tell us');
    expect(rig.received).toMatchObject([
      { kind: 'text', text: 'my parcel is lost', address: { place: 'DU2LI' }, from: { id: 'U2LI' } },
    ]);
    await rig.deliver.command(command('new', { trigger_id: rig.slack.trigger() }));
    await until('the command', () => rig.received.length === 2);
    expect(rig.received[1]).toMatchObject({ kind: 'command', name: 'new', address: { place: 'DU2LI' } });
  });
});

describe('the home tab [ST-7]', () => {
  const opened = (tab: string, view?: object) =>
    rig.deliver.event(
      plainEvent({ type: 'app_home_opened', user: 'U2LI', channel: 'DU2LI', tab, ...(view ? { view } : {}) }),
    );

  it('shows a person’s queue with its dates', async () => {
    rig.desk.queueOf = [{ number: 'R-2026-000001', card: card('en'), nextDue: '2026-11-21T08:00:00.000Z' }];
    await opened('home');
    await until('the home tab', () => rig.slack.state.homes.has('U2LI'));
    const shown = JSON.stringify(rig.slack.state.homes.get('U2LI'));
    expect(shown).toContain('R-2026-000001');
    expect(shown).toContain('<!date^1795248000^');
  });

  it('tells people who are not staff how to reach us', async () => {
    await opened('home');
    await until('the home tab', () => rig.slack.state.homes.has('U2LI'));
    expect(JSON.stringify(rig.slack.state.homes.get('U2LI'))).toContain('Messages tab');
  });

  it('is left alone when the messages tab was opened, or when it was drawn anew meanwhile', async () => {
    await opened('messages');
    rig.slack.fail('views.publish', { kind: 'error', error: 'hash_conflict' });
    await opened('home', { hash: 'old' });
    await until('the try', () => rig.slack.callsOf('views.publish').length === 1);
    expect(rig.slack.state.homes.size).toBe(0);
    expect(rig.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
