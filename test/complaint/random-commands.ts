import fc from 'fast-check';
import type { Command } from '../../src/complaint/commands.ts';
import type { Complaint } from '../../src/complaint/state.ts';
import { openDeadlines } from '../../src/policy/deadlines.ts';
import type { Actor, Instant, Severity } from '../../src/terms.ts';
import {
  complainant,
  facts,
  minutes,
  policy,
  receive,
  staff,
  statement,
  stranger,
  system,
} from '../support/given.ts';

/** One random thing somebody tries; the file decides what it is about. */
export interface Attempt {
  readonly type: Command['type'];
  /** 'apt': somebody whose command it usually is. */
  readonly by: Actor | 'apt';
  readonly n: number;
  /** Minutes since the attempt before. */
  readonly wait: number;
}

interface Setting {
  readonly at: Instant;
  readonly by: Actor;
  readonly n: number;
  readonly file: Complaint | null;
}

const people = ['lin', 'chen', 'hu', 'he', 'qian', 'wu', 'zhao', 'sun', 'owen', 'nobody'] as const;
const pick = <T>(list: readonly [T, ...T[]], n: number): T => list[n % list.length] ?? list[0];
const id = (kind: string, n: number): string => `${kind}-${n % 3}`;
/** Mostly the remedy last proposed, sometimes one that is past or never was. */
const remedyId = (file: Complaint | null, n: number): string =>
  n % 7 === 0 ? id('p', n) : (file?.remedies.at(-1)?.id ?? 'p-0');
const said = (n: number) =>
  facts({
    media: n % 7 === 0,
    legal: n % 5 === 0,
    demonstration: n % 11 === 0,
    departments: 1 + (n % 2),
    safety: n % 13 === 0 ? 2 : 0,
  });
const severity = (n: number): Severity => pick<Severity>([1, 2, 3, 4], n);
const yesNo = (n: number) => pick([true, false, null], n);
const rating = (n: number) => pick<1 | 2 | 3 | 4 | 5 | null>([1, 2, 3, 4, 5, null], n);
const words = (n: number): string => (n % 6 === 0 ? '' : `理由 ${n % 4}`);
const money = (n: number) => (n % 3 === 0 ? null : { amountMinor: (n % 9) * 40_000, currency: 'CNY' });

type Make = (setting: Setting) => Command;

