import type { Command } from '../complaint/commands.ts';
import type { Party } from '../complaint/further-commands.ts';
import type { Refusal } from '../complaint/refusal.ts';
import { type Complaint, isClosed } from '../complaint/state.ts';
import type { DeskAction } from '../dialog/desk/action.ts';
import { coveredBy } from '../dialog/desk/covered.ts';
import { notOffered } from '../dialog/desk/offered.ts';
import { pressed } from '../dialog/desk/press.ts';
import { sayNotice } from '../dialog/script/notice.ts';
import { type AnswerKey, sayAnswer } from '../dialog/script/refusal.ts';
import { Fault } from '../faults.ts';
import type { PressArrival, TextArrival } from '../inbound/message.ts';
import { formatBudget, formatMoney, formatPerson } from '../outbox/format.ts';
import { openedText } from '../outbox/opened.ts';
import type { Setting } from '../outbox/plan.ts';
import type { Person } from '../policy/organisation.ts';
import { findButton } from '../store/buttons.ts';
import { findComplaint } from '../store/complaints.ts';
import type { Waiting } from '../store/inbox.ts';
import { findThread, isThreadUnderWay } from '../store/threads.ts';
import type { DeskChannel, Locale } from '../terms.ts';
import { sanitise } from '../triage/normalise.ts';
import { answerSender, localeOf, senderOf } from './answer.ts';
import { deskCommand } from './desk-commands.ts';
import { withDocument } from './letter/document.ts';
import { carryOut, redrawCard, settingFor } from './register.ts';
import type { Work } from './world.ts';

/** One of those who complain together, in a line: who speaks for the others is marked. */
const partyText = ({ anonymous, name, household, phone, speaks }: Party, locale: Locale): string => {
  const own = anonymous ? ['', '', ''] : [name, household, phone ?? ''];
  return [own[0] || sayAnswer(locale, 'none'), ...own.slice(1), speaks ? sayAnswer(locale, 'speaks') : '']
    .filter((part) => part !== '')
    .join(' · ');
};

const contactText = (complaint: Complaint, locale: Locale): string => {
  const none = sayAnswer(locale, 'none');
  const { name, phone, email } = { ...complaint.details, ...complaint.complainant };
  const own = sayAnswer(locale, 'contact', {
    name: name ?? none,
    phone: phone ?? none,
    email: email ?? none,
  });
  return [own, ...complaint.parties.map((party) => partyText(party, locale))].join('\n');
};

const otherFile = (command: Command): string | undefined => {
  if (command.type === 'LinkComplaint') return command.with;
  return command.type === 'MergeComplaint' ? command.into : undefined;
};

/** Linking is true of both files: the other one notes it too. */
const linkBack = async (number: string, command: Command, work: Work): Promise<void> => {
  const other = otherFile(command);
  if (!other) return;
  const back: Command = { type: 'LinkComplaint', at: command.at, by: command.by, with: number };
  await carryOut(other, [back], work);
};

interface Pressing {
  readonly message: PressArrival;
  readonly person: Person;
  readonly action: DeskAction;
  readonly complaint: Complaint;
  /** The presser's, or the card's. */
  readonly locale: Locale;
}

const newIdOf = ({ do: name }: DeskAction): string => {
  if (name === 'propose-remedy' || name === 'edit-remedy' || name === 'billing-error') return 'remedy';
  return name === 'letter' ? 'letter' : 'reply';
};

/** What only the presser reads: the contact, or the whole of a restricted file (ST-4, ST-6). */
const answerTo = (
  action: DeskAction,
  { complaint, locale }: { readonly complaint: Complaint; readonly locale: Locale },
  work: Work,
): string => {
  if (action.do === 'reveal') return contactText(complaint, locale);
  if (action.do !== 'open-file') return sayAnswer(locale, 'done');
  return openedText(complaint, { ...settingFor(complaint.pack, work), deskLocale: locale });
};

/** What the words of a no are filled with: people, budgets and sums as people read them. */
const refusalValues = (
  { data }: Refusal,
  locale: Locale,
  setting: Setting,
): Readonly<Record<string, string | number>> => {
  const { budget, currency, handler, leftMinor } = data;
  return {
    ...data,
    who: typeof handler === 'string' ? formatPerson(handler, locale, setting) : '',
    ...(typeof budget === 'string' ? { budget: formatBudget(budget, locale, setting) } : {}),
    ...(typeof leftMinor === 'number' && typeof currency === 'string'
      ? { left: formatMoney({ amountMinor: leftMinor, currency }, locale) }
      : {}),
  };
};

