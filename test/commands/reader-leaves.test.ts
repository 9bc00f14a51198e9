import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const cli = resolve(import.meta.dirname, '../../src/cli.ts');

it('whoever has read enough closes the pipe, and the command ends in order', {
  timeout: 60_000,
}, async () => {
  const child = spawn(process.execPath, [cli, 'classify'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  child.stdin.on('error', () => {});
  const line = `${JSON.stringify({ id: '1', text: '水管漏水' })}\n`;
  child.stdin.end(line.repeat(3_000));
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'exit');
  expect({ code, said }).toEqual({ code: 0, said: '' });
});