const make: Readonly<Record<Command['type'], Make>> = {
  ReceiveComplaint: ({ at, by, n }) =>
    receive({
      at,
      by,
      facts: said(n),
      intake: n % 2 ? 'complete' : 'incomplete',
      nature: n % 5 ? 'complaint' : 'enquiry',
      contact: n % 4 ? receive().contact : null,
    }),
  AddStatement: ({ at, by, n }) => ({
    type: 'AddStatement',
    at,
    by,
    statement: statement(id('m', n)),
    facts: said(n),
    evidence: {},
    details: {},
  }),
  CompleteIntake: ({ at, by, n }) => ({
    ...receive(),
    type: 'CompleteIntake',
    at,
    by,
    facts: said(n),
  }),
  AmendStatement: ({ at, by, n }) => ({
    type: 'AmendStatement',
    at,
    by,
    statementId: id('m', n),
    text: n % 4 ? `改 ${n % 4}` : null,
  }),
  WithdrawComplaint: ({ at, by, n }) => ({ type: 'WithdrawComplaint', at, by, reason: words(n) }),
  RequestPerson: ({ at, by }) => ({ type: 'RequestPerson', at, by }),
  RequestHigher: ({ at, by }) => ({ type: 'RequestHigher', at, by }),
  AcceptRemedy: ({ at, by, n, file }) => ({
    type: 'AcceptRemedy',
    at,
    by,
    remedyId: remedyId(file, n),
    evidence: words(n),
  }),
  DeclineRemedy: ({ at, by, n, file }) => ({
    type: 'DeclineRemedy',
    at,
    by,
    remedyId: remedyId(file, n),
    evidence: words(n),
  }),
  AnswerFollowUp: ({ at, by, n }) => ({
    type: 'AnswerFollowUp',
    at,
    by,
    solved: yesNo(n),
    rating: rating(n),
  }),
  ReopenComplaint: ({ at, by, n }) => ({ type: 'ReopenComplaint', at, by, reason: words(n) }),
  TakeComplaint: ({ at, by }) => ({ type: 'TakeComplaint', at, by }),
  OfferHandOver: ({ at, by, n }) => ({
    type: 'OfferHandOver',
    at,
    by,
    to: pick(people, n),
    reason: words(n),
  }),
  AcceptHandOver: ({ at, by }) => ({ type: 'AcceptHandOver', at, by }),
  RefuseHandOver: ({ at, by, n }) => ({ type: 'RefuseHandOver', at, by, reason: words(n) }),
  Regrade: ({ at, by, n }) => ({ type: 'Regrade', at, by, severity: severity(n), reason: words(n) }),
  ApproveRegrade: ({ at, by }) => ({ type: 'ApproveRegrade', at, by }),
  RejectRegrade: ({ at, by, n }) => ({ type: 'RejectRegrade', at, by, reason: words(n) }),
  AddNote: ({ at, by, n }) => ({ type: 'AddNote', at, by, text: words(n), files: [] }),
  DraftReply: ({ at, by, n }) => ({
    type: 'DraftReply',
    at,
    by,
    replyId: id('r', n),
    purpose: 'reply',
    text: words(n),
    violations: [],
  }),
  SendReply: ({ at, by, n }) => ({ type: 'SendReply', at, by, replyId: id('r', n) }),
  DiscardReply: ({ at, by, n }) => ({ type: 'DiscardReply', at, by, replyId: id('r', n) }),
  RecordFinding: ({ at, by, n }) => ({
    type: 'RecordFinding',
    at,
    by,
    outcome: 'upheld',
    valid: n % 2 === 0,
    department: 'quality',
    cause: words(n),
    text: words(n + 1),
  }),
  ProposeRemedy: ({ at, by, n, file }) => ({
    type: 'ProposeRemedy',
    at,
    by,
    remedyId: n % 7 === 0 ? id('p', n) : `p-${file?.remedies.length ?? 0}`,
    kind: money(n) === null ? 'repair' : 'refund',
    money: money(n),
    text: '补偿',
    withinDays: n % 5,
  }),
  ApproveRemedy: ({ at, by, n, file }) => ({ type: 'ApproveRemedy', at, by, remedyId: remedyId(file, n) }),
  RejectRemedy: ({ at, by, n, file }) => ({
    type: 'RejectRemedy',
    at,
    by,
    remedyId: remedyId(file, n),
    reason: words(n),
  }),
  ReturnRemedy: ({ at, by, n, file }) => ({
    type: 'ReturnRemedy',
    at,
    by,
    remedyId: remedyId(file, n),
    instruction: words(n),
  }),
  CarryOutRemedy: ({ at, by, n, file }) => ({
    type: 'CarryOutRemedy',
    at,
    by,
    remedyId: remedyId(file, n),
    proof: words(n),
  }),
  Escalate: ({ at, by, n }) => ({ type: 'Escalate', at, by, reason: words(n) }),
  AcknowledgeEscalation: ({ at, by }) => ({ type: 'AcknowledgeEscalation', at, by }),
  AdvanceEscalation: ({ at, by, n, file }) => ({
    type: 'AdvanceEscalation',
    at,
    by,
    step: file?.escalation?.step ?? n % 3,
  }),
  ReturnEscalation: ({ at, by, n }) => ({ type: 'ReturnEscalation', at, by, instruction: words(n) }),
  ResolveComplaint: ({ at, by, n }) => ({ type: 'ResolveComplaint', at, by, text: words(n) }),
  DeclineComplaint: ({ at, by, n }) => ({
    type: 'DeclineComplaint',
    at,
    by,
    ground: n % 2 ? 'not_ours' : 'settled',
    text: words(n),
  }),
  MergeComplaint: ({ at, by, n }) => ({ type: 'MergeComplaint', at, by, into: `R-2026-00000${1 + (n % 3)}` }),
  LinkComplaint: ({ at, by, n }) => ({ type: 'LinkComplaint', at, by, with: `R-2026-00000${1 + (n % 3)}` }),
  RevealPersonalData: ({ at, by }) => ({ type: 'RevealPersonalData', at, by }),
  TakeTalk: ({ at, by }) => ({ type: 'TakeTalk', at, by }),
  ReturnTalk: ({ at, by }) => ({ type: 'ReturnTalk', at, by }),
  NoteReachability: ({ at, by, n }) => ({ type: 'NoteReachability', at, by, reachable: n % 2 === 0 }),
  UpdateSameness: ({ at, by, n }) => ({
    type: 'UpdateSameness',
    at,
    by,
    sameComplainants: 1 + (n % 4),
    repeatsAfterHandling: n % 4,
    related: [`R-2026-00000${2 + (n % 3)}`],
  }),
  CheckClock: ({ at, by, n, file }) => {
    const open = file === null ? [] : openDeadlines(file.timeline, policy);
    const deadline = open[n % Math.max(1, open.length)];
    const percent = pick([50, 75, 90, 100], n);
    return {
      type: 'CheckClock',
      at,
      by,
      clock: deadline?.clock ?? 'none',
      percent,
      dueAt: deadline?.dueAt ?? at,
    };
  },
  AskFollowUp: ({ at, by, n, file }) => ({
    type: 'AskFollowUp',
    at,
    by,
    attempt: n % 6 === 0 ? 1 : (file?.followUp.attempts.length ?? 0) + 1,
  }),
  ArchiveComplaint: ({ at, by }) => ({ type: 'ArchiveComplaint', at, by }),
  RecordDelivery: ({ at, by, n }) => ({
    type: 'RecordDelivery',
    at,
    by,
    messageId: id('o', n),
    purpose: 'reply',
    delivered: n % 2 === 0,
  }),
};

