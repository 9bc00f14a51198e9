import { z } from 'zod';
import type { Clock, Desk, Files, Receive, Route, Viewer } from '../../src/ports.ts';
import type { DeskChannel, Locale } from '../../src/terms.ts';
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
  textArrival,
  textKey,
} from './receive.ts';
import { deskLine, fileHeaders, page } from './render.ts';
import type { Streams } from './stream.ts';

/** What the staff's side needs. */
export interface DeskParts {
  readonly desk: Desk;
  readonly files: Files;
  readonly clock: Clock;
  readonly streams: Streams;
  readonly receive: Receive;
  readonly guard: (request: Request) => GuardRefusal | null;
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

const viewerOf = (desk: Desk, id: string): Viewer => {
  const { name } = personOf(desk, id);
  return { channel: 'web', sender: { id, name } };
};

const chosenLocale = (request: Request, locale: Locale | null | undefined): Locale =>
  locale ?? requestLocale(request) ?? 'en';

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

const channelOf = (request: Request): DeskChannel =>
  checked(z.enum(deskChannels), query(request).get('channel') ?? undefined);

const after = (request: Request): string | null =>
  checked(afterQuery, query(request).get('after') || request.headers.get('last-event-id') || null);

const readPeople = ({ desk }: DeskParts, request: Request): Response => {
  const locale = localeOf(query(request).get('locale') ?? '');
  return json(200, { people: desk.people(locale ?? undefined) });
};

const readMessages = async ({ desk }: DeskParts, request: Request): Promise<Response> => {
  const channel = channelOf(request);
  const cursor = after(request);
  const lines = await desk.messages(channel, cursor);
  return json(200, page(lines.map(deskLine), cursor));
};

const openStream = ({ streams }: DeskParts, request: Request): Response =>
  streams.open({ place: channelOf(request), after: after(request), line: deskLine });

const takeMessage = async ({ desk, receive }: DeskParts, request: Request): Promise<Response> => {
  const body = await readJson(request, deskMessageBody);
  const viewer = viewerOf(desk, body.as);
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

const takeAction = async ({ desk, receive }: DeskParts, request: Request): Promise<Response> => {
  const body = await readJson(request, deskActionBody);
  const viewer = viewerOf(desk, body.as);
  const stand: Stand =
    body.channel === undefined
      ? await findStand(desk, body.messageId)
      : { place: body.channel, thread: body.thread ?? undefined };
  if (body.fields === undefined) {
    const form = await desk.form(body.buttonId, viewer, chosenLocale(request, body.locale));
    if (form !== null) return json(200, { form });
  }
  const press: Said = { from: viewer.sender, clientId: body.clientActionId, ...stand };
  await receive(pressArrival(press, body.buttonId, body.fields));
  return json(202, { accepted: true });
};

const takeCommand = async ({ desk, receive }: DeskParts, request: Request): Promise<Response> => {
  const body = await readJson(request, deskCommandBody);
  const viewer = viewerOf(desk, body.as);
  if (body.fields === undefined) {
    const form = await desk.commandForm(body.name, viewer, chosenLocale(request, body.locale));
    if (form !== null) return json(200, { form });
  }
  await receive(newComplaintArrival(said(viewer, body.channel, body.clientMessageId), body.fields ?? {}));
  return json(202, { accepted: true });
};

const readQueue = async ({ desk }: DeskParts, request: Request): Promise<Response> => {
  const viewer = viewerOf(desk, query(request).get('as') ?? '');
  const locale = localeOf(query(request).get('locale') ?? '');
  const items = await desk.queue(viewer, chosenLocale(request, locale));
  if (items === null)
    throw new HttpRefusal({ status: 403, code: 'not-staff', message: 'as: this person holds no complaints' });
  return json(200, { items });
};

const readAttachment = async ({ files }: DeskParts, _request: Request, id: string): Promise<Response> => {
  if (!/^[\w-]{1,100}$/.test(id))
    throw new HttpRefusal({ status: 404, code: 'not-found', message: 'There is no such file.' });
  const { ref, bytes } = await files.get(id);
  return new Response(new Uint8Array(bytes), { headers: fileHeaders(ref) });
};

/** The staff's half of the HTTP API: from this machine only, until there is a sign-in. */
export const deskRoutes = (parts: DeskParts): readonly Route[] => {
  type Handle = (parts: DeskParts, request: Request, id: string) => Promise<Response> | Response;
  const route = (method: Route['method'], path: string, handle: Handle): Route => ({
    method,
    path,
    handle: answering((request, params) => {
      const refusal = parts.guard(request);
      if (refusal !== null)
        throw new HttpRefusal({
          status: 403,
          code: refusal,
          message: 'The desk opens only from this machine.',
        });
      return handle(parts, request, params.id ?? '');
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
