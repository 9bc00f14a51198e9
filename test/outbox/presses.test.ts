import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../../src/complaint/decide.ts';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { evolve } from '../../src/complaint/evolve.ts';
import type { Complaint } from '../../src/complaint/state.ts';
import type { DeskAction } from '../../src/dialog/desk/action.ts';
import { formOf } from '../../src/dialog/desk/forms.ts';
import { notOffered } from '../../src/dialog/desk/offered.ts';
import { pressed } from '../../src/dialog/desk/press.ts';
import type { FormField } from '../../src/outbox/message.ts';
import { addMinutes } from '../../src/policy/time.ts';
import type { Instant } from '../../src/terms.ts';
import { attempts, commandOf } from '../complaint/random-commands.ts';
import { context, minutes, organisation, policy } from '../support/given.ts';

/** One of each role. `he` is a head whom every one of these complaints names; `nobody` is not in the organisation. */
const people = ['lin', 'chen', 'hu', 'qian', 'wu', 'zhao', 'sun', 'owen', 'he', 'nobody'];
const around = { ...context, recusals: ['he'] };

/** A button somebody still has on their screen, and the file as it is when they press it. */
interface Case {
  readonly file: Complaint;
  readonly action: DeskAction;
  readonly at: Instant;
}

const plain = [
  ...[
    'take',
    'hand-over',
    'accept-hand-over',
    'refuse-hand-over',
    'regrade',
    'approve-regrade',
    'reject-regrade',
  ],
  ...[
    'reply',
    'finding',
    'propose-remedy',
    'escalate',
    'acknowledge',
    'return-escalation',
    'resolve',
    'decline',
  ],
  ...[
    'link',
    'merge',
    'reveal',
    'take-talk',
    'return-talk',
    'archive',
    'reopen',
    'recuse',
    'open-file',
    'pause',
  ],
  ...['approve-pause', 'reject-pause', 'resume', 'billing-error', 'letter', 'parties', 'confirm-authority'],
  ...[
    'end-withdrawn',
    'responsibility',
    'approve-responsibility',
    'reject-responsibility',
    'publish-sanction',
  ],
  ...['final-response', 'enter-follow-up'],
].map((name) => ({ do: name })) as unknown as readonly DeskAction[];

/** Every button there can be for this file, whether its card shows it now or showed it once. */
const buttonsFor = (file: Complaint, at: Instant): readonly DeskAction[] => [
  ...plain,
  ...file.drafts.flatMap(({ id: replyId }): readonly DeskAction[] => [
    { do: 'send-reply', replyId },
    { do: 'edit-reply', replyId },
    { do: 'discard-reply', replyId },
  ]),
  ...file.remedies.slice(-2).flatMap(({ id: remedyId }): readonly DeskAction[] => [
    { do: 'approve-remedy', remedyId },
    { do: 'return-remedy', remedyId },
    { do: 'reject-remedy', remedyId },
    { do: 'edit-remedy', remedyId },
    { do: 'carry-out', remedyId },
    { do: 'enter-answer', remedyId },
  ]),
  ...file.letters.slice(-2).flatMap(({ id: letterId, versions }): readonly DeskAction[] => [
    { do: 'approve-letter', letterId, version: versions.length },
    { do: 'edit-letter', letterId },
    { do: 'return-letter', letterId },
    { do: 'send-letter', letterId },
    { do: 'preview-letter', letterId },
  ]),
  ...file.suspects.slice(0, 1).flatMap(({ person }): readonly DeskAction[] => [
    { do: 'confirm-recusal', person },
    { do: 'deny-recusal', person },
  ]),
  ...file.promises.slice(-1).map(({ id }): DeskAction => ({ do: 'keep-promise', promiseId: id })),
  { do: 'note-promise', promiseId: 'p-new', text: '明天回电', dueAt: addMinutes(at, 24 * 60) },
  { do: 'change-speaker', to: file.nextSpeaker ?? 'C-2' },
  { do: 'decline-speaker', to: file.nextSpeaker ?? 'C-2' },
  ...(file.formerSpeaker === null ? [] : [{ do: 'return-word', from: file.complainant.id } as const]),
];

/** What about a file decides on presses: one file for each of these is enough. */
const standing = (file: Complaint): string =>
  [
    file.stage,
    file.handler !== null,
    file.handOver !== null,
    file.regrade !== null,
    file.pause !== null,
    file.pauseProposal !== null,
    file.withdrawn !== null,
    file.nextSpeaker,
    file.contact !== null && file.reachable,
    file.finding?.outcome,
    file.remedies.at(-1)?.status,
    file.letters.at(-1)?.status,
    file.responsibility?.status,
    file.responsibility?.approved,
    file.escalation?.role,
    file.complainant.onBehalfOf,
  ].join();

