#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { AppRole } from './app.ts';
import { InputError, note, say } from './commands/terminal.ts';
import { readConfig, requireNode } from './config.ts';
import { isFault } from './faults.ts';

const usage = `redress – customer complaints in chat

  serve [--role all|intake|work]     start (npm start does the same)
  migrate                            bring the database up to date
  check [P]                          check configuration, pack, organisation and lexicons
  simulate FILE… [--quiet]           play scenarios on a virtual clock; --schema prints their schema
  why NUMBER                         explain the grades and dates of a complaint
  replay --pack P [--since D]        what another pack would have made of past complaints
  classify [--pack P] < IN > OUT     read texts, one JSON object a line; --engine rules|model
  same [--pack P] < IN > OUT         find which texts are the same complaint
  check-reply < IN > OUT             check replies against the rules of good answers
  export --complainant ID            everything held of one person; ID, phone, talk or number
  erase --complainant ID             take one person's data out and keep the figures
  hold --complainant ID --reason R   keep a person's records whatever happens; --lift ends it
  parked [retry ID…]                 what was set aside after its last try
  keys rotate                        seal all that is personal with the first of ENCRYPTION_KEYS
  audit verify                       check the chain of every complaint's events`;

const options = {
  role: { type: 'string' },
  pack: { type: 'string' },
  engine: { type: 'string' },
  since: { type: 'string' },
  schema: { type: 'boolean' },
  quiet: { type: 'boolean' },
  complainant: { type: 'string' },
  reason: { type: 'string' },
  lift: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Given = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];

const roles: readonly AppRole[] = ['all', 'intake', 'work'];

/** Commands load what they need when they are called, so that a small one starts fast. */
const commands: Readonly<Record<string, (args: readonly string[], given: Given) => Promise<number>>> = {
  serve: async (_args, given) => {
    const role = roles.find((one) => one === (given.role ?? 'all'));
    if (!role) throw new InputError(`--role is one of ${roles.join(', ')}`);
    await (await import('./serve.ts')).serve(process.env, role);
    return await new Promise<never>(() => undefined);
  },
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand(readConfig(process.env)),
  check: async (args, given) =>
    (await import('./commands/check.ts')).checkCommand(process.env, given.pack ?? args[0]),
  simulate: async (args, given) => {
    if (args.length === 0 && !given.schema) throw new InputError('simulate needs at least one scenario file');
    const { simulateCommand } = await import('./commands/simulate.ts');
    return simulateCommand(args, { schema: given.schema ?? false, quiet: given.quiet ?? false });
  },
  why: async (args) => (await import('./commands/why.ts')).whyCommand(readConfig(process.env), args[0] ?? ''),
  replay: async (_args, given) =>
    (await import('./commands/replay.ts')).replayCommand(readConfig(process.env), given.pack, given.since),
  classify: async (_args, given) =>
    (await import('./commands/classify.ts')).classifyCommand({
      pack: given.pack ?? process.env.POLICY_PACK ?? 'general',
      engine: given.engine ?? 'rules',
      env: process.env,
      model: async () => (await import('./connect.ts')).connectModel(readConfig(process.env)),
    }),
  same: async (_args, given) =>
    (await import('./commands/same.ts')).sameCommand(given.pack ?? process.env.POLICY_PACK ?? 'general'),
  'check-reply': async () => (await import('./commands/check-reply.ts')).checkReplyCommand(),
  export: async (_args, given) =>
    (await import('./commands/export.ts')).exportCommand(readConfig(process.env), given.complainant),
  erase: async (_args, given) =>
    (await import('./commands/erase.ts')).eraseCommand(readConfig(process.env), given.complainant),
  hold: async (_args, given) =>
    (await import('./commands/erase.ts')).holdCommand(readConfig(process.env), given),
  parked: async (args) => (await import('./commands/parked.ts')).parkedCommand(readConfig(process.env), args),
  keys: async (args) => {
    if (args[0] !== 'rotate') throw new InputError('keys rotate is the only keys command');
    return (await import('./commands/keys.ts')).keysCommand(readConfig(process.env));
  },
  audit: async (args) => {
    if (args[0] !== 'verify') throw new InputError('audit verify is the only audit command');
    return (await import('./commands/audit.ts')).auditCommand(readConfig(process.env));
  },
};

const run = async (): Promise<number> => {
  requireNode(process.versions);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  const [name = '', ...args] = positionals;
  const command = commands[name];
  if (values.help || name === '' || name === 'help') {
    say(usage);
    return 0;
  }
  if (!command) throw new InputError(`There is no command '${name}'.\n\n${usage}`);
  return command(args, values);
};

try {
  process.exitCode = await run();
} catch (error) {
  const told =
    isFault(error) || error instanceof InputError || (error instanceof TypeError && 'code' in error);
  note(
    told && error instanceof Error
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error),
  );
  process.exitCode = 1;
}
