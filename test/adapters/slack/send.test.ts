import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../../../src/outbox/message.ts';
import type { Delivery } from '../../../src/ports.ts';
import { card, longCard, outbound } from '../../support/slack-server/outbound.ts';
import { type Rig, startRig } from '../../support/slack-server/rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const send = (message: Partial<OutboundMessage> = {}, delivery: Partial<Delivery> = {}) =>
  rig.channel.send({ message: outbound(message), attempt: 1, ...delivery });
const room = (id = 'C0TEAM') => rig.slack.state.rooms.get(id)?.messages ?? [];
const lost = { kind: 'lose-answer' } as const;

describe('a message', () => {
  it('is posted once with its outbox id, and nothing in it for Slack to interpret', async () => {
    const sent = await send({ text: 'hello', opensThread: { key: 'k', title: 't' } });
    expect(room()).toHaveLength(1);
    expect(sent).toEqual({ messageId: room()[0]?.ts, threadId: room()[0]?.ts });
    expect(rig.slack.callsOf('chat.postMessage')).toMatchObject([
      {
        channel: 'C0TEAM',
        text: 'hello',
        metadata: { event_type: 'redress', event_payload: { id: 'out_1', part: 0 } },
        mrkdwn: 'false',
        parse: 'none',
        link_names: 'false',
        unfurl_links: 'false',
        unfurl_media: 'false',
      },
    ]);
  });

  it('goes into its thread', async () => {
    const { messageId } = await send({ opensThread: { key: 'k', title: 't' } });
    const reply = await send({ id: 'out_2', inThread: 'k' }, { thread: messageId });
    expect(room()[1]).toMatchObject({ ts: reply.messageId, thread_ts: messageId });
    expect(reply.threadId).toBeUndefined();
  });

  it('to a person goes to the direct talk with them', async () => {
    await send({ to: { channel: 'slack', place: 'U1MEI' }, audience: 'complainant' });
    expect(room('DU1MEI')).toHaveLength(1);
  });

  it('too long for one message goes on below, whole', async () => {
    await send({
      to: { channel: 'slack', place: 'DU1MEI' },
      audience: 'complainant',
      text: 'word '.repeat(8000),
    });
    expect(room('DU1MEI').length).toBeGreaterThan(1);
    expect(room('DU1MEI').every((message) => message.thread_ts === undefined)).toBe(true);
    expect(JSON.stringify(room('DU1MEI').map((message) => message.blocks)).match(/word/g)).toHaveLength(8000);
  });

  it('keeps to one message a second in a channel', () => {
    expect(rig.channel.pace(outbound())).toEqual({ everyMs: 1000, perMinute: 50 });
  });
});

