import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../adapters/slack/commands.ts';
import { decodeText, escapeText, shorten, splitText } from '../../../adapters/slack/markup.ts';
import {
  readAnswerAddress,
  receiveCommand,
  receiveMessage,
  receivePresses,
  routeOf,
} from '../../../adapters/slack/receive.ts';
import {
  changedMessage,
  channelMessage,
  command,
  deletedMessage,
  directMessage,
  homePress,
  mention,
  press,
} from '../../support/slack-server/payloads.ts';

const ourselves = { botUserId: 'U0BOT', botId: 'B0BOT' };

describe('a message', () => {
  it('arrives from a direct talk with sender, place, team and time [IN-1]', () => {
    const body = directMessage({ ts: '1795244400.123456', text: '洗衣机又坏了，我要退款' });
    expect(receiveMessage(body, ourselves)).toEqual({
      arrival: {
        kind: 'text',
        key: 'slack:T0HOME:DU1MEI:1795244400.123456',
        from: { id: 'U1MEI', team: 'T0HOME' },
        address: { channel: 'slack', place: 'DU1MEI' },
        route: 'T0HOME',
        sentAt: '2026-11-21T07:00:00.123Z',
        messageId: '1795244400.123456',
        text: '洗衣机又坏了，我要退款',
      },
      files: [],
      said: 'direct',
    });
  });

  it('has one key whether it comes as message or as mention, and goes on in private either way [S2.4]', () => {
    const ts = '1795244400.000777';
    const one = receiveMessage(mention({ ts }), ourselves);
    const other = receiveMessage(channelMessage({ ts, text: '<@U0BOT> my parcel never came' }), ourselves);
    expect(one?.arrival.key).toBe(other?.arrival.key);
    expect(one).toMatchObject({ said: 'mention', arrival: { text: 'my parcel never came' } });
    expect(other).toMatchObject({ said: 'mention', arrival: { text: 'my parcel never came' } });
  });

  it('in a shared channel without our name is only overheard', () => {
    expect(receiveMessage(channelMessage({ text: 'lunch?' }), ourselves)).toMatchObject({
      said: 'overheard',
    });
  });

  it('from a thread says which', () => {
    const body = channelMessage({ thread_ts: '1795244000.000001' });
    expect(receiveMessage(body, ourselves)?.arrival.thread).toBe('1795244000.000001');
  });

  it('from another organisation keeps the team of its sender and our own way back [IN-1]', () => {
    const body = channelMessage(
      { user: 'U9EXT', user_team: 'T9EXT', team: 'T9EXT' },
      { team_id: 'T9EXT', context_team_id: 'T0HOME', is_ext_shared_channel: true },
    );
    expect(receiveMessage(body, ourselves)?.arrival).toMatchObject({
      from: { id: 'U9EXT', team: 'T9EXT' },
      route: 'T0HOME',
    });
  });

  it.each([
    ['our own', { user: 'U0BOT' }],
    ['another bot', { bot_id: 'B9', user: 'U9' }],
    ['a bot without a user', { subtype: 'bot_message', user: undefined, bot_id: 'B9' }],
    ['a join notice', { subtype: 'channel_join' }],
    ["Slack's own helper", { user: 'USLACKBOT' }],
    ['nothing at all', { text: '' }],
    ['no channel', { channel: undefined }],
  ])('is left out when it is %s', (_, message) => {
    expect(receiveMessage(directMessage(message), ourselves)).toBeNull();
  });

  it('carries its files by name, and which of them must be asked for [IN-7]', () => {
    const files = [
      {
        id: 'F1',
        name: 'broken.png',
        mimetype: 'image/png',
        size: 12,
        url_private_download: 'https://files.slack.com/F1',
      },
      { id: 'F2', file_access: 'check_file_info' },
      { id: 'F3', name: 'plan.gdoc', mode: 'external', url_private: 'https://docs.example.com/x' },
      { id: 'F4', mode: 'tombstone' },
    ];
    const received = receiveMessage(directMessage({ subtype: 'file_share', text: '', files }), ourselves);
    expect(received).toMatchObject({
      arrival: { text: '' },
      files: [
        {
          id: 'F1',
          name: 'broken.png',
          mediaType: 'image/png',
          bytes: 12,
          url: 'https://files.slack.com/F1',
          mustAsk: false,
        },
        { id: 'F2', name: 'F2', mustAsk: true },
        { name: 'plan.gdoc', mustAsk: false },
        { name: 'F4' },
      ],
    });
    const urls = received && 'files' in received ? received.files.map((file) => file.url) : [];
    expect(urls.slice(1)).toEqual([undefined, undefined, undefined]);
  });

  it('passes on the words of a forwarded message', () => {
    const attachments = [
      { is_share: true, text: 'The lift is stuck &amp; nobody comes' },
      { text: 'a preview' },
    ];
    const received = receiveMessage(directMessage({ text: 'see this', attachments }), ourselves);
    expect(received?.arrival).toMatchObject({ text: 'see this\nThe lift is stuck & nobody comes' });
  });
});

