import { Fault } from '../../src/faults.ts';
import type { Desk, Files, Ids, Receive, Route } from '../../src/ports.ts';
import type { FileRef, Locale } from '../../src/terms.ts';
import { isLoopbackAddress, peerHeader } from './guard.ts';
import { everyLine } from './history.ts';
import {
  answeringAnyOrigin,
  checked,
  HttpRefusal,
  json,
  readForm,
  readJson,
  readOptionalJson,
} from './http.ts';
import type { Limiter } from './limit.ts';
import {
  actionBody,
  afterQuery,
  attachmentId,
  fileArrival,
  fileKey,
  messageBody,
  pressArrival,
  requestLocale,
  type Said,
  sessionBody,
  textArrival,
  textKey,
} from './receive.ts';
import { chatLine, fileHeaders, page } from './render.ts';
import type { Streams } from './stream.ts';

/** What the complainant's side needs. */
export interface ChatParts {
  readonly desk: Desk;
  readonly files: Files;
  readonly ids: Ids;
  readonly streams: Streams;
  readonly receive: Receive;
  readonly maxFileBytes: number;
  readonly limits: {
    readonly session: Limiter;
    readonly address: Limiter;
    readonly opening: Limiter;
  };
}

/** Open pages of one session at a time; a talk needs one or two. */
const readersPerSession = 8;

const refuseWhenSpent = (waitSeconds: number): void => {
  if (waitSeconds === 0) return;
  const headers = { 'Retry-After': String(waitSeconds) };
  throw new HttpRefusal({
    status: 429,
    code: 'too-many',
    message: `Too many messages; try again in ${waitSeconds} s.`,
    headers,
  });
};

const peerOf = (request: Request): string => request.headers.get(peerHeader) ?? 'unknown';

const findSession = async (desk: Desk, request: Request): Promise<string> => {
  const headers = { 'WWW-Authenticate': 'Bearer' };
  const token = /^Bearer ([\w.~+/-]{8,256}=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined)
    throw new HttpRefusal({
      status: 401,
      code: 'token-missing',
      message: 'Send your token as Bearer.',
      headers,
    });
  const session = await desk.findSession(token);
  if (session === null)
    throw new HttpRefusal({
      status: 401,
      code: 'token-unknown',
      message: 'This token is not known.',
      headers,
    });
  return session;
};

/** The session of the token, after its share and its address's share of messages were counted. */
const findSpeaker = async (parts: ChatParts, request: Request): Promise<string> => {
  const session = await findSession(parts.desk, request);
  refuseWhenSpent(parts.limits.session.take(session));
  // Behind a proxy on this machine everyone shares one address: counting it would silence them all for one.
  const peer = peerOf(request);
  if (!isLoopbackAddress(peer)) refuseWhenSpent(parts.limits.address.take(peer));
  return session;
};

const complainantSaid = (session: string, clientId: string, locale: Locale | null): Said => ({
  from: locale === null ? { id: session } : { id: session, locale },
  place: session,
  clientId,
});

const openSession = async (parts: ChatParts, request: Request): Promise<Response> => {
  const body = await readOptionalJson(request, sessionBody);
  const peer = peerOf(request);
  if (!isLoopbackAddress(peer)) refuseWhenSpent(parts.limits.opening.take(peer));
  return json(200, await parts.desk.openSession(body.locale ?? requestLocale(request)));
};

const takeMessage = async (parts: ChatParts, request: Request): Promise<Response> => {
  const session = await findSpeaker(parts, request);
  const { clientMessageId, text, locale } = await readJson(request, messageBody);
  const said = complainantSaid(session, clientMessageId, locale ?? requestLocale(request));
  // Shown before it is received, so that no answer can stand above the words it answers.
  const line = { key: textKey(said), place: session, from: 'complainant' as const, text, files: [] };
  const { messageId } = await parts.desk.echo(line);
  await parts.receive(textArrival(said, messageId, text));
  return json(202, { accepted: true });
};

const takeAction = async (parts: ChatParts, request: Request): Promise<Response> => {
  const session = await findSpeaker(parts, request);
  const { clientActionId, buttonId, locale } = await readJson(request, actionBody);
  const said = complainantSaid(session, clientActionId, locale ?? requestLocale(request));
  await parts.receive(pressArrival(said, buttonId));
  return json(202, { accepted: true });
};