describe('a lost answer', () => {
  it('is uncertain at first; the second try finds the message and does not post it again', async () => {
    rig.slack.fail('chat.postMessage', lost);
    await expect(send()).rejects.toMatchObject({ code: 'answer-uncertain', retryable: true });
    const sent = await send({}, { attempt: 2 });
    expect(room()).toHaveLength(1);
    expect(sent.messageId).toBe(room()[0]?.ts);
  });

  it('in a long thread is found too', async () => {
    const head = await send({ opensThread: { key: 'k', title: 't' } });
    for (let index = 0; index < 450; index += 1)
      rig.slack.state.rooms.get('C0TEAM')?.messages.push({
        ...{
          ts: `1795248000.9${String(index).padStart(5, '0')}`,
          user: 'U2LI',
          text: 'note',
          blocks: [],
          edits: 0,
        },
        thread_ts: head.messageId,
      });
    rig.slack.fail('chat.postMessage', lost);
    await expect(send({ id: 'out_2' }, { thread: head.messageId })).rejects.toMatchObject({
      code: 'answer-uncertain',
    });
    await send({ id: 'out_2' }, { thread: head.messageId, attempt: 2 });
    expect(room().filter((message) => JSON.stringify(message.metadata ?? '').includes('out_2'))).toHaveLength(
      1,
    );
  });

  it('of a message that never arrived is posted at the second try', async () => {
    rig.slack.fail('chat.postMessage', { kind: 'cut' });
    await expect(send()).rejects.toMatchObject({ code: 'answer-uncertain' });
    await send({}, { attempt: 2 });
    expect(room()).toHaveLength(1);
  });

  it('is not replaced by a guess: while Slack cannot be asked, nothing is posted', async () => {
    rig.slack.fail('chat.postMessage', lost);
    await expect(send()).rejects.toMatchObject({ code: 'answer-uncertain' });
    rig.slack.fail('conversations.history', { kind: 'rate-limit', seconds: 7 });
    await expect(send({}, { attempt: 2 })).rejects.toMatchObject({
      code: 'channel-rate-limited',
      retryAfterSeconds: 7,
    });
    expect(room()).toHaveLength(1);
  });

  it('in the middle of a long message is made up for without repeating its parts', async () => {
    const message = { card: longCard('en', 'x'), opensThread: { key: 'k', title: 't' } };
    await send(message);
    const whole = room().length;
    expect(whole).toBeGreaterThan(2);
    rig.slack.addRoom('C0TEAM');
    rig.slack.fail('chat.postMessage', { kind: 'slow', milliseconds: 0 }, 2);
    rig.slack.fail('chat.postMessage', lost);
    await expect(send(message)).rejects.toMatchObject({ code: 'answer-uncertain' });
    expect(room()).toHaveLength(3);
    await send(message, { attempt: 2 });
    expect(room()).toHaveLength(whole);
  });

  it('of the rest of a message, when Slack asks to wait, does not begin it again', async () => {
    const message = { card: longCard('en', 'x'), opensThread: { key: 'k', title: 't' } };
    rig.slack.fail('chat.postMessage', { kind: 'slow', milliseconds: 0 });
    rig.slack.fail('chat.postMessage', { kind: 'rate-limit', seconds: 9 });
    await expect(send(message)).rejects.toMatchObject({ code: 'answer-uncertain', retryAfterSeconds: 9 });
    await send(message, { attempt: 2 });
    expect(room().filter((each) => each.thread_ts === undefined)).toHaveLength(1);
    const parts = room().map((each) => JSON.stringify(each.metadata));
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts.length).toBeGreaterThan(3);
  });

  it.each([
    ['a 500', { kind: 'status', status: 500 }],
    ['“some of it may have succeeded”', { kind: 'error', error: 'fatal_error' }],
    ['an internal error', { kind: 'error', error: 'internal_error' }],
  ] as const)('is also what %s is', async (_, fault) => {
    rig.slack.fail('chat.postMessage', fault);
    await expect(send()).rejects.toMatchObject({ code: 'answer-uncertain', retryable: true });
  });
});

