import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Fault } from '../faults.ts';

/** A reviewed prompt: what the model is told, and the hash that says which words exactly. */
export interface Prompt {
  readonly id: string;
  readonly version: number;
  /** Name of the form the answer has. */
  readonly output: string;
  readonly system: string;
  readonly user: string;
  /** SHA-256 of the whole file, hex. */
  readonly hash: string;
  /** Both parts with every `{{name}}` replaced, once: what a value holds is never read again. */
  fill(values: Readonly<Record<string, string>>): { readonly system: string; readonly user: string };
}

/** Every prompt in use. */
export interface Prompts {
  readonly understandTurn: Prompt;
}

const headSchema = z.strictObject({
  id: z.string().min(1),
  version: z.int().positive(),
  input: z.array(z.string().min(1)),
  output: z.string().min(1),
});

const invalid = (file: string, what: string): Fault => new Fault('config-invalid', `${file}: ${what}`);

const placeholder = /\{\{([a-zA-Z]+)\}\}/g;

const namesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''));

/**
 * Reads one prompt: front matter, then `# System` and `# User`.
 * Throws Fault `config-invalid` when a part is missing or the placeholders are not those the front matter names.
 */
export const parsePrompt = (file: string, text: string): Prompt => {
  const parts = /^---\n([\s\S]*?)\n---\n+# System\n([\s\S]*?)\n# User\n([\s\S]*)$/.exec(text);
  if (!parts) throw invalid(file, 'needs front matter, then # System and # User');
  const [head = '', system = '', user = ''] = parts.slice(1);
  const read = headSchema.safeParse(parse(head));
  if (!read.success) throw invalid(file, z.prettifyError(read.error));
  const { id, version, input, output } = read.data;
  const used = namesIn(system + user);
  const wrong = [...used]
    .filter((name) => !input.includes(name))
    .concat(input.filter((name) => !used.has(name)));
  if (wrong.length > 0) throw invalid(file, `input and placeholders differ: ${wrong.join(', ')}`);
  return {
    id,
    version,
    output,
    system: system.trim(),
    user: user.trim(),
    hash: createHash('sha256').update(text).digest('hex'),
    fill: (values) => {
      const filled = (part: string) => part.replace(placeholder, (_, name: string) => values[name] ?? '');
      return { system: filled(system.trim()), user: filled(user.trim()) };
    },
  };
};

const readPrompt = async (dir: string, id: string): Promise<Prompt> => {
  const path = join(dir, `${id}.md`);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Fault('config-invalid', `Cannot read prompt ${id}`, { cause });
  });
  const prompt = parsePrompt(`${id}.md`, text.replaceAll('\r\n', '\n'));
  if (prompt.id !== id) throw invalid(`${id}.md`, `its id is ${prompt.id}`);
  return prompt;
};

/** Reads every prompt of the folder. Throws Fault `config-invalid`. */
export const readPrompts = async (dir: string): Promise<Prompts> => ({
  understandTurn: await readPrompt(dir, 'understand-turn'),
});
