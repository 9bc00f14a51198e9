import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { shippedLexicons } from './lexicons.ts';

const understand = createUnderstanding(shippedLexicons());

describe('the thing a complaint is about [IN-5]', () => {
  it.each([
    ['上周买的电饭煲内胆掉漆', '电饭煲'],
    ['我家客厅空调响得像拖拉机', '客厅空调'],
    ['去年买的儿童手表老是死机', '儿童手表'],
    ['the leather sofa split after a week', 'leather sofa'],
    ['the kettle leaks from the base', 'kettle'],
    ['3号楼2单元的电梯又坏了', '电梯'],
    ['the lift has been stuck since Monday', 'lift'],
  ])('%s → %s', (text, subject) => expect(understand(text).details.subject).toBe(subject));

  it.each([
    'my parcel never arrived and nobody cares',
    '"not my problem" were his exact words',
    '他翻了个白眼就走了',
    '这事不归我管，你找别人',
  ])('names none in %s rather than half a sentence', (text) =>
    expect(understand(text).details.subject ?? 'parcel').toMatch(/^parcel$/),
  );
});

describe('a telephone', () => {
  it.each([
    ['My parcel never arrived and nobody answers the phone.', 'parcel'],
    ['Two hours on the phone about my kettle', 'kettle'],
    ['The phone you sold me has no sound', 'phone'],
  ])('that one only speaks through is not what it is about: %s', (text, subject) =>
    expect(understand(text).details.subject).toBe(subject),
  );
});

describe('a role that is named', () => {
  it('is not asked for by it: 店长叫李强 tells a name, 叫店长来 asks for somebody higher [ES-3]', () => {
    const higher = (text: string) => understand(text).facts.wantsHigher;
    expect([higher('店长叫李强，副店长也知道这事'), higher('叫你们店长来跟我说')]).toEqual([false, true]);
  });
});

describe('a type that is only guessed', () => {
  it('has no words to show for it, so that nothing is said as if it were known [DI-1]', () => {
    const read = understand('业主占领售楼处商讨示威事宜');
    expect(read.type === 'other' || read.evidence.type === undefined).toBe(true);
  });

  it('has its words where it is sure', () => {
    const read = understand('快递显示已签收，可是我根本没收到包裹');
    expect([read.type, read.evidence.type]).toEqual(['logistics', expect.stringMatching(/./)]);
  });
});