const storeFile = async (parts: ChatParts, file: File): Promise<FileRef> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.byteLength === 0) throw new Fault('file-refused', 'Empty file', { data: { reason: 'empty' } });
  const name = file.name.toWellFormed().replace(/\p{C}/gu, '').slice(-200) || parts.ids.next('file');
  return parts.files.put({ name, mediaType: file.type || 'application/octet-stream', bytes });
};

/** The file a line shows: the one that came first when the same upload was sent again. */
const findShownFile = async (
  desk: Desk,
  session: string,
  messageId: string,
): Promise<FileRef | undefined> => {
  for await (const line of everyLine(desk, session)) {
    if (line.id === messageId) return line.files[0];
  }
  return undefined;
};

const takeAttachment = async (parts: ChatParts, request: Request): Promise<Response> => {
  const session = await findSpeaker(parts, request);
  // Room for the form around the file; the pack's own limit is checked by Files.
  const form = await readForm(request, parts.maxFileBytes + 10_000);
  const clientId = checked(attachmentId, form.get('clientMessageId'));
  const file = form.get('file');
  if (!(file instanceof File))
    throw new HttpRefusal({ status: 422, code: 'invalid-input', message: 'file: must be a file' });
  const stored = await storeFile(parts, file);
  const said = complainantSaid(session, clientId, requestLocale(request));
  const line = {
    key: fileKey(said),
    place: session,
    from: 'complainant' as const,
    text: '',
    files: [stored],
  };
  const { messageId } = await parts.desk.echo(line);
  const kept = (await findShownFile(parts.desk, session, messageId)) ?? stored;
  await parts.receive(fileArrival(said, messageId, kept));
  return json(201, { attachmentId: kept.id, sha256: kept.sha256 });
};

const after = (request: Request): string | null => {
  const query = new URL(request.url).searchParams.get('after');
  return checked(afterQuery, query || request.headers.get('last-event-id') || null);
};

const readMessages = async (parts: ChatParts, request: Request): Promise<Response> => {
  const session = await findSession(parts.desk, request);
  const cursor = after(request);
  const lines = await parts.desk.messages(session, cursor);
  return json(200, page(lines.map(chatLine), cursor));
};

const openStream = async (parts: ChatParts, request: Request): Promise<Response> => {
  const session = await findSession(parts.desk, request);
  const cursor = after(request);
  if (parts.streams.readers(session) >= readersPerSession) refuseWhenSpent(5);
  return parts.streams.open({ place: session, after: cursor, line: chatLine });
};

/** Whether a file was said or shown in this talk: ids alone open nothing. */
const holdsFile = async (desk: Desk, session: string, id: string): Promise<boolean> => {
  for await (const line of everyLine(desk, session)) {
    if (line.files.some((file) => file.id === id)) return true;
  }
  return false;
};

const readAttachment = async (parts: ChatParts, request: Request, id: string): Promise<Response> => {
  const session = await findSession(parts.desk, request);
  if (!(await holdsFile(parts.desk, session, id))) {
    throw new HttpRefusal({ status: 404, code: 'not-found', message: 'There is no such file in this talk.' });
  }
  const { ref, bytes } = await parts.files.get(id);
  return new Response(new Uint8Array(bytes), { headers: fileHeaders(ref) });
};

/** The complainant's half of the HTTP API: public, by token. */
export const chatRoutes = (parts: ChatParts): readonly Route[] => {
  type Handle = (parts: ChatParts, request: Request, id: string) => Promise<Response>;
  const route = (method: Route['method'], path: string, handle: Handle): Route => ({
    method,
    path,
    handle: answeringAnyOrigin((request, params) => handle(parts, request, params.id ?? '')),
  });
  return [
    route('POST', '/api/chat/sessions', openSession),
    route('POST', '/api/chat/messages', takeMessage),
    route('POST', '/api/chat/actions', takeAction),
    route('POST', '/api/chat/attachments', takeAttachment),
    route('GET', '/api/chat/attachments/:id', readAttachment),
    route('GET', '/api/chat/messages', readMessages),
    route('GET', '/api/chat/stream', openStream),
  ];
};
