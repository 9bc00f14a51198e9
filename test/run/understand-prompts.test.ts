import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFault } from '../../src/faults.ts';
import { parsePrompt, readPrompts } from '../../src/run/model-prompts.ts';
import { modelAnswerSchema, readableDetails, readableFacts } from '../../src/triage/answer-schema.ts';
import { prompts } from '../support/understander.ts';

const file = (body: string, input = 'text'): string =>
  `---\nid: one\nversion: 1\ninput: [${input}]\noutput: answer\n---\n\n${body}`;
const body = '# System\n\nRead.\n\n# User\n\n{{text}}\n';

const faultOf = (read: () => unknown): unknown => {
  try {
    read();
  } catch (error) {
    return isFault(error) ? error.code : error;
  }
  return null;
};

describe('a prompt', () => {
  it('has an id, a version and the hash of its very words', () => {
    const [one, other] = [parsePrompt('one.md', file(body)), parsePrompt('one.md', `${file(body)} `)];
    expect([one.id, one.version, one.output]).toEqual(['one', 1, 'answer']);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(other.hash).not.toBe(one.hash);
  });

  it('is filled once: what a value holds is never read again', () => {
    const two = parsePrompt('one.md', file('# System\n\n{{types}}\n\n# User\n\n{{text}}\n', 'text, types'));
    expect(two.fill({ text: '{{types}} $& $1', types: 'billing' })).toEqual({
      system: 'billing',
      user: '{{types}} $& $1',
    });
  });

  it.each([
    ['no front matter', body],
    ['no user part', file('# System\n\n{{text}}\n')],
    ['a placeholder nobody fills', file(`${body}{{secret}}`)],
    ['an input nobody uses', file(body, 'text, locale')],
    ['an unknown key', file(body).replace('version: 1', 'version: 1\ntemperature: 2')],
    ['no version', file(body).replace('version: 1\n', '')],
  ])('is refused with %s', (_name, text) => {
    expect(faultOf(() => parsePrompt('one.md', text))).toBe('config-invalid');
  });

  it('that is missing or calls itself otherwise stops the start', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'prompts-'));
    await expect(readPrompts(dir)).rejects.toMatchObject({ code: 'config-invalid' });
    await writeFile(join(dir, 'understand-turn.md'), file(body));
    await expect(readPrompts(dir)).rejects.toMatchObject({ code: 'config-invalid' });
    await rm(dir, { recursive: true });
  });
});

describe('the prompt that reads a turn', () => {
  it('names every part of the answer, every fact and every detail it may give', () => {
    const { system } = prompts.understandTurn;
    for (const key of Object.keys(modelAnswerSchema.shape)) expect(system).toContain(`\`${key}\``);
    for (const fact of readableFacts) expect(system).toContain(`\`${fact}\``);
    expect(readableDetails.length).toBe(7);
  });
});
