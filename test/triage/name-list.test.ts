import { describe, expect, it } from 'vitest';
import { readPeople } from '../../src/triage/name-list.ts';

const people = (text: string) =>
  readPeople(text).people.map(({ name, household, phone }) =>
    [name, household, phone].filter((part) => part !== '').join(' '),
  );

describe('who a list names [IN-13]', () => {
  it.each([
    ['王芳、李强、赵敏', ['王芳', '李强', '赵敏']],
    ['王芳 101，李强 102\n王芳 101', ['王芳 101', '李强 102']],
    ['我和王芳 13900000000、李强（13800001111）', ['王芳 13900000000', '李强 13800001111']],
    ['王芳（3栋402）、李强（3栋501，13911112222）', ['王芳 3栋402', '李强 3栋501 13911112222']],
    ['那就王芳和李强吧', ['王芳', '李强']],
    ['代表是王芳 电话13900000000', ['王芳 13900000000']],
    ['Anna Smith 12B, Bob Jones and Carol', ['Anna Smith 12B', 'Bob Jones', 'Carol']],
    ['Sarah Lee (flat 3), Tom Reed (flat 4)', ['Sarah Lee 3', 'Tom Reed 4']],
    ['Me, Anna Smith 07700 900123 and Bob', ['Anna Smith 07700900123', 'Bob']],
    ['一共六户，不方便写名字', []],
    ['six of us, no names please', []],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  it.each([
    ['就我自己', true],
    ['me', true],
    ['我和王芳', true],
    ['王芳', false],
  ])('%s: names the writer – %s', (text, self) => {
    expect(readPeople(text).self).toBe(self);
  });
});
