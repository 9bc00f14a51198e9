import { EventEmitter } from 'node:events';
import { asksForm } from '../dialog/desk/action.ts';
import { formOf, newComplaintForm } from '../dialog/desk/forms.ts';
import { complaintCard } from '../outbox/card.ts';
import { findByAccount, type Person, personName } from '../policy/organisation.ts';
import { addMinutes } from '../policy/time.ts';
import type { Delivery, Desk, DeskPerson, Viewer } from '../ports.ts';
import { findButton } from '../store/buttons.ts';
import { complaintsOf, findComplaint } from '../store/complaints.ts';
import { deleteDeskSession, findDeskSession, saveDeskSession } from '../store/desk-sessions.ts';
import { findSessionByToken, readLines, saveSession, type WebLine, writeLine } from '../store/web.ts';
import type { Locale } from '../terms.ts';
import { localeOf } from './answer.ts';
import { settingFor } from './register.ts';
import type { World } from './world.ts';

const pageSize = 200;

const viewerOf = ({ channel, sender }: Viewer, world: World): Person | undefined =>
  findByAccount(world.organisation, channel, sender);

const lineOf = ({ message, thread }: Delivery, world: World): WebLine => ({
  id: message.id,
  place: message.to.place,
  sender: message.voice === 'staff' ? 'staff' : 'bot',
  author: null,
  body: {
    text: message.text,
    ...(message.card ? { card: message.card } : {}),
    ...(message.buttons ? { buttons: message.buttons } : {}),
    ...(message.files ? { files: message.files } : {}),
  },
  thread: thread ?? null,
  complaint: message.complaint ?? null,
  onlyFor: message.answer?.senderId ?? null,
  at: world.clock.now(),
});

const form = async (buttonId: string, viewer: Viewer, world: World): ReturnType<Desk['form']> => {
  const person = viewerOf(viewer, world);
  const button = await findButton(world.db, buttonId);
  if (!person || !button?.complaint || button.action.side !== 'desk' || !asksForm(button.action.action))
    return null;
  const stream = await findComplaint(world.db, button.complaint);
  // Whoever the complaint names sees no form of it either: forms are filled with what it holds (S1.13).
  if (!stream || stream.complaint.recusals.includes(person.id)) return null;
  const { policy, organisation } = settingFor(stream.complaint.pack, world);
  return formOf(buttonId, button.action.action, {
    complaint: stream.complaint,
    policy,
    organisation,
    locale: localeOf(person, world, stream.complaint.contact?.locale),
    personId: person.id,
  });
};

const queue = async (viewer: Viewer, locale: Locale, world: World): ReturnType<Desk['queue']> => {
  const person = viewerOf(viewer, world);
  if (!person) return null;
  const rows = await complaintsOf(world.db, person.id);
  return rows.map(({ complaint, nextDueAt }) => ({
    number: complaint.number,
    card: complaintCard(complaint, { ...settingFor(complaint.pack, world), deskLocale: locale }),
    nextDue: nextDueAt,
  }));
};

const talks = (world: World): Pick<Desk, 'post' | 'echo' | 'messages'> => ({
  messages: (place, after, reader) =>
    readLines(world.db, { place, after: Number(after ?? 0) || 0, limit: pageSize, reader }),
  post: async (delivery) => {
    const messageId = await writeLine(world.db, { ...lineOf(delivery, world), edits: delivery.edits });
    return { messageId, ...(delivery.message.opensThread ? { threadId: messageId } : {}) };
  },
  echo: async ({ key, place, from, author, text, files, thread }) => {
    const id = `in_${key}`;
    const line: WebLine = {
      id,
      place,
      sender: from,
      author: author ?? null,
      body: { text, files },
      thread: thread ?? null,
      complaint: null,
      onlyFor: null,
      at: world.clock.now(),
    };
    await writeLine(world.db, line);
    return { messageId: id };
  },
});

const shownPerson = (person: Person, locale: Locale): DeskPerson => ({
  id: person.id,
  name: personName(person, locale),
  roles: person.roles,
});

const signedInHours = 12;

const signIns = (world: World): Pick<Desk, 'signIn' | 'signedIn' | 'signOut'> => ({
  signIn: async (viewer) => {
    const person = viewerOf(viewer, world);
    if (!person) return null;
    const [token, now] = [world.ids.secret(), world.clock.now()];
    const endsAt = addMinutes(now, signedInHours * 60);
    await saveDeskSession(world.db, { token, person: person.id, now, endsAt });
    return { token };
  },
  signedIn: async (token) => {
    const id = await findDeskSession(world.db, token, world.clock.now());
    const person = world.organisation.people.find((one) => one.id === id);
    return person ? shownPerson(person, localeOf(person, world)) : null;
  },
  signOut: (token) => deleteDeskSession(world.db, token),
});

/** The desk of one process, and how it learns that a talk grew. */
export interface RunningDesk {
  readonly desk: Desk;
  /** Called with the place of every NOTIFY; '' when some may have been missed. */
  announced(place: string): void;
}

/** Makes what pages and home tabs may read, and what the web channel keeps its talks in. */
export const createDesk = (world: World): RunningDesk => {
  const changes = new EventEmitter().setMaxListeners(0);
  const desk: Desk = {
    ...talks(world),
    people: (locale) =>
      world.organisation.people.map((person) => shownPerson(person, locale ?? localeOf(person, world))),
    form: (buttonId, viewer) => form(buttonId, viewer, world),
    commandForm: async (_name, viewer) => {
      const person = viewerOf(viewer, world);
      const locale = localeOf(person, world, viewer.sender.locale);
      return person ? newComplaintForm('new', world.policies.current, locale) : null;
    },
    queue: (viewer, locale) => queue(viewer, locale, world),
    ...signIns(world),
    openSession: async (locale) => {
      const [session, token] = [world.ids.next('web'), world.ids.secret()];
      await saveSession(world.db, { id: session, token, locale, at: world.clock.now() });
      return { session, token };
    },
    findSession: (token) => findSessionByToken(world.db, token),
    watch: (place, changed) => {
      changes.on(place, changed);
      return () => changes.off(place, changed);
    },
  };
  const announced = (place: string): void => {
    if (place !== '') changes.emit(place);
    else for (const name of changes.eventNames()) changes.emit(name);
  };
  return { desk, announced };
};
