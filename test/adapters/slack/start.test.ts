import { describe, expect, it } from 'vitest';
import { createSlackChannel } from '../../../adapters/slack/index.ts';
import { directMessage } from '../../support/slack-server/payloads.ts';
import { newRig, type Rig, startRig } from '../../support/slack-server/rig.ts';

const closing = async (rig: Rig, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } finally {
    await rig.close();
  }
};

describe('starting', () => {
  it('is refused with a token Slack does not know', async () => {
    const rig = await newRig({ config: { botToken: 'xoxb-wrong' } });
    await closing(rig, async () => {
      await expect(rig.start()).rejects.toMatchObject({ code: 'channel-unauthorised', retryable: false });
    });
  });

  it('goes on while Slack is away; events are refused until it can be asked who we are, then stored', async () => {
    const rig = await newRig();
    await closing(rig, async () => {
      rig.slack.fail('auth.test', { kind: 'cut' }, 2);
      await rig.start();
      const body = directMessage();
      expect((await rig.deliver.event(body)).status).toBe(500);
      expect(rig.received).toEqual([]);
      expect((await rig.deliver.event(body, { retry: 1 })).status).toBe(200);
      expect(rig.received).toHaveLength(1);
    });
  });

  it('has not happened: events are refused, so that Slack sends them again', async () => {
    const rig = await newRig();
    await closing(rig, async () => {
      expect((await rig.deliver.event(directMessage())).status).toBe(503);
    });
  });

  it('has ended: events are refused', async () => {
    const rig = await startRig();
    await closing(rig, async () => {
      await rig.channel.stop();
      expect((await rig.deliver.event(directMessage())).status).toBe(503);
    });
  });

  it.each([
    ['no token and no client', { signingSecret: 's' }],
    ['nothing that proves deliveries', { botToken: 'xoxb-1' }],
    ['a client without its secrets', { signingSecret: 's', clientId: '1' }],
  ])('cannot be asked for with %s', async (_, config) => {
    const { channelOptions, ...rig } = await newRig();
    await rig.slack.close();
    expect(() => createSlackChannel({ ...channelOptions, config })).toThrowError(
      expect.objectContaining({ code: 'config-invalid' }),
    );
    await rig.close();
  });
});
