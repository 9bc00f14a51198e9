import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Command, ReceiveComplaint, Statement } from '../../src/complaint/commands.ts';
import type { Context } from '../../src/complaint/context.ts';
import { decide } from '../../src/complaint/decide.ts';
import type { Decision } from '../../src/complaint/decision.ts';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { fold } from '../../src/complaint/evolve.ts';
import type { RefusalCode } from '../../src/complaint/refusal.ts';
import type { Complaint } from '../../src/complaint/state.ts';
import { type FactEvidence, type Facts, noFacts } from '../../src/policy/facts.ts';
import { type Organisation, parseOrganisation } from '../../src/policy/organisation.ts';
import { parsePack } from '../../src/policy/parse.ts';
import { compilePolicy, type Policy } from '../../src/policy/policy.ts';
import { addMinutes } from '../../src/policy/time.ts';
import type { Actor, Instant, Severity } from '../../src/terms.ts';

const packFile = new URL('../../policies/general.yaml', import.meta.url);

const readPolicy = (): Policy => {
  const parsed = parsePack([{ file: 'general.yaml', text: readFileSync(packFile, 'utf8') }]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return compilePolicy({ pack: parsed.pack, calendars: [], zone: 'Asia/Shanghai' });
};

/** The default pack, as shipped. */
export const policy: Policy = readPolicy();

const organisationText = `
id: works
name: { zh-CN: 晨光家电, en: Chenguang Appliances }
privacyUrl: /privacy
contact: { zh-CN: 电话 400-000-0000, en: telephone 400-000-0000 }
departments:
  - { id: service, name: { zh-CN: 客户服务部, en: Customer Service }, head: hu }
people:
  - { id: lin, name: 林晓, roles: [handler], department: service }
  - { id: chen, name: 陈宇, roles: [handler], department: service }
  - { id: hu, name: 胡敏, roles: [head], department: service }
  - { id: he, name: 何川, roles: [head], department: service }
  - { id: qian, name: 钱律, roles: [legal] }
  - { id: wu, name: 吴建国, roles: [leader] }
  - { id: zhao, name: 赵岚, roles: [general_manager] }
  - { id: sun, name: 孙正, roles: [independent] }
  - { id: owen, name: Owen, roles: [process_owner, administrator] }
`;

const readOrganisation = (): Organisation => {
  const parsed = parseOrganisation({ file: 'works.yaml', text: organisationText });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.organisation;
};

/** Two handlers, two heads, counsel, leader, general manager, an independent person, a process owner. */
export const organisation: Organisation = readOrganisation();

/** What decisions look at unless a test says otherwise: nobody is named in the complaint. */
export const context: Context = { policy, organisation, recusals: [] };

/** Noon of a Saturday in Shanghai, when the first complaining message came. */
export const receivedAt: Instant = '2026-11-21T04:00:00.000Z';

/** So many minutes after receipt. */
export const minutes = (count: number): Instant => addMinutes(receivedAt, count);
/** So many hours after receipt. */
export const hours = (count: number): Instant => minutes(count * 60);
/** So many days after receipt. */
export const days = (count: number): Instant => hours(count * 24);

/** One of the staff acts. */
export const staff = (id: string): Actor => ({ kind: 'staff', id });
/** Whose complaint it is. */
export const complainant: Actor = { kind: 'complainant', id: 'C-1' };
/** Somebody else's complainant. */
export const stranger: Actor = { kind: 'complainant', id: 'C-2' };
/** A follow-up came due. */
export const system: Actor = { kind: 'system' };

/** Words of the complainant with nothing graver in them than what the test adds. */
export const statement = (id: string, text = '洗衣机漏水，修了两次还是漏。'): Statement => ({
  id,
  text,
  at: receivedAt,
  files: [],
});

/** Facts of an ordinary complaint about a leaking washing machine, with what the test adds. */
export const facts = (said: Partial<Facts> = {}): Facts => ({
  ...noFacts,
  type: 'product_quality',
  wants: ['fix'],
  ...said,
});

/** The receipt of a complaint told to the end in the web chat. */
export const receive = (told: Partial<Omit<ReceiveComplaint, 'type'>> = {}): ReceiveComplaint => ({
  type: 'ReceiveComplaint',
  at: minutes(3),
  by: complainant,
  number: 'R-2026-000001',
  receivedAt,
  nature: 'complaint',
  intake: 'complete',
  source: 'chat',
  contact: { conversation: 'talk-1', address: { channel: 'web', place: 'session-1' }, locale: 'zh-CN' },
  complainant: { id: 'C-1', kind: 'consumer', name: '王芳' },
  statements: [statement('m-1')],
  summary: '洗衣机漏水，维修两次未好，要求修好。',
  details: { narrative: '洗衣机漏水，修了两次还是漏。', subject: '洗衣机' },
  facts: facts(),
  evidence: { type: '洗衣机漏水' },
  ...told,
});

const eventsOf = (decision: Decision): readonly ComplaintEvent[] => {
  if (decision.kind === 'refused') throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
  return decision.kind === 'events' ? decision.events : [];
};

/** Every event of these commands, decided one after the other; a refusal on the way fails the test. */
export const history = (
  commands: readonly Command[],
  given: Context = context,
): readonly ComplaintEvent[] => {
  const events: ComplaintEvent[] = [];
  for (const command of commands) events.push(...eventsOf(decide(fold(events), command, given)));
  return events;
};

/** The file these commands make. */
export const fileOf = (commands: readonly Command[], given: Context = context): Complaint => {
  const file = fold(history(commands, given));
  if (file === null) throw new Error('nothing was received');
  return file;
};

/** A received complaint of this level, by facts that call for it. */
export const receivedAtLevel = (level: Severity): ReceiveComplaint => {
  const said: Record<Severity, { facts: Partial<Facts>; evidence: FactEvidence }> = {
    1: { facts: { demonstration: true }, evidence: { demonstration: '占领售楼处' } },
    2: { facts: { media: true }, evidence: { media: '找记者曝光' } },
    3: { facts: { departments: 2 }, evidence: {} },
    4: { facts: {}, evidence: {} },
  };
  return receive({ facts: facts(said[level].facts), evidence: said[level].evidence });
};

/** An event as a test states it: its type, and as many of its fields as the rule is about. */
export type Expected = Partial<ComplaintEvent> & Pick<ComplaintEvent, 'type'>;

/** What a command is answered with. */
interface Then {
  /** Exactly these events in this order; each is compared by the fields the test states. */
  then(...expected: readonly Expected[]): readonly ComplaintEvent[];
  /** A no with this code, and this data where the test states it. */
  thenRefused(code: RefusalCode, data?: Readonly<Record<string, string | number>>): void;
  thenNothing(): void;
  /** What the file is like afterwards. */
  thenFile(check: (file: Complaint) => void): void;
}

/** Given what happened, when a command comes, then … */
export const given = (events: readonly ComplaintEvent[], around: Partial<Context> = {}) => ({
  when: (command: Command): Then => {
    const decision = decide(fold(events), command, { ...context, ...around });
    return {
      // biome-ignore lint/suspicious/noThenProperty: never awaited; given, when, then is how a rule reads.
      then: (...expected) => {
        const happened = eventsOf(decision);
        expect(happened.map(({ type }) => type)).toEqual(expected.map(({ type }) => type));
        expect(happened).toMatchObject(expected);
        return happened;
      },
      thenRefused: (code, data = {}) => {
        expect(decision).toMatchObject({ kind: 'refused', refusal: { code, data } });
      },
      thenNothing: () => {
        expect(decision).toEqual({ kind: 'nothing' });
      },
      thenFile: (check) => {
        const file = fold([...events, ...eventsOf(decision)]);
        if (file === null) throw new Error('nothing was received');
        check(file);
      },
    };
  },
});
