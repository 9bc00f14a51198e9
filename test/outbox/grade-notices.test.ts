import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import type { Severity } from '../../src/terms.ts';
import { minutes, receivedAtLevel, staff } from '../support/given.ts';
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
