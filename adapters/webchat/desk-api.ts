import { z } from 'zod';
import type { Clock, Desk, DeskPerson, Files, Receive, Route, Viewer } from '../../src/ports.ts';
import { type DeskChannel, type Locale, managerRoles } from '../../src/terms.ts';
import type { GuardRefusal } from './guard.ts';
import { everyLine } from './history.ts';
import { answering, checked, HttpRefusal, json, readJson } from './http.ts';
import { deskChannels } from './places.ts';
import {
  afterQuery,
  deskActionBody,
  deskCommandBody,
  deskMessageBody,
  localeOf,
  newComplaintArrival,
  pressArrival,
  requestLocale,
  type Said,
  searchArrival,
  textArrival,
  textKey,
} from './receive.ts';
import { deskLine, fileHeaders, page } from './render.ts';
import type { Entrance } from './sign-in/gate.ts';
import type { Streams } from './stream.ts';

/** What the staff's side needs. */
export interface DeskParts {
  readonly desk: Desk;
  readonly files: Files;
  readonly clock: Clock;
  readonly streams: Streams;
  readonly receive: Receive;
  readonly enter: (request: Request) => Promise<Entrance>;
}

/** What one call is about: `person` is whoever is signed in, null on this machine, where the caller acts as the person named. */
interface Call {
  readonly request: Request;
  readonly id: string;
  readonly person: DeskPerson | null;
}

const personOf = (desk: Desk, id: string) => {
  const person = desk.people().find((one) => one.id === id);
  if (person === undefined) {
    throw new HttpRefusal({
      status: 403,
      code: 'unknown-person',
      message: 'as: nobody of this id belongs to the organisation',
    });
  }
  return person;
};

/** Somebody of ours on a page, with the language it is shown in or their browser asks for. */
const viewerOf = (
  desk: Desk,
  { person, request }: Call,
  { as: id, locale = null }: { readonly as: string; readonly locale?: Locale | null | undefined },
): Viewer => {
  const { name } = personOf(desk, id);
  const shownIn = locale ?? requestLocale(request);
  if (person !== null && person.id !== id)
    throw new HttpRefusal({
      status: 403,
      code: 'not-you',
      message: 'as: you are signed in as somebody else',
    });
  return { channel: 'web', sender: { id, name, ...(shownIn === null ? {} : { locale: shownIn }) } };
};

interface Stand {
  readonly place: DeskChannel;
  readonly thread: string | undefined;
}

const said = (viewer: Viewer, place: DeskChannel, clientId: string): Said => ({
  from: viewer.sender,
  place,
  clientId,
});

const query = (request: Request) => new URL(request.url).searchParams;

const mayEnter = ({ person }: Call, channel: DeskChannel): void => {
  if (channel === 'team' || person === null || managerRoles.some((role) => person.roles.includes(role)))
    return;
  throw new HttpRefusal({
    status: 403,
    code: 'not-manager',
    message: 'channel: only managers read and write here',
  });
};

const channelOf = (call: Call): DeskChannel => {
  const channel = checked(z.enum(deskChannels), query(call.request).get('channel') ?? undefined);
  mayEnter(call, channel);
  return channel;
};

const after = (request: Request): string | null =>
  checked(afterQuery, query(request).get('after') || request.headers.get('last-event-id') || null);

const readPeople = ({ desk }: DeskParts, { request, person }: Call): Response => {
  const locale = localeOf(query(request).get('locale') ?? '');
  const people = desk.people(locale ?? undefined);
  return json(200, { people, ...(person === null ? {} : { you: person.id }) });
};

const readMessages = async ({ desk }: DeskParts, call: Call): Promise<Response> => {
  const channel = channelOf(call);
  const cursor = after(call.request);
  const lines = await desk.messages(channel, cursor, call.person?.id);
  return json(200, page(lines.map(deskLine), cursor));
};

const openStream = ({ streams }: DeskParts, call: Call): Response =>
  streams.open({
    place: channelOf(call),
    after: after(call.request),
    line: deskLine,
    ...(call.person === null ? {} : { reader: call.person.id }),
  });

