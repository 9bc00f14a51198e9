import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import type { Severity } from '../../src/terms.ts';
import { days, hours, minutes, receive, receivedAtLevel, staff, system } from '../support/given.ts';
import { Life, type Lived } from './life.ts';

/** What the managers read of a complaint of this level, besides the card. */
const managersRead = (...commands: readonly Command[]): readonly string[] => {
  const texts: string[] = [];
  const life = new Life(({ messages }: Lived) => {
    for (const { to, text } of messages) if ('desk' in to && to.desk === 'manager') texts.push(text);
  });
  for (const command of commands) life.do(command);
  return texts;
};
const reports = (severity: Severity) =>
  managersRead(receivedAtLevel(severity)).filter((text) => text.includes('按规定报'));

describe('urgency is reported [S3.1, TR-4]', () => {
  test('to the head where it is urgent; to the leader too where it is very urgent and only the head is called', () => {
    expect(reports(4)).toEqual([]);
    expect(reports(3)).toEqual([expect.stringMatching(/3 级（紧迫）：按规定报部门负责人：胡敏/)]);
    expect(reports(2)).toEqual([expect.stringMatching(/2 级（非常紧迫）：按规定报分管领导：吴建国/)]);
  });

  test('once, whatever staff do after', () => {
    const taken: Command = { type: 'TakeComplaint', at: minutes(5), by: staff('lin') };
    expect(managersRead(receivedAtLevel(3), taken).filter((text) => text.includes('按规定报'))).toHaveLength(
      1,
    );
  });
});

describe('why the managers are called', () => {
  const called = (locale: 'zh-CN' | 'en', ...later: readonly Command[]) => {
    const contact = { conversation: 't', address: { channel: 'web', place: 's' }, locale } as const;
    const first = later.length === 0 ? receivedAtLevel(2) : receive();
    return managersRead({ ...first, contact }, ...later).join('\n');
  };
  const taken: Command = { type: 'TakeComplaint', at: hours(1), by: staff('lin') };
  const old: Command = { type: 'CheckAge', at: days(32), by: system };
  const regrade: Command = {
    type: 'Regrade',
    at: hours(2),
    by: staff('lin'),
    severity: 2,
    reason: '涉及老人',
  };

  test('at receipt is the level of the receipt', () => {
    expect(called('zh-CN')).toMatch(/受理即为 2 级/);
    expect(called('en')).toMatch(/level 2 at receipt/);
  });

  test('a month after it is the age, not the receipt [S4.b art.3]', () => {
    const zh = called('zh-CN', taken, old);
    expect(zh).toMatch(/现为 2 级：超过一个月未办结/);
    expect(zh).not.toMatch(/受理即为/);
    const en = called('en', taken, old);
    expect(en).toMatch(/level 2 now: open for more than a month/);
    expect(en).not.toMatch(/at receipt/);
  });

  test('after somebody graded it again is that', () => {
    expect(called('zh-CN', taken, regrade)).toMatch(/现为 2 级：重新定级/);
    expect(called('en', taken, regrade)).toMatch(/level 2 now: re-graded/);
  });

  test('silence of those asked first is said, not the receipt once more [ES-1]', () => {
    const later = (at: string, step: number): Command => ({
      type: 'AdvanceEscalation',
      at,
      by: system,
      step,
    });
    const texts = managersRead(
      receivedAtLevel(2),
      later(minutes(40), 0),
      later(minutes(80), 1),
      later(minutes(200), 1),
    );
    expect(texts.filter((text) => text.includes('受理即为'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('前面的人没有按时确认'))).not.toHaveLength(0);
    expect(texts.filter((text) => text.includes('还没有人确认，再次提醒'))).not.toHaveLength(0);
  });
});