/** The command a press asks for, or what is said where its input can't be taken. */
const commandOf = (
  { message, person, action, complaint, locale }: Pressing,
  work: Work,
): Command | { readonly answer: string } => {
  const fields = Object.fromEntries(
    Object.entries(message.fields ?? {}).map(([name, value]) => [name, sanitise(value).text]),
  );
  const setting = settingFor(complaint.pack, work);
  const field = notOffered(action, fields, { ...setting, complaint, locale, personId: person.id });
  if (field !== undefined) return { answer: sayAnswer(locale, 'not-offered', { field }) };
  const at = work.clock.now();
  const result = pressed({
    action,
    fields,
    personId: person.id,
    at,
    newId: work.ids.next(newIdOf(action)),
    covered: coveredBy(complaint, { ...setting, now: at }),
  });
  if ('command' in result) return result.command;
  const found = (result.violations ?? []).map(({ evidence, suggestion }) =>
    sayNotice(locale, 'violation', { evidence, suggestion }),
  );
  return { answer: sayAnswer(locale, result.problem, { found: found.join('\n') }) };
};

const doPress = async (pressing: Pressing, work: Work): Promise<string> => {
  const { action, complaint, locale, person } = pressing;
  const say = (key: AnswerKey, values = {}) => sayAnswer(locale, key, values);
  // Before the form is read: what is wrong with a text would tell what the file holds (S1.13).
  if (complaint.recusals.includes(person.id)) return say('recused');
  const asked = commandOf(pressing, work);
  if ('answer' in asked) return asked.answer;
  const other = otherFile(asked);
  const second = other ? await findComplaint(work.tx, other) : null;
  if (other && !second) return say('unknown-complaint');
  // Put away into a file that is shut, it would be nobody's.
  if (asked.type === 'MergeComplaint' && second && isClosed(second.complaint)) return say('already-closed');
  const { command, keep, missing } = await withDocument(asked, complaint, work);
  if (missing !== '') return say('letter-glyphs', { characters: missing });
  const outcome = await carryOut(complaint.number, [command], work);
  if (outcome.refusal) {
    await redrawCard(outcome.complaint ?? complaint, work);
    return say(
      outcome.refusal.code,
      refusalValues(outcome.refusal, locale, settingFor(complaint.pack, work)),
    );
  }
  if (outcome.events.length === 0) {
    await redrawCard(complaint, work);
    return say('already');
  }
  await keep(work);
  await linkBack(complaint.number, asked, work);
  return answerTo(action, { complaint: outcome.complaint ?? complaint, locale }, work);
};

const press = async (message: PressArrival, work: Work): Promise<void> => {
  const person = senderOf(message, work);
  const button = await findButton(work.tx, message.buttonId);
  const stream = button?.complaint ? await findComplaint(work.tx, button.complaint) : null;
  const locale = localeOf(person, work, stream?.complaint.contact?.locale);
  const answer = (text: string) => answerSender(message, { text, locale }, work);
  if (!person) return answer(sayAnswer(locale, 'unknown-person'));
  if (!button || !stream || button.action.side !== 'desk') return answer(sayAnswer(locale, 'unknown-button'));
  const { complaint } = stream;
  await answer(await doPress({ message, person, action: button.action.action, complaint, locale }, work));
};

/** Where a note was written: threads say so, other messages stand where they stand. */
const noteChannel = (key: string, { address }: TextArrival, { desks }: Work): DeskChannel => {
  if (key.includes('/manager')) return 'manager';
  if (key.includes('/team')) return 'team';
  const { channel, place } = desks.manager;
  return address.channel === channel && address.place === place ? 'manager' : 'team';
};

/** A note that belongs nowhere is not lost without a word; one answer a thread is enough, whatever else people write there. */
const explainThread = (message: TextArrival, thread: string, work: Work): Promise<void> => {
  const { channel, place } = message.address;
  const locale = localeOf(senderOf(message, work), work, message.from.locale);
  const text = sayAnswer(locale, 'unknown-thread');
  return answerSender(message, { text, locale, once: `thread:${channel}:${place}:${thread}` }, work);
};

/** What staff write in a complaint's thread stays inside, as a note (ST-3); elsewhere in the channel it is talk among people. */
const note = async (message: TextArrival, work: Work): Promise<void> => {
  const person = senderOf(message, work);
  if (!person || !message.thread) return;
  const { channel, place } = message.address;
  const thread = await findThread(work.tx, { channel, place, threadId: message.thread });
  // The process that posted the card may have died before it could say so: the note comes again rather than going nowhere.
  if (!thread && (await isThreadUnderWay(work.tx, { channel, place })))
    throw new Fault('not-found', 'The thread may be of a message under way', { retryable: true });
  if (!thread) return explainThread(message, message.thread, work);
  const command: Command = {
    type: 'AddNote',
    at: work.clock.now(),
    by: { kind: 'staff', id: person.id },
    text: sanitise(message.text).text,
    files: message.files,
    channel: noteChannel(thread.key, message, work),
  };
  await carryOut(thread.complaint, [command], work);
};

/** Everything that waits in one thread of a desk channel, one after the other. */
export const deskTurn = async (waiting: readonly Waiting[], work: Work): Promise<void> => {
  for (const { message } of waiting) {
    if (message.kind === 'press') await press(message, work);
    else if (message.kind === 'text') await note(message, work);
    else if (message.kind === 'command') await deskCommand(message, work);
  }
};