const takeMessage = async ({ desk, receive }: DeskParts, call: Call): Promise<Response> => {
  const body = await readJson(call.request, deskMessageBody);
  const viewer = viewerOf(desk, call, body);
  mayEnter(call, body.channel);
  const thread = body.thread ?? undefined;
  const note: Said = { ...said(viewer, body.channel, body.clientMessageId), thread };
  const { messageId } = await desk.echo({
    key: textKey(note),
    place: body.channel,
    from: 'staff',
    author: body.as,
    text: body.text,
    files: [],
    ...(thread === undefined ? {} : { thread }),
  });
  await receive(textArrival(note, messageId, body.text));
  return json(202, { accepted: true });
};

/** Where the pressed message stands: an answer to the press belongs beside it. */
const findStand = async (desk: Desk, messageId: string): Promise<Stand> => {
  for (const place of deskChannels) {
    for await (const line of everyLine(desk, place)) {
      if (line.id === messageId) return { place, thread: line.thread ?? undefined };
    }
  }
  throw new HttpRefusal({
    status: 404,
    code: 'not-found',
    message: 'messageId: there is no such message at the desk',
  });
};

const takeAction = async ({ desk, receive }: DeskParts, call: Call): Promise<Response> => {
  const body = await readJson(call.request, deskActionBody);
  const viewer = viewerOf(desk, call, body);
  const stand: Stand =
    body.channel === undefined
      ? await findStand(desk, body.messageId)
      : { place: body.channel, thread: body.thread ?? undefined };
  if (body.fields === undefined) {
    const form = await desk.form(body.buttonId, viewer);
    if (form !== null) return json(200, { form });
  }
  const press: Said = { from: viewer.sender, clientId: body.clientActionId, ...stand };
  await receive(pressArrival(press, body.buttonId, body.fields));
  return json(202, { accepted: true });
};

const takeCommand = async ({ desk, receive }: DeskParts, call: Call): Promise<Response> => {
  const body = await readJson(call.request, deskCommandBody);
  const viewer = viewerOf(desk, call, body);
  mayEnter(call, body.channel);
  const command = said(viewer, body.channel, body.clientMessageId);
  if (body.name === 'search') {
    await receive(searchArrival(command, body.text));
    return json(202, { accepted: true });
  }
  if (body.fields === undefined) {
    const form = await desk.commandForm(body.name, viewer);
    if (form !== null) return json(200, { form });
  }
  await receive(newComplaintArrival(command, body.fields ?? {}));
  return json(202, { accepted: true });
};

const readQueue = async ({ desk }: DeskParts, call: Call): Promise<Response> => {
  const { request } = call;
  const viewer = viewerOf(desk, call, {
    as: query(request).get('as') ?? '',
    locale: localeOf(query(request).get('locale') ?? ''),
  });
  const items = await desk.queue(viewer, viewer.sender.locale ?? 'en');
  if (items === null)
    throw new HttpRefusal({ status: 403, code: 'not-staff', message: 'as: this person holds no complaints' });
  return json(200, { items });
};

const readAttachment = async ({ files }: DeskParts, { id }: Call): Promise<Response> => {
  if (!/^[\w-]{1,100}$/.test(id))
    throw new HttpRefusal({ status: 404, code: 'not-found', message: 'There is no such file.' });
  const { ref, bytes } = await files.get(id);
  return new Response(new Uint8Array(bytes), { headers: fileHeaders(ref) });
};

const refused = (code: GuardRefusal): HttpRefusal =>
  code === 'signed-out'
    ? new HttpRefusal({ status: 401, code, message: 'Sign in first.' })
    : new HttpRefusal({ status: 403, code, message: 'The desk opens only from this machine.' });

/** The staff's half of the HTTP API: from this machine only, until there is a sign-in. */
export const deskRoutes = (parts: DeskParts): readonly Route[] => {
  type Handle = (parts: DeskParts, call: Call) => Promise<Response> | Response;
  const route = (method: Route['method'], path: string, handle: Handle): Route => ({
    method,
    path,
    handle: answering(async (request, params) => {
      const entrance = await parts.enter(request);
      if ('refusal' in entrance) throw refused(entrance.refusal);
      return handle(parts, { request, id: params.id ?? '', person: entrance.person });
    }),
  });
  return [
    route('GET', '/api/desk/people', readPeople),
    route('GET', '/api/desk/messages', readMessages),
    route('GET', '/api/desk/stream', openStream),
    route('GET', '/api/desk/queue', readQueue),
    route('GET', '/api/desk/attachments/:id', readAttachment),
    route('POST', '/api/desk/messages', takeMessage),
    route('POST', '/api/desk/actions', takeAction),
    route('POST', '/api/desk/commands', takeCommand),
  ];
};
