import { describe, expect, it } from 'vitest';
import { type Heard, type Line, play } from './play.ts';

const heard: Heard = { type: 'product_quality', details: { narrative: '门坏了' } };

describe('wording by the model [DI-6]', () => {
  const line: Line = { says: '门坏了', heard, expect: {} };
  const worded = (wording: string): string =>
    play({ name: 'worded', locale: 'zh-CN', lines: [{ ...line, wording }] })[0]?.result.replies[0]?.text ??
    '';

  it('stands where it is free to stand, beside what must be said', () => {
    const text = worded('门坏了一定很不方便，很抱歉让您遇到这样的事。请问是哪一扇门？');
    expect(text).toMatch(/门坏了一定很不方便/u);
    expect(text).toMatch(/机器人/u);
  });

  it.each([
    ['asks twice', '很抱歉。是哪一扇门？什么时候坏的？'],
    ['is not sorry', '请问是哪一扇门？'],
    ['asks nothing', '门坏了多不方便，很抱歉。'],
    ['promises', '很抱歉。我们会给您全额退款。是哪一扇门？'],
    ['names a number nobody gave', '很抱歉。三天内办好。是哪一扇门？'],
  ])('is left aside when it %s', (_why, wording) => {
    expect(worded(wording)).not.toContain(wording);
    expect(worded(wording)).toMatch(/抱歉/u);
  });
});
