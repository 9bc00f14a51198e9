import { describe, expect, it } from 'vitest';
import { wordingFault } from '../../src/triage/model-wording.ts';

const en = {
  scripted: "I'm sorry you've had this experience.",
  locale: 'en' as const,
  heard: 'My Glowpot kettle leaked. Parcel in Leeds.',
};
const zh = { scripted: '遇到这样的事，真的很抱歉。', locale: 'zh-CN' as const, heard: '水壶漏水' };

describe('words of a model', () => {
  it.each([
    [
      en,
      "A kettle that leaks over the kitchen is a nasty start to the day. I'm sorry you've been through that.",
    ],
    [en, "I'm sorry, waiting for a parcel that never comes is wearing. Thank you for telling me so clearly."],
    [en, "I'm sorry the Glowpot kettle let you down, and that the parcel sits in Leeds."],
    [zh, '水壶漏水弄得厨房到处都是，换谁都会着急。让您有这样的经历，真的很抱歉。'],
    [zh, '好不容易盼到快递，打开却是坏的，这种心情我能理解，很抱歉。'],
  ])('may feel with the complainant: %#', (around, words) => {
    expect(wordingFault(words, around)).toBeNull();
  });

  it.each([
    [en, "I'm sorry. We will refund you in full.", 'money'],
    [en, "I'm sorry, you get 500.", 'number'],
    [en, "I'm sorry. Someone calls you tomorrow.", 'number'],
    [en, "I'm sorry. The manager approved it.", 'authority'],
    [en, "I'm sorry, this was our fault.", 'authority'],
    [en, "I'm sorry. Please send me your PIN.", 'secret'],
    [en, "I'm sorry. What is your address?", 'asks'],
    [en, "I'm sorry, see https://evil.example", 'markup'],
    [en, "I'm sorry <!channel>", 'markup'],
    [en, "I'm sorry, @everyone look", 'markup'],
    [en, "I'm sorry, *very* much", 'markup'],
    [en, "I'm sorry, ‹name1›.", 'placeholder'],
    [en, '很抱歉让您有这样的经历。', 'language'],
    [en, 'That sounds unpleasant.', 'no-apology'],
    [{ ...en, scripted: 'Thanks, that helps.' }, "I'm sorry to hear it.", 'apology-again'],
    [en, "I'm sorry. Li Na wrote the same.", 'others'],
    [en, "I'm sorry, as with Ms Li.", 'others'],
    [en, "I'm sorry, and Harold should have known.", 'others'],
    [en, "I'm sorry, other customers say so too.", 'others'],
    [zh, '很抱歉，隔壁的李女士也这么说。', 'others'],
    [zh, '很抱歉，不少业主也投诉了。', 'others'],
    [en, '…', 'empty'],
    [en, `I'm sorry. ${'So very. '.repeat(50)}`, 'too-long'],
    [zh, '很抱歉，我们会全额退款。', 'money'],
    [zh, '很抱歉，这就给您补偿。', 'money'],
    [zh, '很抱歉，五百元马上到。', 'number'],
    [zh, '很抱歉，三天内联系您。', 'number'],
    [zh, '很抱歉，明天给您答复。', 'number'],
    [zh, '很抱歉，经理已批准。', 'authority'],
    [zh, '很抱歉，这是我们的责任。', 'authority'],
    [zh, '很抱歉，请提供验证码。', 'secret'],
    [zh, '很抱歉，您的地址是？', 'asks'],
    [zh, '很抱歉，王女士的电话是１３８。', 'number'],
    [zh, "I'm sorry.", 'language'],
  ])('are not said otherwise: %# %j %s is %s', (around, words, fault) => {
    expect(wordingFault(words, around)).toBe(fault);
  });
});