const isType = (name: string): name is Command['type'] => name in make;

/** Every kind of command there is. */
export const commandTypes: readonly Command['type'][] = Object.keys(make).filter(isType);

const saidByComplainants: readonly Command['type'][] = [
  'ReceiveComplaint',
  'AddStatement',
  'CompleteIntake',
  'AmendStatement',
  'WithdrawComplaint',
  'RequestPerson',
  'RequestHigher',
  'AcceptRemedy',
  'DeclineRemedy',
  'AnswerFollowUp',
];
const doneByUs: readonly Command['type'][] = [
  'AdvanceEscalation',
  'CheckClock',
  'AskFollowUp',
  'RecordDelivery',
  'UpdateSameness',
];
const decidedAbove: readonly Command['type'][] = [
  'ApproveRemedy',
  'RejectRemedy',
  'ReturnRemedy',
  'ApproveRegrade',
  'RejectRegrade',
  'AcknowledgeEscalation',
  'ReturnEscalation',
];

/** Somebody whose command it usually is: the complainant, ourselves, a manager, who was offered the file, its holder. */
const apt = ({ type, n }: Attempt, file: Complaint | null): Actor => {
  if (saidByComplainants.includes(type)) return complainant;
  if (doneByUs.includes(type)) return system;
  if (decidedAbove.includes(type)) return staff(pick(['hu', 'wu', 'zhao'], n));
  if (type === 'AcceptHandOver' || type === 'RefuseHandOver') return staff(file?.handOver?.to ?? 'chen');
  if (type === 'TakeTalk' || type === 'ReturnTalk') return staff(file?.talkHeldBy ?? 'lin');
  return staff(file?.handler ?? pick(['lin', 'chen'], n));
};

/** The command an attempt comes to on this file. */
export const commandOf = (attempt: Attempt, file: Complaint | null, elapsed: number): Command => {
  const by = attempt.by === 'apt' ? apt(attempt, file) : attempt.by;
  return make[attempt.type]({ at: minutes(elapsed), by, n: attempt.n, file });
};

/** Mostly people who may, so that files get far; also strangers, and people we do not know. */
const actor: fc.Arbitrary<Attempt['by']> = fc.oneof(
  { weight: 8, arbitrary: fc.constant('apt' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...people).map(staff) },
  { weight: 1, arbitrary: fc.constantFrom(complainant, stranger, system) },
);

const endings: readonly Command['type'][] = [
  'WithdrawComplaint',
  'DeclineComplaint',
  'MergeComplaint',
  'ReceiveComplaint',
];
const steps = commandTypes.filter((type) => !endings.includes(type));
/** The way most files go, so that the far end of it is tried as often as the beginning. */
const way: readonly Command['type'][] = [
  'TakeComplaint',
  'RecordFinding',
  'ProposeRemedy',
  'ApproveRemedy',
  'AcceptRemedy',
  'CarryOutRemedy',
  'ResolveComplaint',
  'AskFollowUp',
  'AnswerFollowUp',
  'ArchiveComplaint',
  'DraftReply',
  'SendReply',
];

const type: fc.Arbitrary<Command['type']> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...way) },
  { weight: 10, arbitrary: fc.constantFrom(...steps) },
  { weight: 1, arbitrary: fc.constantFrom(...endings, 'ReopenComplaint' as const) },
);

/** A life of a file: attempts in the order of time, the first of them a receipt. */
export const attempts: fc.Arbitrary<readonly Attempt[]> = fc
  .tuple(
    fc.nat(1000),
    fc.array(fc.record({ type, by: actor, n: fc.nat(1000), wait: fc.nat(600) }), {
      minLength: 10,
      maxLength: 100,
      size: 'max',
    }),
  )
  .map(([n, rest]) => [{ type: 'ReceiveComplaint', by: 'apt', n, wait: 0 }, ...rest]);
