import type { Command } from '../complaint/commands.ts';
import type { Complaint } from '../complaint/state.ts';
import { sayCard } from '../dialog/script/card.ts';
import { sayDesk } from '../dialog/script/desk.ts';
import { sayAnswer } from '../dialog/script/refusal.ts';
import type { CommandArrival } from '../inbound/message.ts';
import { formatInstant } from '../outbox/format.ts';
import { openDeadlines } from '../policy/deadlines.ts';
import { label } from '../policy/intake.ts';
import type { Person } from '../policy/organisation.ts';
import {
  complaintsOf,
  findComplaint,
  reserveNumber,
  searchComplaints,
  unclaimedComplaints,
} from '../store/complaints.ts';
import type { Tx } from '../store/database.ts';
import type { Locale } from '../terms.ts';
import { sanitise } from '../triage/normalise.ts';
import { answerSender, localeOf, senderOf } from './answer.ts';
import { carryOut } from './register.ts';
import type { World } from './world.ts';

/** One complaint in one line, for lists. */
export const complaintLine = (complaint: Complaint, locale: Locale, world: World): string => {
  const policy = world.policies.of(complaint.pack);
  const [next] = openDeadlines(complaint.timeline, policy);
  return sayDesk(locale, 'line', {
    number: complaint.number,
    severity: complaint.severity,
    type: label(complaint.assessment.type, locale, policy),
    stage: sayCard(locale, `stage.${complaint.stage}`, { into: complaint.mergedInto ?? '' }),
    next: next
      ? sayDesk(locale, 'next', {
          clock: label(next.clock, locale, policy),
          when: formatInstant(next.dueAt, locale, world.zone),
        })
      : '',
  });
};

const mine = async (tx: Tx, person: Person, locale: Locale, world: World): Promise<string> => {
  const held = await complaintsOf(tx, person.id);
  const unclaimed = await unclaimedComplaints(tx);
  const lines = (rows: typeof held) => rows.map(({ complaint }) => complaintLine(complaint, locale, world));
  return [
    sayDesk(locale, 'mine', { count: held.length }),
    ...lines(held),
    ...(unclaimed.length > 0
      ? ['', sayDesk(locale, 'unclaimed', { count: unclaimed.length }), ...lines(unclaimed)]
      : []),
  ].join('\n');
};

const status = async (tx: Tx, number: string, locale: Locale, world: World): Promise<string> => {
  const stream = await findComplaint(tx, number.trim().toUpperCase());
  return stream ? complaintLine(stream.complaint, locale, world) : sayAnswer(locale, 'unknown-complaint');
};

const search = async (tx: Tx, words: string, locale: Locale, world: World): Promise<string> => {
  const found = words.trim() === '' ? [] : await searchComplaints(tx, words.trim());
  if (found.length === 0) return sayDesk(locale, 'none');
  return [
    sayDesk(locale, 'found', { count: found.length }),
    ...found.map((one) => complaintLine(one, locale, world)),
  ].join('\n');
};

/** A complaint taken by phone, in a shop or forwarded (IN-12): the same file, without a talk. */
const record = async (
  tx: Tx,
  message: CommandArrival,
  person: Person,
  locale: Locale,
  world: World,
): Promise<string> => {
  const field = (name: string): string => sanitise(message.fields?.[name] ?? '').text.trim();
  const what = field('what') || message.text.trim();
  if (what === '') return sayDesk(locale, 'whatMissing');
  const at = world.clock.now();
  const heard = world.understand(what);
  const type = field('type');
  const number = await reserveNumber(tx, Number(at.slice(0, 4)));
  const known = { name: field('name'), phone: field('phone'), wanted: field('wanted') };
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
  const { wanted: _wanted, ...person_ } = given;
  const command: Command = {
    type: 'ReceiveComplaint',
    at,
    by: { kind: 'staff', id: person.id },
    number,
    receivedAt: at,
    nature: 'complaint',
    intake: 'complete',
    source: 'form',
    contact: null,
    complainant: { id: world.ids.next('person'), kind: heard.facts.complainantKind, ...person_ },
    statements: [{ id: message.key, text: what, at, files: [] }],
    summary: what,
    details: { ...heard.details, narrative: what, ...given },
    facts: { ...heard.facts, ...(type ? { type } : {}) },
    evidence: heard.evidence,
  };
  const { refusal } = await carryOut(tx, number, [command], world);
  return refusal
    ? sayAnswer(locale, refusal.code, { ...refusal.data })
    : sayDesk(locale, 'recorded', { number });
};

/** Answers a command that staff typed: what they hold, how one stands, find, record. */
export const deskCommand = async (tx: Tx, message: CommandArrival, world: World): Promise<void> => {
  const person = senderOf(message, world);
  const locale = localeOf(person, world);
  if (!person) return answerSender(tx, message, sayAnswer(locale, 'unknown-person'), world);
  const answers: Readonly<Record<CommandArrival['name'], () => Promise<string> | string>> = {
    mine: () => mine(tx, person, locale, world),
    status: () =>
      message.text.trim() === '' ? mine(tx, person, locale, world) : status(tx, message.text, locale, world),
    search: () => search(tx, message.text, locale, world),
    new: () => record(tx, message, person, locale, world),
    help: () => sayDesk(locale, 'help'),
    start: () => sayDesk(locale, 'help'),
    link: () => sayDesk(locale, 'help'),
  };
  await answerSender(tx, message, await answers[message.name](), world);
};
