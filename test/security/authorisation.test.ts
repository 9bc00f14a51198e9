import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { decide } from '../../src/complaint/decide.ts';
import { evolve } from '../../src/complaint/evolve.ts';
import type { Complaint, Stage } from '../../src/complaint/state.ts';
import type { Actor } from '../../src/terms.ts';
import { type Attempt, commandOf, commandTypes } from '../complaint/random-commands.ts';
import { complainant, context, staff, stranger, system } from '../support/given.ts';

/** Everybody there is: of each role one, and those who are nobody here. `he` is a head whom the complaint names. */
const actors: Readonly<Record<string, Actor>> = {
  complainant,
  stranger,
  system,
  holder: staff('lin'),
  handler: staff('chen'),
  head: staff('hu'),
  legal: staff('qian'),
  leader: staff('wu'),
  gm: staff('zhao'),
  independent: staff('sun'),
  admin: staff('owen'),
  unknown: staff('nobody'),
  recused: staff('he'),
};

const around = { ...context, recusals: ['he'] };

const attempt = (type: Command['type'], by: Actor, n: number): Attempt => ({ type, by, n, wait: 0 });

/** One life of a file, so that every stage is seen with an open escalation, drafts, a pause and a regrade where they can be. */
const lived: readonly (readonly [Command['type'], Actor, number])[] = [
  ['ReceiveComplaint', complainant, 14],
  ['Escalate', staff('lin'), 1],
  ['TakeComplaint', staff('lin'), 1],
  ['DraftReply', staff('lin'), 1],
  ['DraftLetter', staff('lin'), 2],
  ['OfferHandOver', staff('lin'), 1],
  ['Regrade', staff('lin'), 3],
  ['RecordFinding', staff('lin'), 1],
  ['ProposeRemedy', staff('lin'), 2],
  ['ApproveRemedy', staff('hu'), 1],
  ['ApproveRemedy', staff('wu'), 1],
  ['ApproveRemedy', staff('zhao'), 1],
  ['AcceptRemedy', complainant, 1],
  ['CarryOutRemedy', staff('lin'), 1],
  ['ResolveComplaint', staff('lin'), 1],
  ['AskFollowUp', system, 1],
  ['AnswerFollowUp', complainant, 3],
  ['ArchiveComplaint', system, 1],
];

const endings: readonly (readonly [Command['type'], Actor, number])[] = [
  ['WithdrawComplaint', complainant, 1],
  ['DeclineComplaint', staff('hu'), 1],
  ['MergeComplaint', staff('hu'), 1],
];

const step = (
  file: Complaint | null,
  [type, by, n]: (typeof lived)[number],
  at: number,
): Complaint | null => {
  const decision = decide(file, commandOf(attempt(type, by, n), file, at), around);
  if (decision.kind !== 'events') return file;
  return decision.events.reduce<Complaint | null>((before, event) => evolve(before, event), file);
};

/** The same file had those asked been off duty: still to be called. */
const uncalled = (file: Complaint): readonly Complaint[] =>
  file.escalation === null
    ? []
    : [{ ...file, escalation: { ...file.escalation, callAt: file.escalation.raisedAt } }];

const stages = (): ReadonlyMap<Stage, readonly Complaint[]> => {
  const seen = new Map<Stage, Complaint[]>();
  const keep = (file: Complaint | null) =>
    file && seen.set(file.stage, [...(seen.get(file.stage) ?? []), file, ...uncalled(file)]);
  let file: Complaint | null = null;
  for (const [index, one] of lived.entries()) {
    file = step(file, one, index * 5);
    keep(file);
    if (index === 2) for (const ending of endings) keep(step(file, ending, index * 5 + 1));
  }
  return seen;
};

/** Whether this person can change a file at this stage by this command, whatever they put into it. */
const may = (type: Command['type'], by: Actor, files: readonly Complaint[]): boolean =>
  files.some((file) =>
    Array.from({ length: 24 }, (_, n) => n).some(
      (n) => decide(file, commandOf(attempt(type, by, n), file, 500), around).kind === 'events',
    ),
  );

const table = (): readonly string[] => {
  const seen = [...stages()];
  return commandTypes.flatMap((type) => {
    const byStage = seen.map(
      ([stage, files]) =>
        [
          stage,
          Object.keys(actors)
            .filter((name) => may(type, actors[name] ?? system, files))
            .join(' ') || 'nobody',
        ] as const,
    );
    const groups = Map.groupBy(byStage, ([, who]) => who);
    const [usual] = [...groups].sort(([, one], [, other]) => other.length - one.length);
    return [...groups].map(
      ([who, where]) =>
        `${type.padEnd(22)} ${who === usual?.[0] ? 'else' : where.map(([stage]) => stage).join(' ')} : ${who}`,
    );
  });
};

const expected = readFileSync(new URL('authorisation.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('who may do what, when [AD-5]', () => {
  it('is tried at every stage there is', () => {
    expect([...stages().keys()].sort()).toEqual(
      'archived declined investigated merged received remedy_accepted remedy_offered remedy_proposed resolved taken withdrawn'.split(
        ' ',
      ),
    );
  });

  it('is what authorisation.txt says, for every command, everybody and every stage', () => {
    expect([...table()].sort()).toEqual([...expected].sort());
  });

  it.each(['unknown', 'recused', 'stranger'])('lets the %s person do nothing anywhere [S1.13]', (name) => {
    for (const line of table()) expect(line.split(' : ')[1]?.split(' ')).not.toContain(name);
  });

  it('lets no complainant do what staff decide, and no staff accept in a complainant’s name', () => {
    const line = (type: string) =>
      table()
        .filter((one) => one.startsWith(`${type} `))
        .join();
    for (const type of [
      'Regrade',
      'ApproveRemedy',
      'ProposeRemedy',
      'ResolveComplaint',
      'RevealPersonalData',
      'ArchiveComplaint',
    ])
      expect(line(type)).not.toContain('complainant');
    for (const type of ['AcceptRemedy', 'DeclineRemedy', 'AnswerFollowUp'])
      for (const name of ['holder', 'handler', 'head', 'gm', 'system'])
        expect(line(type).split(/[ ,]/)).not.toContain(name);
  });
});
