import fc from 'fast-check';
import type { Command } from '../../src/complaint/commands.ts';
import type { Complaint } from '../../src/complaint/state.ts';
import type { Actor, Instant, Severity } from '../../src/terms.ts';
import {
  complainant,
  facts,
  minutes,
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
    supplier: n % 17 === 0,
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

const yuan = (n: number) => ({ amountMinor: n * 100, currency: 'CNY' });

const letterFile = {
  id: 'file-1',
  sha256: 'a'.repeat(64),
  name: 'R-1.pdf',
  mediaType: 'application/pdf',
  bytes: 9,
};

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
      complainant: { ...receive().complainant, ...(n % 3 ? {} : { onBehalfOf: '母亲' }) },
    }),
  AddStatement: ({ at, by, n }) => ({
    type: 'AddStatement',
    at,
    by,
    statement: statement(
      id('m', n),
      pick(['还是漏水。', '陈宇态度很差。', '你们的小何骂人。', '法院已经判决了。', '姓何的不讲理。'], n),
    ),
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
  ReopenComplaint: ({ at, by, n }) => ({
    type: 'ReopenComplaint',
    at,
    by,
    reason: words(n),
    ...(n % 3 ? { because: pick(['new_facts', 'review'] as const, n) } : {}),
  }),
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
    ...(n % 8 === 1 ? { billing: { charged: yuan(n), due: yuan(90), evidence: words(n) } } : {}),
    ...(n % 10 === 3 ? { bottomLine: true } : {}),
    ...(n % 4 === 1 ? { newFacts: '新的检测报告' } : {}),
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
  CallAsked: ({ at, by, file }) => ({ type: 'CallAsked', at: file?.escalation?.callAt ?? at, by }),
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
  CheckClocks: ({ at, by }) => ({ type: 'CheckClocks', at, by }),
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
  RecuseStaff: ({ at, by, n, file }) => ({
    type: 'RecuseStaff',
    at,
    by,
    person: n % 3 === 0 ? (file?.suspects[0]?.person ?? 'chen') : pick(['chen', 'he', 'nobody'], n),
    reason: words(n),
  }),
  DenyRecusal: ({ at, by, n, file }) => ({
    type: 'DenyRecusal',
    at,
    by,
    person: file?.suspects.at(-1)?.person ?? pick(people, n),
  }),
  OpenRestrictedFile: ({ at, by }) => ({ type: 'OpenRestrictedFile', at, by }),
  CheckUnclaimed: ({ at, by, file }) => ({
    type: 'CheckUnclaimed',
    at,
    by,
    since: file?.unclaimedSince ?? at,
  }),
  CheckHandOver: ({ at, by, file }) => ({
    type: 'CheckHandOver',
    at,
    by,
    offeredAt: file?.handOver?.at ?? at,
  }),
  CheckAge: ({ at, by }) => ({ type: 'CheckAge', at, by }),
  RemindStanding: ({ at, by }) => ({ type: 'RemindStanding', at, by }),
  PauseClocks: ({ at, by, n }) => ({
    type: 'PauseClocks',
    at,
    by,
    reason: pick(['waits_for_complainant', 'waits_for_outside', 'none'], n),
    note: words(n),
    days: n % 20,
  }),
  ApprovePause: ({ at, by }) => ({ type: 'ApprovePause', at, by }),
  RejectPause: ({ at, by, n }) => ({ type: 'RejectPause', at, by, reason: words(n) }),
  ResumeClocks: ({ at, by }) => ({ type: 'ResumeClocks', at, by }),
  PassApproval: ({ at, by, n, file }) => ({
    type: 'PassApproval',
    at,
    by,
    remedyId: remedyId(file, n),
    signed: file?.remedies.at(-1)?.approvals.length ?? 0,
  }),
  DraftLetter: ({ at, by, n }) => ({
    type: 'DraftLetter',
    at,
    by,
    letterId: 'l-0',
    text: words(n % 9 === 1 ? 1 : 2),
  }),
  ApproveLetter: ({ at, by, n, file }) => {
    const letter = file?.letters[n % Math.max(1, file.letters.length)];
    return {
      type: 'ApproveLetter',
      at,
      by,
      letterId: letter?.id ?? 'l-0',
      version: n % 9 === 0 ? 1 : (letter?.versions.length ?? 1),
    };
  },
  PassReview: ({ at, by, n, file }) => ({
    type: 'PassReview',
    at,
    by,
    letterId: n % 3 ? 'l-1' : 'l-0',
    signed: file?.letters[0]?.approvals.length ?? 0,
  }),
  PreviewLetter: ({ at, by, n }) => ({
    type: 'PreviewLetter',
    at,
    by,
    letterId: n % 3 ? 'l-1' : 'l-0',
    files: n % 5 === 0 ? [] : [letterFile],
  }),
  ReturnLetter: ({ at, by, n }) => ({
    type: 'ReturnLetter',
    at,
    by,
    letterId: n % 3 ? 'l-1' : 'l-0',
    instruction: words(n),
  }),
  SendLetter: ({ at, by, n, file }) => ({
    type: 'SendLetter',
    at,
    by,
    letterId: file?.letters[n % Math.max(1, file.letters.length)]?.id ?? 'l-0',
    ...(n % 2 ? {} : { files: [letterFile] }),
  }),
  ListParties: ({ at, by, n }) => ({
    type: 'ListParties',
    at,
    by,
    parties: ['王芳', '李强', '赵敏', '周杰']
      .slice(0, n % 5)
      .map((name, index) => ({ name, household: `${index % 3}` })),
  }),
  JoinComplaint: ({ at, by, n }) => ({
    type: 'JoinComplaint',
    at,
    by,
    id: n % 5 ? 'C-2' : 'C-1',
    name: pick(['王芳', '何军', ''], n),
    household: `${n % 3}`,
    contact: {
      conversation: `web:joined${n % 2}`,
      address: { channel: 'web', place: `joined${n % 2}` },
      locale: 'zh-CN',
    },
  }),
  LeaveComplaint: ({ at, by }) => ({ type: 'LeaveComplaint', at, by }),
  RequestSpeaker: ({ at, by, n, file }) => ({
    type: 'RequestSpeaker',
    at,
    by,
    to: (n % 3 ? file?.parties.find(({ joined }) => joined)?.joined?.id : undefined) ?? 'C-1',
  }),
  ChangeSpeaker: ({ at, by, n, file }) => ({
    type: 'ChangeSpeaker',
    at,
    by,
    to: (n % 3 ? file?.nextSpeaker : undefined) ?? 'C-2',
  }),
  DeclineSpeaker: ({ at, by, n, file }) => ({
    type: 'DeclineSpeaker',
    at,
    by,
    to: (n % 3 ? file?.nextSpeaker : undefined) ?? 'C-2',
    text: words(n),
  }),
  ReturnWord: ({ at, by, n, file }) => ({
    type: 'ReturnWord',
    at,
    by,
    from: (n % 3 ? file?.complainant.id : undefined) ?? 'C-2',
    text: words(n),
  }),
  ForgetParty: ({ at, by, n }) => ({ type: 'ForgetParty', at, by, id: n % 3 ? 'C-2' : 'C-3' }),
  ConfirmAuthority: ({ at, by, n }) => ({ type: 'ConfirmAuthority', at, by, proof: words(n) }),
  EndWithdrawn: ({ at, by, n }) => ({ type: 'EndWithdrawn', at, by, reason: words(n) }),
  RecordResponsibility: ({ at, by, n }) => ({
    type: 'RecordResponsibility',
    at,
    by,
    unit: words(n % 7 || 1),
    person: n % 2 ? '' : 'chen',
    deduction: money(n),
    reason: words(n + 1),
  }),
  PassResponsibility: ({ at, file }) => ({
    type: 'PassResponsibility',
    at,
    by: { kind: 'system' },
    askedAt: file?.responsibility?.askedAt ?? at,
  }),
  ApproveResponsibility: ({ at, by }) => ({ type: 'ApproveResponsibility', at, by }),
  PublishSanction: ({ at, by, n }) => ({ type: 'PublishSanction', at, by, text: n % 4 ? words(n) : '王芳' }),
  RejectResponsibility: ({ at, by, n }) => ({ type: 'RejectResponsibility', at, by, reason: words(n) }),
  SuggestGrade: ({ at, by, n }) => ({
    type: 'SuggestGrade',
    at,
    by,
    severity: pick([1, 2, 3, 4] as const, n),
    facts: ['safety'],
    evidence: [words(n)],
    promptHash: 'ab12',
  }),
  AddContact: ({ at, by, n }) => ({
    type: 'AddContact',
    at,
    by,
    contact: {
      conversation: `web:other${n % 2}`,
      address: { channel: 'web', place: `other${n % 2}` },
      locale: 'en',
    },
  }),
  NotePromise: ({ at, by, n }) => ({
    type: 'NotePromise',
    at,
    by,
    promiseId: `p${n % 2}`,
    text: words(n + 1),
    dueAt: at,
  }),
  KeepPromise: ({ at, by, n }) => ({ type: 'KeepPromise', at, by, promiseId: `p${n % 2}` }),
  CheckPromise: ({ at, n }) => ({ type: 'CheckPromise', at, by: { kind: 'system' }, promiseId: `p${n % 2}` }),
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
  'RequestSpeaker',
];
const doneByUs: readonly Command['type'][] = [
  'ForgetParty',
  'JoinComplaint',
  'SuggestGrade',
  'AdvanceEscalation',
  'CallAsked',
  'CheckClocks',
  'AskFollowUp',
  'RecordDelivery',
  'UpdateSameness',
  'CheckUnclaimed',
  'CheckHandOver',
  'CheckAge',
  'RemindStanding',
  'PassApproval',
  'PassReview',
];
const decidedAbove: readonly Command['type'][] = [
  'ApproveRemedy',
  'RejectRemedy',
  'ReturnRemedy',
  'ApproveRegrade',
  'RejectRegrade',
  'AcknowledgeEscalation',
  'ReturnEscalation',
  'ApprovePause',
  'RejectPause',
  'RejectResponsibility',
  'AddContact',
  'NotePromise',
  'KeepPromise',
  'CheckPromise',
];

/** Somebody whose command it usually is: the complainant, ourselves, a manager, who was offered the file, its holder. */
const apt = ({ type, n }: Attempt, file: Complaint | null): Actor => {
  if (saidByComplainants.includes(type)) return { kind: 'complainant', id: file?.complainant.id ?? 'C-1' };
  if (type === 'LeaveComplaint') return stranger;
  if (type === 'EndWithdrawn') return staff('hu');
  if (doneByUs.includes(type)) return system;
  if (decidedAbove.includes(type)) return staff(pick(['hu', 'wu', 'zhao'], n));
  if (type === 'ApproveLetter' || type === 'ReturnLetter')
    return staff(pick(['hu', 'qian', 'wu'], file?.letters[0]?.approvals.length ?? n));
  if (type === 'ApproveResponsibility' || type === 'PublishSanction') return staff('zhao');
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
  'AskFollowUp',
  'AnswerFollowUp',
  'ArchiveComplaint',
  'DraftReply',
  'SendReply',
  'DraftLetter',
  'ApproveLetter',
  'ApproveLetter',
  'ApproveLetter',
  'SendLetter',
  'RecordResponsibility',
  'ApproveResponsibility',
  'PublishSanction',
  'JoinComplaint',
  'RequestSpeaker',
  'ChangeSpeaker',
];

const type: fc.Arbitrary<Command['type']> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...way) },
  { weight: 10, arbitrary: fc.constantFrom(...steps) },
  { weight: 1, arbitrary: fc.constantFrom(...endings, 'ReopenComplaint' as const) },
);

/** Mostly hours, now and then a week in which nobody does anything. */
const wait = fc.oneof(
  { weight: 12, arbitrary: fc.nat(600) },
  { weight: 1, arbitrary: fc.constant(8 * 24 * 60) },
);

/** A life of a file: attempts in the order of time, the first of them a receipt. */
export const attempts: fc.Arbitrary<readonly Attempt[]> = fc
  .tuple(
    fc.nat(1000),
    fc.array(fc.record({ type, by: actor, n: fc.nat(1000), wait }), {
      minLength: 10,
      maxLength: 100,
      size: 'max',
    }),
  )
  .map(([n, rest]) => [{ type: 'ReceiveComplaint', by: 'apt', n, wait: 0 }, ...rest]);
