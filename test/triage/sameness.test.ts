import { describe, expect, it } from 'vitest';
import { blockingKeys, fingerprint } from '../../src/triage/fingerprint.ts';
import { clusters, sameFrom, similarity } from '../../src/triage/sameness.ts';
import { createSamenessWords } from '../../src/triage/sameness-words.ts';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { shippedLexicons } from './lexicons.ts';

const lexicons = shippedLexicons();
const understand = createUnderstanding(lexicons);
const words = createSamenessWords(lexicons.sameness);
const print = (text: string) => fingerprint(text, words, { understanding: understand(text) });
const alike = (a: string, b: string): number => similarity(print(a), print(b), words);

const same: [string, string][] = [
  ['阳光花园3栋电梯坏了一个星期没人修', '3号楼电梯停用好几天了，阳光花园物业不管'],
  ['你们人民路店的员工骂顾客', '人民路店店员态度恶劣，骂人'],
  [
    'The lift in Block C has been broken for a week',
    'Block C elevator out of order since last week, nobody fixes it',
  ],
  ['宽带从昨晚开始断网，整个小区都上不了网', '昨晚到现在小区宽带一直断网'],
  ['I was charged twice for my March bill', 'You billed me twice for March'],
];
const apart: [string, string][] = [
  ['阳光花园3栋电梯坏了一个星期没人修', '阳光花园5栋电梯坏了一个星期没人修'],
  ['1号楼的电梯坏了三天没人修', '11号楼的电梯坏了三天没人修'],
  ['人民路店店员态度恶劣，骂人', '解放路店店员态度恶劣，骂人'],
  ['The lift in Block C has been broken for a week', 'The lift in Block F has been broken for a week'],
  ['我在你们店买的手机屏幕裂了', '我在你们店买的冰箱不制冷'],
  ['I was charged twice for my March bill', 'The technician never showed up for my appointment'],
  ['flight BA117 was delayed five hours', 'flight BA293 was delayed five hours'],
];

describe('sameness [TR-3]', () => {
  it.each(same)('joins %s | %s', (a, b) => expect(alike(a, b)).toBeGreaterThanOrEqual(sameFrom));
  it.each(apart)('keeps apart %s | %s', (a, b) => expect(alike(a, b)).toBeLessThan(sameFrom));
  it.each(same)('files %s and %s under a common key', (a, b) => {
    const keys = new Set(blockingKeys(print(a), words));
    expect(blockingKeys(print(b), words).some((key) => keys.has(key))).toBe(true);
  });

  it('holds at most sixteen keys', () => {
    expect(blockingKeys(print('很长的投诉'.repeat(500)), words).length).toBeLessThanOrEqual(16);
  });

  it('names a cluster after its earliest row and never compares groups', () => {
    const text = '阳光花园3栋电梯坏了一个星期没人修';
    const rows = [
      { id: 'b', text, time: '2026-03-02T00:00:00Z' },
      { id: 'a', text, time: '2026-03-01T00:00:00Z' },
      { id: 'c', text, group: 'other' },
    ];
    expect(clusters(rows, words, understand)).toEqual([
      { id: 'b', cluster: 'a' },
      { id: 'a', cluster: 'a' },
      { id: 'c', cluster: 'c' },
    ]);
  });
});

it('keeps no number, address or name of the person', () => {
  const text = 'I am Mary Poole, 13912345678, mary@example.org: the lift in Maple House is stuck again';
  const marks = print(text).marks.join(' ');
  expect(marks).toContain('maple');
  expect(marks).not.toMatch(/mary|poole|1391|example/);
});