describe('a change afterwards', () => {
  it('is an edit of the same message with the new words [IN-8]', () => {
    const body = changedMessage('I paid 100', 'I paid 1000', { ts: '1795244400.000009' });
    expect(receiveMessage(body, ourselves)?.arrival).toMatchObject({
      kind: 'edit',
      key: expect.stringMatching(/^slack:Ev/),
      messageId: '1795244400.000009',
      text: 'I paid 1000',
      from: { id: 'U1MEI', team: 'T0HOME' },
      address: { channel: 'slack', place: 'DU1MEI' },
    });
  });

  it('is nothing when only a link preview was added', () => {
    expect(receiveMessage(changedMessage('see https://a.b', 'see https://a.b'), ourselves)).toBeNull();
  });

  it('is nothing when it is our own card being redrawn', () => {
    const body = changedMessage('old card', 'new card', { user: 'U0BOT', bot_id: 'B0BOT' });
    expect(receiveMessage(body, ourselves)).toBeNull();
  });

  it('is a deletion when the message is gone, with replies or without [IN-8]', () => {
    const deleted = receiveMessage(deletedMessage({ ts: '1795244400.000010' }), ourselves);
    expect(deleted?.arrival).toMatchObject({ kind: 'deletion', messageId: '1795244400.000010' });
    const tombstone = changedMessage('my words', 'This message was deleted.', { ts: '1795244400.000011' });
    const event = tombstone.event as { message: object };
    const body = { ...tombstone, event: { ...event, message: { ...event.message, subtype: 'tombstone' } } };
    expect(receiveMessage(body, ourselves)?.arrival).toMatchObject({
      kind: 'deletion',
      messageId: '1795244400.000011',
    });
  });
});

describe('a press', () => {
  it('is its button, by whom and where, once for each time it is pressed', () => {
    const body = press('press:btn_42', { response_url: 'https://hooks.slack.com/actions/x' });
    const [one, ...more] = receivePresses(body, 'C0TEAM');
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      kind: 'press',
      buttonId: 'btn_42',
      from: { id: 'U2LI', team: 'T0HOME', name: 'li' },
      address: { channel: 'slack', place: 'C0TEAM' },
      route: 'T0HOME',
      answerTo: 'https://hooks.slack.com/actions/x',
    });
    expect(receivePresses(body, 'C0TEAM')[0]?.key).toBe(one?.key);
    expect(receivePresses(press('press:btn_42'), 'C0TEAM')[0]?.key).not.toBe(one?.key);
  });

  it('within a thread is answered in that thread', () => {
    const container = { type: 'message', message_ts: '2.2', channel_id: 'C0TEAM', thread_ts: '1.1' };
    const [one] = receivePresses(press('press:b', { container, response_url: 'https://h/x' }), 'C0TEAM');
    expect(one).toMatchObject({ thread: '1.1', answerTo: 'https://h/x#thread=1.1' });
    expect(readAnswerAddress(one?.answerTo)).toEqual({ responseUrl: 'https://h/x', thread: '1.1' });
    expect(readAnswerAddress('https://h/x')).toEqual({ responseUrl: 'https://h/x' });
    expect(readAnswerAddress(undefined)).toEqual({});
  });

  it('keeps every action of a payload, not only the first', () => {
    const first = press('press:a');
    const actions = [...(first.actions as object[]), ...(press('press:b').actions as object[])];
    const buttons = receivePresses({ ...first, actions }, 'C0TEAM').map((each) => each.buttonId);
    expect(buttons).toEqual(['a', 'b']);
  });

  it('is nothing on a button that is not ours', () => {
    expect(receivePresses(press('home:new'), 'C0TEAM')).toEqual([]);
    expect(receivePresses(press('press:'), 'C0TEAM')).toEqual([]);
  });

  it('on the home tab is answered in the place given for it', () => {
    const [one] = receivePresses(homePress('press:btn_1'), 'DU2LI');
    expect(one?.address.place).toBe('DU2LI');
  });
});

