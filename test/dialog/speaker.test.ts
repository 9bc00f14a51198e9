import { describe, expect, test } from 'vitest';
import { namedSpeaker } from '../../src/dialog/moves/speaker.ts';

describe('whom the words name to speak for all', () => {
  test.each([
    ['以后由李强代表', '李强'],
    ['今后请李强代表大家跟你们沟通，谢谢', '李强'],
    ['我最近要出差，以后由李强代表大家', '李强'],
    ['从现在起让欧阳文来代表我们吧', '欧阳文'],
    ['接下来换赵敏跟你们联系', '赵敏'],
    ['我们重新推选周杰当代表', '周杰'],
    ['以后李强代表我们。', '李强'],
    ['let Tom Reed speak for us from now on', 'Tom Reed'],
    ['From now on, let maria speak for all of us please', 'maria'],
    ['I am away, so from now on let Tom speak for us.', 'Tom'],
    ['Maria Lopez will speak for us from now on', 'Maria Lopez'],
    ['From now on Ann Brown is our representative', 'Ann Brown'],
  ])('%s', (words, name) => {
    expect(namedSpeaker(words)).toBe(name);
  });

  test.each([
    '让你们经理代表公司道歉',
    '请他代表公司给我们一个说法',
    '代表说了不退',
    '以后谁代表我们？',
    '我们七个人一起投诉，要求退本金',
    '请经理跟你们老板说一声',
    'let me speak to a person',
    'Let your manager speak to us',
    'I want to talk to a representative',
    'He is our contact and never answers',
    'they will answer for this',
    `let Tom speak for us ${'and this is a long story '.repeat(6)}`,
  ])('nobody in: %s', (words) => {
    expect(namedSpeaker(words)).toBeNull();
  });

  test('is read fast, whatever is written', () => {
    const began = performance.now();
    for (const text of [
      '以后由'.repeat(40),
      'let a b c d e f '.repeat(8),
      '请'.repeat(120),
      'so '.repeat(40),
    ])
      namedSpeaker(text.slice(0, 120));
    expect(performance.now() - began).toBeLessThan(200);
  });
});
