import { describe, expect, it } from 'vitest';
import { firstReply } from '../../src/dialog/first-reply.ts';
import type { Locale } from '../../src/terms.ts';
import { policy } from '../support/given.ts';
import { type Heard, understood } from './play.ts';

const replyTo = (text: string, heard: Heard, locale: Locale, seed = 't-1'): string =>
  firstReply(understood(text, heard, locale), policy, {
    now: '2026-11-21T04:00:00.000Z',
    zone: 'Asia/Shanghai',
    seed,
    text,
  });

describe('the first reply', () => {
  it('names the feeling and is sorry before it asks, without saying what it is [DI-1]', () => {
    const reply = replyTo(
      '热水壶漏水',
      { type: 'product_quality', details: { narrative: '热水壶漏水' } },
      'zh-CN',
    );
    expect(reply).toMatch(/抱歉[\s\S]*？$/u);
    expect(reply).not.toMatch(/机器人|隐私/u);
  });

  it('varies with the seed and is the same for the same one [DI-2]', () => {
    const heard: Heard = { type: 'logistics', details: { narrative: 'It never came.' } };
    const replies = Array.from({ length: 12 }, (_, index) =>
      replyTo('It never came.', heard, 'en', `t-${index}`),
    );
    expect(new Set(replies).size).toBeGreaterThan(3);
    expect(replyTo('It never came.', heard, 'en', 't-3')).toBe(replies[3]);
  });

  it('calls a person in at once where it cannot wait [IN-10]', () => {
    const heard: Heard = {
      type: 'sales_promise',
      details: { narrative: '业主占领售楼处' },
      facts: { demonstration: true },
      evidence: { demonstration: '占领售楼处' },
    };
    expect(replyTo('业主占领售楼处商讨示威事宜', heard, 'zh-CN')).toMatch(/R-2026-000001[\s\S]*负责人/u);
  });

  it('answers a question with the standard reply and thanks with few words', () => {
    expect(replyTo('When are you open?', { intent: 'question' }, 'en')).toMatch(/9:00/u);
    expect(replyTo('谢谢', { intent: 'smalltalk' }, 'zh-CN').length).toBeLessThan(20);
  });

  it.each(['', '   ', '😡', '\u0000', '\ud83d'])('has something sensible to say to %j', (text) => {
    expect(replyTo(text, { intent: 'smalltalk' }, 'en').length).toBeGreaterThan(5);
  });
});