describe('a refusal', () => {
  it.each([
    ['ratelimited', 'channel-rate-limited', true],
    ['channel_not_found', 'channel-rejected', false],
    ['not_in_channel', 'channel-rejected', false],
    ['is_archived', 'channel-rejected', false],
    ['restricted_action', 'channel-rejected', false],
    ['an_error_of_next_year', 'channel-rejected', false],
    ['token_revoked', 'channel-unauthorised', false],
    ['account_inactive', 'channel-unauthorised', false],
    ['invalid_auth', 'channel-unauthorised', false],
    ['missing_scope', 'channel-unauthorised', false],
    ['user_is_blocked', 'recipient-unreachable', false],
    ['cannot_dm_bot', 'recipient-unreachable', false],
    ['messages_tab_disabled', 'recipient-unreachable', false],
    ['msg_too_long', 'message-invalid', false],
    ['msg_blocks_too_long', 'message-invalid', false],
    ['invalid_blocks', 'message-invalid', false],
    ['metadata_too_large', 'message-invalid', false],
  ])('%s is %s', async (error, code, retryable) => {
    rig.slack.fail('chat.postMessage', { kind: 'error', error });
    await expect(send()).rejects.toMatchObject({ name: 'Fault', code, retryable });
  });

  it('says how long to wait, as Slack said', async () => {
    rig.slack.fail('chat.postMessage', { kind: 'rate-limit', seconds: 12 });
    await expect(send()).rejects.toMatchObject({ code: 'channel-rate-limited', retryAfterSeconds: 12 });
    expect(rig.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('of an archived channel, a revoked token, a person who left', async () => {
    const team = rig.slack.state.rooms.get('C0TEAM');
    if (team) team.archived = true;
    await expect(send()).rejects.toMatchObject({ code: 'channel-rejected' });
    rig.slack.addUser('U3GONE', { deleted: true });
    await expect(send({ to: { channel: 'slack', place: 'U3GONE' } })).rejects.toMatchObject({
      code: 'recipient-unreachable',
    });
    rig.slack.state.revoked.add('xoxb-home');
    await expect(send()).rejects.toMatchObject({ code: 'channel-unauthorised' });
  });

  it('is certain when the connection was never made', async () => {
    await rig.slack.close();
    await expect(send()).rejects.toMatchObject({ code: 'channel-unavailable', retryable: true });
    await rig.channel.stop();
    rig = await startRig();
  });
});

describe('a live card', () => {
  const drawn = async () => {
    const { messageId } = await send({
      card: card('en'),
      key: 'card',
      opensThread: { key: 'k', title: 't' },
    });
    return messageId;
  };

  it('is redrawn in place', async () => {
    const edits = await drawn();
    const sent = await send({ id: 'out_2', card: card('zh-CN'), key: 'card' }, { edits });
    expect(sent.messageId).toBe(edits);
    expect(room()).toHaveLength(1);
    expect(JSON.stringify(room()[0]?.blocks)).toContain('投诉人原话');
    expect(room()[0]?.edits).toBe(1);
  });

  it('redrawn twice at once ends with the later state, however slow the first is', async () => {
    const edits = await drawn();
    rig.slack.fail('chat.update', { kind: 'slow', milliseconds: 150 });
    const first = send({ id: 'out_2', card: { ...card('en'), footer: 'first' } }, { edits });
    const second = send({ id: 'out_3', card: { ...card('en'), footer: 'second' } }, { edits });
    await Promise.all([first, second]);
    expect(JSON.stringify(room()[0]?.blocks)).toContain('second');
  });

  it('deleted by hand is posted anew rather than lost, once even if the answer is', async () => {
    const edits = await drawn();
    rig.slack.state.rooms.get('C0TEAM')?.messages.splice(0);
    rig.slack.fail('chat.postMessage', lost);
    const message = { id: 'out_2', card: card('en'), opensThread: { key: 'k', title: 't' } };
    await expect(send(message, { edits })).rejects.toMatchObject({ retryable: true });
    const sent = await send(message, { edits, attempt: 2 });
    expect(room()).toHaveLength(1);
    expect(sent).toEqual({ messageId: room()[0]?.ts, threadId: room()[0]?.ts });
  });

  it('whose answer was lost is simply redrawn', async () => {
    const edits = await drawn();
    rig.slack.fail('chat.update', lost);
    await expect(send({ id: 'out_2', card: card('en') }, { edits })).rejects.toMatchObject({
      code: 'channel-unavailable',
      retryable: true,
    });
    await send({ id: 'out_2', card: card('en') }, { edits, attempt: 2 });
    expect(room()).toHaveLength(1);
  });

  it('grown too long goes on in its thread; grown again it redraws the same continuations; shrunk it clears them', async () => {
    const edits = await drawn();
    const long = { key: 'card', opensThread: { key: 'k', title: 't' } };
    await send({ ...long, id: 'out_2', card: longCard('en', 'x') }, { edits });
    const grown = room().length;
    expect(grown).toBeGreaterThan(1);
    expect(
      room()
        .slice(1)
        .every((message) => message.thread_ts === edits),
    ).toBe(true);
    await send({ ...long, id: 'out_3', card: longCard('en', 'y') }, { edits });
    expect(room()).toHaveLength(grown);
    expect(JSON.stringify(room().slice(1))).not.toContain('xxx');
    await send({ ...long, id: 'out_4', card: card('en') }, { edits });
    expect(room()).toHaveLength(grown);
    expect(JSON.stringify(room().slice(1))).not.toContain('yyy');
  });
});

describe('the answer to a press', () => {
  const answer = { senderId: 'U2LI' };

  it('is seen by its presser alone, in the thread of the card', async () => {
    await send({ text: 'Already taken by Wang.', answer }, { thread: '1.1' });
    expect(room()).toEqual([]);
    expect(rig.slack.state.ephemerals).toMatchObject([
      { channel: 'C0TEAM', user: 'U2LI', args: { text: 'Already taken by Wang.', thread_ts: '1.1' } },
    ]);
  });

  it('of a press within a thread is shown in that thread', async () => {
    await send({ answer: { senderId: 'U2LI', to: `${rig.slack.origin}/response/1#thread=7.7` } });
    await send({ answer: { senderId: 'U2LI', to: '#thread=8.8' } });
    expect(rig.slack.state.ephemerals.map(({ args }) => args.thread_ts)).toEqual(['7.7', '8.8']);
  });

  it('goes the way the press came where the presser is no member of the channel', async () => {
    const to = `${rig.slack.origin}/response/9#thread=7.7`;
    await send({ text: 'Not yours to decide.', answer: { senderId: 'U1MEI', to } });
    expect(rig.slack.state.responses).toMatchObject([
      { body: { text: 'Not yours to decide.', response_type: 'ephemeral', replace_original: false } },
    ]);
    expect(room()).toEqual([]);
    expect(room('DU1MEI')).toEqual([]);
  });

  it('goes to them directly when nothing else is left, never into the open', async () => {
    await send({ answer: { senderId: 'U1MEI', to: `${rig.slack.origin}/nowhere` } });
    expect(room('DU1MEI')).toHaveLength(1);
    expect(room()).toEqual([]);
  });

  it('in a direct talk is simply said there, once', async () => {
    const message = { to: { channel: 'slack', place: 'DU2LI' }, answer } as const;
    rig.slack.fail('chat.postMessage', lost);
    await expect(send(message)).rejects.toMatchObject({ code: 'answer-uncertain' });
    await send(message, { attempt: 2 });
    expect(room('DU2LI')).toHaveLength(1);
  });
});

describe('files to send', () => {
  const bytes = new Uint8Array([1, 2, 3, 4]);
  const put = () => rig.files.put({ name: 'broken.png', mediaType: 'image/png', bytes });
  const shared = () => room().flatMap((message) => message.files ?? []);

  it('follow their message into its thread', async () => {
    const files = [await put(), await put()];
    await send({ text: 'Two photos', files }, { thread: '1.1' });
    expect(room().map((message) => message.thread_ts)).toEqual(['1.1', '1.1']);
    expect(shared()).toMatchObject([{ name: 'broken.png', size: 4 }, { name: 'broken.png' }]);
    expect([...rig.slack.state.files.values()].map((file) => file.bytes)).toEqual([bytes, bytes]);
  });

  it('are shared once though the answer is lost', async () => {
    const message = { files: [await put()] };
    rig.slack.fail('files.completeUploadExternal', lost);
    await expect(send(message)).rejects.toMatchObject({ code: 'answer-uncertain' });
    await send(message, { attempt: 2 });
    expect(shared()).toHaveLength(1);
    expect(room()).toHaveLength(2);
  });

  it('are tried again when they could not be shared', async () => {
    const message = { files: [await put()] };
    rig.slack.fail('files.getUploadURLExternal', { kind: 'status', status: 503 });
    await expect(send(message)).rejects.toMatchObject({ retryable: true });
    await send(message, { attempt: 2 });
    expect(shared()).toHaveLength(1);
    expect(room()).toHaveLength(2);
  });
});
