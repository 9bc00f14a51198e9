import { describe, expect, test } from 'vitest';
import type { Command, DraftReply } from '../../src/complaint/commands.ts';
import { fileOf, given, history, hours, receive, staff } from '../support/given.ts';

const draft = (by: string, replyId = 'r-1', text = '我们明天上午上门检查。'): DraftReply => ({
  type: 'DraftReply',
  at: hours(1),
  by: staff(by),
  replyId,
  purpose: 'reply',
  text,
  violations: [],
});
const send = (by: string, replyId = 'r-1'): Command => ({
  type: 'SendReply',
  at: hours(2),
  by: staff(by),
  replyId,
});
const discard = (by: string): Command => ({
  type: 'DiscardReply',
  at: hours(2),
  by: staff(by),
  replyId: 'r-1',
});
const taken: readonly Command[] = [receive(), { type: 'TakeComplaint', at: hours(1), by: staff('lin') }];

describe('DraftReply', () => {
  test('is kept for the second press, once [ST-3]', () => {
    given(history(taken)).when(draft('lin')).then({ type: 'ReplyDrafted', replyId: 'r-1' });
    given(history([...taken, draft('lin')]))
      .when(draft('lin'))
      .thenNothing();
    given(history([...taken, draft('lin')]))
      .when(draft('lin', 'r-1', '我们今天就来。'))
      .then({ type: 'ReplyDrafted' });
    expect(fileOf([...taken, draft('lin'), draft('lin', 'r-1', '我们今天就来。')]).drafts).toHaveLength(1);
  });

  test('is for the holder, heads, whoever holds the talk, and anyone while nobody holds the file [S0.1]', () => {
    given(history(taken)).when(draft('hu')).then({ type: 'ReplyDrafted' });
    given(history(taken)).when(draft('chen')).thenRefused('not-holder', { handler: 'lin' });
    given(history([...taken, { type: 'TakeTalk', at: hours(1), by: staff('chen') }]))
      .when(draft('chen'))
      .then({ type: 'ReplyDrafted' });
    given(history([receive()]))
      .when(draft('chen'))
      .then({ type: 'ReplyDrafted' });
  });

  test('needs words', () => {
    given(history(taken))
      .when(draft('lin', 'r-1', ' \n'))
      .thenRefused('facts-missing', { field: 'text' });
  });
});

describe('SendReply', () => {
  test('goes out once and is the first human reply [CL-7]', () => {
    const drafted = [...taken, draft('lin')];
    given(history(drafted))
      .when(send('lin'))
      .then({ type: 'ReplySent', replyId: 'r-1', text: '我们明天上午上门检查。', purpose: 'reply' });
    given(history([...drafted, send('lin')]))
      .when(send('lin'))
      .thenNothing();
    given(history([...drafted, send('lin')]))
      .when(draft('lin'))
      .thenNothing();
    expect(fileOf([...drafted, send('lin')])).toMatchObject({
      drafts: [],
      timeline: { firstReplyAt: hours(2), repliesAt: [hours(2)] },
    });
  });

  test('keeps the first reply first', () => {
    const later: Command = { type: 'SendReply', at: hours(6), by: staff('lin'), replyId: 'r-2' };
    const twice = [...taken, draft('lin'), send('lin'), draft('lin', 'r-2'), later];
    expect(fileOf(twice).timeline).toMatchObject({
      firstReplyAt: hours(2),
      repliesAt: [hours(2), hours(6)],
    });
  });

  test('does not speak for a file nobody holds, unless the sender holds the talk [S0.1]', () => {
    const drafted = [receive(), draft('lin')];
    given(history(drafted)).when(send('lin')).thenRefused('not-holder');
    given(history(drafted)).when(send('hu')).thenRefused('not-holder');
    given(history([...drafted, { type: 'TakeTalk', at: hours(1), by: staff('lin') }]))
      .when(send('lin'))
      .then({ type: 'ReplySent' });
    given(history([...taken, draft('lin')]))
      .when(send('chen'))
      .thenRefused('not-holder', { handler: 'lin' });
  });

  test('has nothing to send that was never drafted, or was dropped', () => {
    given(history(taken)).when(send('lin')).thenRefused('stale');
    given(history([...taken, draft('lin'), discard('lin')]))
      .when(send('lin'))
      .thenRefused('stale');
  });
});

describe('DiscardReply', () => {
  test('drops a draft, once; what went out cannot be dropped', () => {
    const drafted = [...taken, draft('lin')];
    given(history(drafted)).when(discard('lin')).then({ type: 'ReplyDiscarded' });
    given(history([...drafted, discard('lin')]))
      .when(discard('lin'))
      .thenNothing();
    given(history([...drafted, send('lin')]))
      .when(discard('lin'))
      .thenRefused('stale');
    given(history(drafted)).when(discard('chen')).thenRefused('not-holder');
  });
});
