import type { Command } from '../complaint/commands.ts';
import type { Complaint } from '../complaint/state.ts';
import type { DeskAction } from '../dialog/desk/action.ts';
import { coveredBy } from '../dialog/desk/covered.ts';
import { pressed } from '../dialog/desk/press.ts';
import { type AnswerKey, sayAnswer } from '../dialog/script/refusal.ts';
import type { PressArrival, TextArrival } from '../inbound/message.ts';
import { formatPerson } from '../outbox/format.ts';
import type { Person } from '../policy/organisation.ts';
import { findButton } from '../store/buttons.ts';
import { findComplaint } from '../store/complaints.ts';
import type { Tx } from '../store/database.ts';
import type { Waiting } from '../store/inbox.ts';
import { findThread } from '../store/outbox.ts';
import type { Locale } from '../terms.ts';
import { sanitise } from '../triage/normalise.ts';
import { answerSender, localeOf, senderOf } from './answer.ts';
import { deskCommand } from './desk-commands.ts';
import { carryOut, redrawCard, settingFor } from './register.ts';
import type { World } from './world.ts';

const contactText = (complaint: Complaint, locale: Locale): string => {
  const none = sayAnswer(locale, 'none');
  const { name, phone, email } = { ...complaint.details, ...complaint.complainant };
  return sayAnswer(locale, 'contact', { name: name ?? none, phone: phone ?? none, email: email ?? none });
};

const otherFile = (command: Command): string | undefined => {
  if (command.type === 'LinkComplaint') return command.with;
  return command.type === 'MergeComplaint' ? command.into : undefined;
};

/** Linking is true of both files: the other one notes it too. */
const linkBack = async (tx: Tx, number: string, command: Command, world: World): Promise<void> => {
  const other = otherFile(command);
  if (!other) return;
  const back: Command = { type: 'LinkComplaint', at: command.at, by: command.by, with: number };
  await carryOut(tx, other, [back], world);
};

interface Pressing {
  readonly message: PressArrival;
  readonly person: Person;
  readonly action: DeskAction;
  readonly complaint: Complaint;
}

const doPress = async (
  tx: Tx,
  { message, person, action, complaint }: Pressing,
  world: World,
): Promise<string> => {
  const locale = world.deskLocale ?? complaint.contact?.locale ?? localeOf(person, world);
  const say = (key: AnswerKey, values = {}) => sayAnswer(locale, key, values);
  const fields = Object.fromEntries(
    Object.entries(message.fields ?? {}).map(([name, value]) => [name, sanitise(value).text]),
  );
  const result = pressed({
    action,
    fields,
    personId: person.id,
    at: world.clock.now(),
    newId: world.ids.next(action.do === 'propose-remedy' ? 'remedy' : 'reply'),
    covered: coveredBy(complaint),
  });
  if ('problem' in result) return say(result.problem);
  const other = otherFile(result.command);
  if (other && !(await findComplaint(tx, other))) return say('unknown-complaint');
  const outcome = await carryOut(tx, complaint.number, [result.command], world);
  if (outcome.refusal) {
    await redrawCard(tx, outcome.complaint ?? complaint, world);
    const who = outcome.refusal.data.handler;
    const setting = settingFor(complaint.pack, world);
    return say(outcome.refusal.code, {
      ...outcome.refusal.data,
      who: typeof who === 'string' ? formatPerson(who, locale, setting) : '',
    });
  }
  if (outcome.events.length === 0) {
    await redrawCard(tx, complaint, world);
    return say('already');
  }
  await linkBack(tx, complaint.number, result.command, world);
  return action.do === 'reveal' ? contactText(complaint, locale) : say('done');
};

const press = async (tx: Tx, message: PressArrival, world: World): Promise<void> => {
  const person = senderOf(message, world);
  const say = (key: AnswerKey) => sayAnswer(localeOf(person, world), key);
  const button = await findButton(tx, message.buttonId);
  const stream = button?.complaint ? await findComplaint(tx, button.complaint) : null;
  if (!person) return answerSender(tx, message, say('unknown-person'), world);
  if (!button || !stream || button.action.side !== 'desk')
    return answerSender(tx, message, say('unknown-button'), world);
  const pressing = { message, person, action: button.action.action, complaint: stream.complaint };
  await answerSender(tx, message, await doPress(tx, pressing, world), world);
};

/** What staff write in a complaint's thread stays inside, as a note (ST-3); elsewhere in the channel it is talk among people. */
const note = async (tx: Tx, message: TextArrival, world: World): Promise<void> => {
  const person = senderOf(message, world);
  if (!person || !message.thread) return;
  const { channel, place } = message.address;
  const thread = await findThread(tx, { channel, place, threadId: message.thread });
  if (!thread) return;
  const command: Command = {
    type: 'AddNote',
    at: world.clock.now(),
    by: { kind: 'staff', id: person.id },
    text: sanitise(message.text).text,
    files: message.files,
  };
  await carryOut(tx, thread.complaint, [command], world);
};

/** Everything that waits in one thread of a desk channel, one after the other. */
export const deskTurn = async (tx: Tx, waiting: readonly Waiting[], world: World): Promise<void> => {
  for (const { message } of waiting) {
    if (message.kind === 'press') await press(tx, message, world);
    else if (message.kind === 'text') await note(tx, message, world);
    else if (message.kind === 'command') await deskCommand(tx, message, world);
  }
};