/** Files at every stage of random lives, and each kind of button at each stage some times over. */
const collect = (): readonly Case[] => {
  const kept = new Map<string, Case>();
  const counts = new Map<string, number>();
  for (const tries of fc.sample(attempts, { numRuns: 500, seed: 3 })) {
    let file: Complaint | null = null;
    let elapsed = 0;
    for (const attempt of tries) {
      elapsed += attempt.wait;
      const decision = decide(file, commandOf(attempt, file, elapsed), around);
      if (decision.kind !== 'events') continue;
      file = decision.events.reduce<Complaint | null>(evolve, file);
      if (file === null) continue;
      const at = minutes(elapsed);
      for (const action of buttonsFor(file, at)) {
        const place = `${action.do}/${standing(file)}`;
        const kind = `${action.do}/${file.stage}`;
        const known = counts.get(kind) ?? 0;
        if (kept.has(place) || known >= 30) continue;
        kept.set(place, { file, action, at });
        counts.set(kind, known + 1);
      }
    }
  }
  return [...kept.values()];
};

const filled = ({ id, kind, options, initial }: FormField): string => {
  if (id === 'charged') return '20 CNY';
  if (id === 'anyway') return 'yes';
  if (kind === 'choice')
    return options?.find(({ value }) => value === initial)?.value ?? options?.[0]?.value ?? '';
  if (kind === 'money') return '10 CNY';
  if (kind === 'number') return initial ?? '3';
  return id === 'number' ? 'R-2026-000777' : `${initial ?? ''}已核实`;
};

/** The form as it is shown to this person, filled in. */
const fill = ({ file, action }: Case, personId: string): Readonly<Record<string, string>> => {
  const form = { complaint: file, policy, organisation, locale: 'zh-CN', personId } as const;
  const fields = Object.fromEntries(
    (formOf('', action, form)?.fields ?? []).map((field) => [field.id, filled(field)]),
  );
  expect(notOffered(action, fields, form)).toBeUndefined();
  return fields;
};

/** What a press comes to. */
const press = (
  one: Case,
  personId: string,
  { fields = fill(one, personId), newId = 'n-1' } = {},
): readonly ComplaintEvent[] => {
  const { file, action, at } = one;
  const covered = { facts: [], approved: [], days: { today: '2026-11-21', agreed: [] }, upheld: false };
  const result = pressed({ action, fields, personId, at, newId, covered });
  if ('problem' in result) return [];
  const decision = decide(file, result.command, around);
  return decision.kind === 'events' ? decision.events : [];
};

const afterwards = (one: Case, events: readonly ComplaintEvent[]): Case => ({
  ...one,
  file: events.reduce<Complaint>(evolve, one.file),
  at: addMinutes(one.at, 1),
});

/** A look is a look each time, and logged each time; letters and remedies have several steps, each signed by another. */
const meantAgain = [
  'reveal',
  'reveal, by another',
  'open-file',
  'open-file, by another',
  'approve-letter, by another',
  'approve-remedy, by another',
];

let cases: readonly Case[];
beforeAll(() => {
  cases = collect();
}, 60_000);

const table = (): readonly string[] => {
  const may = new Map<string, Set<string>>();
  for (const one of cases)
    for (const person of people) {
      const known = may.get(one.action.do) ?? new Set();
      may.set(one.action.do, known);
      if (press(one, person).length > 0) known.add(person === one.file.handler ? 'holder' : person);
    }
  return [...may].map(([name, who]) => `${name.padEnd(24)} ${[...who].sort().join(' ') || 'nobody'}`).sort();
};

describe('every button the desk is ever shown [AD-5]', () => {
  test('may be pressed by whom presses.txt says', () => {
    const expected = readFileSync(new URL('presses.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(table()).toEqual(expected);
  }, 60_000);

  test('does nothing for whoever the complaint names, nor for a stranger, now or on an old card [S1.13]', () => {
    for (const one of cases)
      for (const person of ['he', 'nobody', ...one.file.recusals])
        expect(press(one, person), `${one.action.do} by ${person}`).toEqual([]);
  }, 60_000);

  test('pressed twice by one, or by another after them, has its effect once [AP-2]', () => {
    const again = new Set<string>();
    for (const one of cases) {
      const first = people.find((person) => press(one, person).length > 0);
      if (first === undefined) continue;
      const fields = fill(one, first);
      const after = afterwards(one, press(one, first, { fields }));
      for (const person of people)
        if (press(after, person, { fields, newId: 'n-2' }).length > 0)
          again.add(person === first ? one.action.do : `${one.action.do}, by another`);
    }
    expect([...again].filter((name) => !meantAgain.includes(name))).toEqual([]);
  }, 60_000);
});
