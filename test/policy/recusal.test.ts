import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findGround } from '../../src/policy/earlier.ts';
import { parseOrganisation } from '../../src/policy/organisation.ts';
import { findNamed, lineOf } from '../../src/policy/recusal.ts';

const file = new URL('../../policies/organisation.demo.yaml', import.meta.url);
const parsed = parseOrganisation({ file: 'demo', text: readFileSync(file, 'utf8') });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { organisation } = parsed;
const found = (text: string, own: readonly string[] = []) =>
  findNamed(text, organisation, own).map(({ person, sure }) => `${person}${sure ? '' : '?'}`);

describe('whom a text names [S1.13]', () => {
  test.each<[string, string[]]>([
    ['你们的林晓态度很差', ['lin']],
    ['那个小陈一直骂人', ['chen']],
    ['周经理答应过我的', ['zhou_head']],
    ['姓吴的收了好处费', ['wu_leader?']],
    ['客服部经理不讲理', ['zhou_head?']],
    ['让你们总经理来见我', []],
    ['要求你们总经理给我打电话', []],
    ['I want the head of customer service to call me', []],
    ['Lin Xiao hung up on me', ['lin']],
    ['Mr. Chen was rude', ['chen?']],
    ['the head of customer service lied to me', ['zhou_head?']],
    ['He never called back and the sun was shining', []],
    ['快递到现在还没到', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  test('the complainant’s own name accuses nobody', () => {
    expect(found('我叫林晓，你们的陈宇骂我', ['林晓'])).toEqual(['chen']);
  });

  test('a nickname two people share is sure of neither', () => {
    const shared = {
      ...organisation,
      people: organisation.people.map((one) =>
        one.roles.includes('handler') ? { ...one, aliases: ['阿宝'] } : one,
      ),
    };
    expect(findNamed('阿宝骂人', shared).map(({ sure }) => sure)).toEqual([false, false]);
  });

  test('the line is whom one reports to and who reports to one', () => {
    expect(lineOf('zhou_head', organisation)).toEqual(['wu_leader', 'lin', 'chen']);
  });
});

describe('what was over before [S1.14]', () => {
  test.each([
    ['法院已经判决你们赔偿', 'court'],
    ['仲裁裁决书都下来了', 'court'],
    ['消协已经调解过一次', 'mediated'],
    ['我们之前签了和解协议', 'settled'],
    ['The court has already ruled in my favour', 'court'],
    ['We already reached a settlement in May', 'settled'],
    ['我要去法院告你们', undefined],
    ['我会找12315投诉', undefined],
    ['I will see you in court', undefined],
  ])('%s', (text, ground) => expect(findGround(text)?.ground).toBe(ground));
});