describe('a command', () => {
  it.each([
    ['new the lift is stuck', 'new', 'the lift is stuck'],
    ['STATUS R-2026-000001', 'status', 'R-2026-000001'],
    ['mine', 'mine', ''],
    ['search  broken   pump', 'search', 'broken pump'],
    ['搜索 水管 漏水', 'search', '水管 漏水'],
    ['我的', 'mine', ''],
    ['link 482913', 'link', '482913'],
    ['help', 'help', ''],
    ['', 'help', ''],
    ['what is this', 'help', 'what is this'],
    ['constructor', 'help', 'constructor'],
  ])('“%s” is %s', (typed, name, text) => {
    expect(parseCommand(typed)).toEqual({ name, text });
  });

  it('belongs to the private place of its sender and is answered where it was typed', () => {
    const body = command('status', {
      trigger_id: 'trig.1',
      response_url: 'https://hooks.slack.com/commands/x',
    });
    expect(receiveCommand(body, 'DU2LI')).toEqual({
      kind: 'command',
      key: 'slack:T0HOME:command:trig.1',
      from: { id: 'U2LI', team: 'T0HOME', name: 'li' },
      address: { channel: 'slack', place: 'DU2LI' },
      route: 'T0HOME',
      name: 'status',
      text: '',
      answerTo: 'https://hooks.slack.com/commands/x',
    });
  });
});

describe('the route', () => {
  it.each([
    [
      'the installing team, not the sending one',
      { team_id: 'T9', authorizations: [{ team_id: 'T1' }] },
      'T1',
    ],
    [
      'the enterprise of an organisation-wide installation',
      { authorizations: [{ team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: true }] },
      'E1',
    ],
    [
      'the enterprise of a command there',
      { team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'true' },
      'E1',
    ],
    ['the team of a press', { team: { id: 'T1' }, user: { team_id: 'T9' } }, 'T1'],
    ['the installing team of a view', { team: { id: 'T9' }, view: { app_installed_team_id: 'T1' } }, 'T1'],
    ['nothing for nothing', {}, undefined],
  ])('is %s', (_, body, route) => {
    expect(routeOf(body)).toBe(route);
  });
});

describe('markup', () => {
  it.each([
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['<!here> help', '@here help'],
    ['<!channel|channel> help', '@channel help'],
    ['ask <@U77>', 'ask @U77'],
    ['ask <@U77|wang>', 'ask @wang'],
    ['in <#C1|general>', 'in #general'],
    ['<https://a.example/x?y=1&amp;z=2>', 'https://a.example/x?y=1&z=2'],
    ['<https://a.example/x|our page>', 'our page (https://a.example/x)'],
    ['<http://a.example|a.example>', 'http://a.example'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<tel:+8613800000000|+86 138 0000 0000>', '+86 138 0000 0000 (+8613800000000)'],
    ['<@U0BOT> hello <@U0BOT|redress>', 'hello'],
    ['&amp;lt;', '&lt;'],
  ])('%s reads %s', (written, read) => {
    expect(decodeText(written, 'U0BOT')).toBe(read);
  });

  it('leaves nothing for Slack to parse in what it writes', () => {
    expect(escapeText('<!channel> & <@U1>')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;');
  });

  it('shortens by what Slack will count, never through a character', () => {
    expect(shorten('&&&&', 20)).toBe('&&&&');
    expect(shorten('&&&&&', 20)).toBe('&&&…');
    expect(shorten('👍🏽👍🏽👍🏽', 7)).toMatch(/^(👍🏽?)+…$/u);
    expect(shorten('short', 20)).toBe('short');
  });

  it('splits a long text without losing any of it', () => {
    const text = Array.from({ length: 900 }, (_, index) => `第${index}句话。`).join('');
    const pieces = splitText(text, 300);
    expect(pieces.every((piece) => piece.length <= 300)).toBe(true);
    expect(pieces.join('')).toBe(text);
    expect(splitText('  ', 300)).toEqual([]);
  });
});
