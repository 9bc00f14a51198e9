import { describe, expect, it } from 'vitest';
import { findPromises } from '../../src/triage/promises.ts';

const now = '2026-11-20T02:00:00.000Z';
const zone = 'Asia/Shanghai';

describe('promises of staff [CL-8]', () => {
  it.each([
    ['我们会在明天下午3点前给您回电。', 'call', '2026-11-21T07:00:00.000Z'],
    ['预计3个工作日内退款到账', 'refund', '2026-11-25T02:00:00.000Z'],
    ['师傅下周三上门维修', 'visit', '2026-11-25T10:00:00.000Z'],
    ['24小时内一定给您答复', 'reply', '2026-11-21T02:00:00.000Z'],
    ['We will refund you within 5 working days.', 'refund', '2026-11-27T02:00:00.000Z'],
    ['I will call you tomorrow at 3 pm.', 'call', '2026-11-21T07:00:00.000Z'],
    ["I'll get back to you on Monday.", 'reply', '2026-11-23T10:00:00.000Z'],
    ['Our engineer will repair it.', 'repair', null],
  ])('%s', (text, act, dueAt) => expect(findPromises(text, now, zone)).toMatchObject([{ text, act, dueAt }]));

  it.each([
    '我们不能保证明天退款。',
    '您会满意吗？',
    'We cannot promise a refund tomorrow.',
    '感谢您的反馈。',
    'Would you like us to call tomorrow?',
  ])('hears no promise in %s', (text) => expect(findPromises(text, now, zone)).toEqual([]));
});
