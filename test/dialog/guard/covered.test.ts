import { describe, expect, it } from 'vitest';
import { coveredBy } from '../../../src/dialog/desk/covered.ts';
import { checkReply } from '../../../src/dialog/guard/check.ts';
import { fileOf, hours, policy, receive, staff, statement } from '../../support/given.ts';

/** Saturday; the next day is the 22nd, the coming Friday the 27th. */
const today = '2026-11-21';

const found = (text: string, agreed: readonly string[]): readonly string[] =>
  checkReply(text, { by: 'staff', days: { today, agreed } }).map(({ evidence }) => evidence);

describe('a day that words name [DI-5]', () => {
  it.each([
    ['师傅明天上门。', '2026-11-22'],
    ['师傅明天上门。', '明天（11月22日）15:00'],
    ['师傅后天上门。', '23日'],
    ['我周五前把结论写给您。', '2026-11-27'],
    ['我下周给您结论。', '2026-11-25'],
    ['He comes tomorrow.', '22 November'],
    ['He comes the day after tomorrow.', '2026-11-23'],
    ['You have it by Friday.', '2026-11-27'],
    ['You have it next Friday.', '2026-12-04'],
    ['You have it by next week.', '2026-11-24'],
    ['You have it by the end of the month.', '2026-11-30'],
  ])('is covered where a day agreed is that day: %s %s', (text, agreed) => {
    expect(found(text, [agreed])).toEqual([]);
  });

  it.each([
    ['师傅明天上门。', '2026-11-23'],
    ['师傅后天上门。', '2026-11-22'],
    ['我周五前把结论写给您。', '2026-12-04'],
    ['He comes tomorrow.', '2026-11-27'],
    ['You have it next Friday.', '2026-11-26'],
  ])('is not covered by any other: %s %s', (text, agreed) => {
    expect(found(text, [agreed])).toHaveLength(1);
  });
});

const named = '扣了我 800 元，请退给我，我下周五还要出差';
const opened = [
  receive({
    statements: [statement('m-1', named)],
  }),
  { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
] as const;
const proposed = {
  type: 'ProposeRemedy',
  at: hours(2),
  by: staff('lin'),
  remedyId: 'r-1',
  kind: 'refund',
  money: { amountMinor: 300_000, currency: 'CNY' },
  text: '退款 3000 元',
  withinDays: 3,
} as const;

const rulesOf = (text: string, file: ReturnType<typeof fileOf>): readonly string[] =>
  checkReply(text, {
    by: 'staff',
    ...coveredBy(file, { now: hours(4), zone: 'Asia/Shanghai', policy }),
  }).map(({ rule }) => rule);

describe('what the file covers [DI-5]', () => {
  it('lets staff repeat the sum the complainant named', () => {
    expect(rulesOf('您说的 800 元我们正在核对。', fileOf(opened))).toEqual([]);
  });

  it('takes no sum the complainant named for an approval', () => {
    expect(rulesOf('我们会把 800 元退给您。', fileOf(opened))).toContain('unapproved_promise');
  });

  it('takes no proposal for an approval', () => {
    expect(rulesOf('我们会退款 3000 元给您。', fileOf([...opened, proposed]))).toContain(
      'unapproved_promise',
    );
  });

  it('covers the remedy that was approved, and nothing above it', () => {
    const approved = fileOf([
      ...opened,
      proposed,
      { type: 'ApproveRemedy', at: hours(3), by: staff('zhao'), remedyId: 'r-1' },
    ]);
    expect(rulesOf('我们会退款 3000 元给您。', approved)).toEqual([]);
    expect(rulesOf('退款我们会办给您。', approved)).toEqual([]);
    expect(rulesOf('我们会全额退款给您。', approved)).toContain('unapproved_promise');
    expect(rulesOf('我们会退款 5000 元给您。', approved)).toContain('unapproved_promise');
    expect(rulesOf('我们会换一台新的给您。', approved)).toContain('unapproved_promise');
  });

  it('takes no day the complainant named for one agreed', () => {
    expect(rulesOf('师傅下周五上门。', fileOf(opened))).toContain('unsupplied_number');
  });
});
