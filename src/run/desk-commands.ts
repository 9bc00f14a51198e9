import type { Command } from '../complaint/commands.ts';
import type { Complaint } from '../complaint/state.ts';
import { newComplaintForm } from '../dialog/desk/forms.ts';
import { strayChoices } from '../dialog/desk/offered.ts';
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
import type { Locale } from '../terms.ts';
import { sanitise } from '../triage/normalise.ts';
import { answerSender, localeOf, senderOf } from './answer.ts';
import { carryOut } from './register.ts';
import type { Surroundings, Work } from './world.ts';

/** Whether somebody may know of a complaint: whoever it names does not find it (S1.13). */
const mayKnow =
  (person: Person) =>
  ({ recusals }: Complaint): boolean =>
    !recusals.includes(person.id);

/** One complaint in one line, for lists. */
export const complaintLine = (complaint: Complaint, locale: Locale, work: Surroundings): string => {
  const policy = work.policies.of(complaint.pack);
  const [next] = openDeadlines(complaint.timeline, policy);
  return sayDesk(locale, 'line', {
    number: complaint.number,
    severity: complaint.severity,
    type: label(complaint.assessment.type, locale, policy),
    stage: sayCard(locale, `stage.${complaint.stage}`, { into: complaint.mergedInto ?? '' }),
    next: next
      ? sayDesk(locale, 'next', {
          clock: label(next.clock, locale, policy),
          when: formatInstant(next.dueAt, locale, work.zone),
        })
      : '',
  });
};

const mine = async (person: Person, locale: Locale, work: Work): Promise<string> => {
  const held = await complaintsOf(work.tx, person.id);
  const unclaimed = (await unclaimedComplaints(work.tx)).filter(({ complaint }) =>
    mayKnow(person)(complaint),
  );
  const lines = (rows: typeof held) => rows.map(({ complaint }) => complaintLine(complaint, locale, work));
  return [
    sayDesk(locale, 'mine', { count: held.length }),
    ...lines(held),
    ...(unclaimed.length > 0
      ? ['', sayDesk(locale, 'unclaimed', { count: unclaimed.length }), ...lines(unclaimed)]
      : []),
  ].join('\n');
};

const status = async (
  number: string,
  person: Person,
  { locale, work }: { readonly locale: Locale; readonly work: Work },
): Promise<string> => {
  const stream = await findComplaint(work.tx, number.trim().toUpperCase());
  return stream && mayKnow(person)(stream.complaint)
    ? complaintLine(stream.complaint, locale, work)
    : sayAnswer(locale, 'unknown-complaint');
};

const search = async (
  words: string,
  person: Person,
  { locale, work }: { readonly locale: Locale; readonly work: Work },
): Promise<string> => {
  const all = words.trim() === '' ? [] : await searchComplaints(work.tx, words.trim());
  const found = all.filter(mayKnow(person));
  if (found.length === 0) return sayDesk(locale, 'none');
  return [
    sayDesk(locale, 'found', { count: found.length }),
    ...found.map((one) => complaintLine(one, locale, work)),
  ].join('\n');
};

/** A complaint taken by phone, in a shop or forwarded (IN-12): the same file, without a talk. */
const record = async (
  message: CommandArrival,
  person: Person,
  { locale, work }: { readonly locale: Locale; readonly work: Work },
): Promise<string> => {
  const field = (name: string): string => sanitise(message.fields?.[name] ?? '').text.trim();
  const form = newComplaintForm('new', work.policies.current, locale);
  const [stray] = strayChoices(form, message.fields ?? {});
  if (stray) return sayAnswer(locale, 'not-offered', { field: stray.label });
  const what = field('what') || message.text.trim();
  if (what === '') return sayDesk(locale, 'whatMissing');
  const at = work.clock.now();
  const heard = work.understand(what);
  const type = field('type');
  const number = await reserveNumber(work.tx, Number(at.slice(0, 4)));
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
    complainant: { id: work.ids.next('person'), kind: heard.facts.complainantKind, ...person_ },
    statements: [{ id: message.key, text: what, at, files: [] }],
    summary: what,
    details: { ...heard.details, narrative: what, ...given },
    facts: { ...heard.facts, ...(type ? { type } : {}) },
    evidence: heard.evidence,
  };
  const { refusal } = await carryOut(number, [command], work);
  return refusal
    ? sayAnswer(locale, refusal.code, { ...refusal.data })
    : sayDesk(locale, 'recorded', { number });
};

/** Answers a command that staff typed: what they hold, how one stands, find, record. */
export const deskCommand = async (message: CommandArrival, work: Work): Promise<void> => {
  const person = senderOf(message, work);
  const locale = localeOf(person, work, message.from.locale);
  if (!person) return answerSender(message, { text: sayAnswer(locale, 'unknown-person'), locale }, work);
  const answers: Readonly<Record<CommandArrival['name'], () => Promise<string> | string>> = {
    mine: () => mine(person, locale, work),
    status: () =>
      message.text.trim() === ''
        ? mine(person, locale, work)
        : status(message.text, person, { locale, work }),
    search: () => search(message.text, person, { locale, work }),
    new: () => record(message, person, { locale, work }),
    help: () => sayDesk(locale, 'help'),
    start: () => sayDesk(locale, 'help'),
    link: () => sayDesk(locale, 'help'),
  };
  await answerSender(message, { text: await answers[message.name](), locale }, work);
};
