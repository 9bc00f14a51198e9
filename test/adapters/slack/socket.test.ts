import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../../src/faults.ts';
import { command, directMessage, press, submission } from '../../support/slack-server/payloads.ts';
import { newRig, type Rig, startRig, until } from '../../support/slack-server/rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ socket: true });
});
afterEach(() => rig.close());

const databaseDown = async (): Promise<void> => {
  throw new Fault('database-unavailable', 'down', { retryable: true });
};
const databaseUp = async (): Promise<void> => undefined;
const texts = () => rig.received.map((message) => (message.kind === 'text' ? message.text : message.kind));

describe('Socket Mode', () => {
  it('serves no HTTP route for events', () => {
    expect(rig.channel.routes).toEqual([]);
  });

  it('acknowledges an event when it is stored', async () => {
    const gate = Promise.withResolvers<void>();
    rig.beforeStore = () => gate.promise;
    const pushed = rig.slack.push('events_api', directMessage({ text: 'hello' }), 3000);
    await until('the event to reach the store', () => rig.slack.callsOf('users.info').length === 1);
    let acknowledged = false;
    void pushed.then(() => {
      acknowledged = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(acknowledged).toBe(false);
    gate.resolve();
    expect(await pushed).not.toBeNull();
    expect(texts()).toEqual(['hello']);
  });

  it('does not acknowledge while the database is down, and keeps what Slack sends again', async () => {
    const body = directMessage({ text: 'hello' });
    rig.beforeStore = databaseDown;
    expect(await rig.slack.push('events_api', body, 300)).toBeNull();
    rig.beforeStore = databaseUp;
    expect(await rig.slack.push('events_api', body)).not.toBeNull();
    expect(texts()).toEqual(['hello']);
  });

  it('takes presses and commands, and says what is wrong with a form', async () => {
    expect(await rig.slack.push('interactive', press('press:btn_1'))).not.toBeNull();
    expect(await rig.slack.push('slash_commands', command('mine'))).not.toBeNull();
    expect(rig.received).toMatchObject([
      { kind: 'press', buttonId: 'btn_1' },
      { kind: 'command', name: 'mine', address: { place: 'DU2LI' } },
    ]);
    const wrong = submission({
      private_metadata: JSON.stringify({ buttonId: 'btn_1', locale: 'en' }),
      state: { values: { money: { 'money:': { value: 'a lot' } } } },
    });
    expect(await rig.slack.push('interactive', wrong)).toMatchObject({
      payload: { response_action: 'errors', errors: { money: expect.any(String) } },
    });
  });

  it('opens modals before anything else', async () => {
    const body = press('form:btn_1', { trigger_id: rig.slack.trigger() });
    expect(await rig.slack.push('interactive', body)).not.toBeNull();
    expect(rig.slack.state.views.size).toBe(1);
  });

  it('reconnects at once when Slack renews the connection', async () => {
    const [old] = rig.slack.sockets();
    const begun = performance.now();
    old?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    await rig.slack.connected(2);
    expect(performance.now() - begun).toBeLessThan(1500);
    await until('the new connection alone', () => rig.slack.sockets().length === 1 && !old?.isOpen);
    expect(await rig.slack.push('events_api', directMessage({ text: 'after' }))).not.toBeNull();
    expect(texts()).toEqual(['after']);
  });

  it('reconnects when the line breaks, and goes on trying while Slack refuses or is away', async () => {
    rig.slack.fail('apps.connections.open', { kind: 'status', status: 503 });
    rig.slack.fail('apps.connections.open', { kind: 'error', error: 'internal_error' });
    rig.slack.sockets()[0]?.cut();
    await rig.slack.connected(2);
    expect(await rig.slack.push('events_api', directMessage({ text: 'after' }))).not.toBeNull();
    expect(texts()).toEqual(['after']);
  });

  it('loses nothing when the line breaks before the acknowledgement', async () => {
    const body = directMessage({ text: 'once' });
    const gate = Promise.withResolvers<void>();
    rig.beforeStore = () => gate.promise;
    const pushed = rig.slack.push('events_api', body, 300);
    await until('the event to reach the store', () => rig.slack.callsOf('users.info').length === 1);
    rig.slack.sockets()[0]?.cut();
    await rig.slack.connected(2);
    expect(await pushed).toBeNull();
    gate.resolve();
    expect(await rig.slack.push('events_api', body)).not.toBeNull();
    expect(new Set(rig.received.map((message) => message.key)).size).toBe(1);
  });

  it('lives on when the app token is refused at a reconnection', async () => {
    rig.slack.fail('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
    rig.slack.sockets()[0]?.cut();
    await rig.slack.connected(2);
    expect(rig.logged).toContainEqual(
      expect.objectContaining({ level: 'error', data: { code: 'channel-unauthorised' } }),
    );
  });
});

describe('starting in Socket Mode', () => {
  it('is refused with an app token Slack does not know', async () => {
    const other = await newRig({ socket: true, config: { appToken: 'xapp-wrong' } });
    await expect(other.start()).rejects.toMatchObject({ code: 'channel-unauthorised' });
    await other.close();
  });

  it('goes on in the background while Slack is away', async () => {
    const other = await newRig({ socket: true });
    other.slack.fail('auth.test', { kind: 'cut' });
    other.slack.fail('apps.connections.open', { kind: 'cut' });
    await other.start();
    await other.slack.connected();
    expect(await other.slack.push('events_api', directMessage())).not.toBeNull();
    expect(other.received).toHaveLength(1);
    await other.close();
  });

  it('can be stopped while Slack is still away', async () => {
    const other = await newRig({ socket: true });
    other.slack.fail('apps.connections.open', { kind: 'cut' }, 50);
    await other.start();
    await other.close();
    expect(other.slack.sockets()).toEqual([]);
  });
});
