import type { Form } from '../../../../src/outbox/message.ts';
import type { DeskPerson, QueueItem } from '../../../../src/ports.ts';
import type { DeskChannel, Locale } from '../../../../src/terms.ts';

/** The server said no, or could not be reached (status 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfterSeconds: number;

  constructor(status: number, code: string, retryAfterSeconds = 0) {
    super(code);
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** One complainant's talk as the browser holds it. */
export interface Account {
  readonly session: string;
  readonly token: string;
}

const codeOf = async (answer: Response): Promise<string> => {
  const body: unknown = await answer.json().catch(() => null);
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : `http-${answer.status}`;
};

const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const answer = await fetch(path, init).catch(() => {
    throw new ApiError(0, 'offline');
  });
  if (answer.ok) return answer;
  throw new ApiError(answer.status, await codeOf(answer), Number(answer.headers.get('retry-after') ?? 0));
};

const bearer = ({ token }: Account) => ({ authorization: `Bearer ${token}` });

const postJson = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** What the server says about itself. */
export const fetchAbout = async (): Promise<{ now: string; rate: number; maxFileBytes: number }> =>
  (await ask('/api/chat/about')).json();

/** The complainant's calls. All throw ApiError. */
export const chatApi = {
  async open(locale: Locale): Promise<Account> {
    return (await postJson('/api/chat/sessions', { locale })).json();
  },
  async say(
    account: Account,
    line: { clientMessageId: string; text: string; locale: Locale },
  ): Promise<void> {
    await postJson('/api/chat/messages', line, bearer(account));
  },
  async press(
    account: Account,
    press: { clientActionId: string; messageId: string; buttonId: string; locale: Locale },
  ): Promise<void> {
    await postJson('/api/chat/actions', press, bearer(account));
  },
  async upload(account: Account, clientMessageId: string, file: File): Promise<void> {
    const form = new FormData();
    form.set('clientMessageId', clientMessageId);
    form.set('file', file);
    await ask('/api/chat/attachments', { method: 'POST', headers: bearer(account), body: form });
  },
  async file(account: Account, id: string): Promise<Blob> {
    return (
      await ask(`/api/chat/attachments/${encodeURIComponent(id)}`, { headers: bearer(account) })
    ).blob();
  },
};

/** Who presses what; `fields` once the form is filled in. */
export interface DeskPress {
  readonly as: string;
  readonly locale: Locale;
  readonly channel: DeskChannel;
  readonly thread: string | null;
  readonly clientActionId: string;
  readonly messageId: string;
  readonly buttonId: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const formIn = async (answer: Response): Promise<Form | null> =>
  answer.status === 200 ? (await answer.json()).form : null;

/** The staff's calls. All throw ApiError. */
export const deskApi = {
  /** Everyone of the organisation; `you` only when somebody is signed in. */
  async people(locale: Locale): Promise<{ people: readonly DeskPerson[]; you?: string }> {
    return (await ask(`/api/desk/people?locale=${locale}`)).json();
  },
  async signOut(): Promise<void> {
    await ask('/api/sign-out', { method: 'POST' });
  },
  async say(note: {
    as: string;
    channel: DeskChannel;
    thread: string | null;
    clientMessageId: string;
    text: string;
    locale: Locale;
  }): Promise<void> {
    await postJson('/api/desk/messages', note);
  },
  /** Gives the form when the button asks for input first. */
  async press(press: DeskPress): Promise<Form | null> {
    return formIn(await postJson('/api/desk/actions', press));
  },
  /** Enters a complaint by hand: the form at first, nothing once it is filled in. */
  async enter(command: {
    as: string;
    channel: DeskChannel;
    clientMessageId: string;
    locale: Locale;
    fields?: Readonly<Record<string, string>>;
  }): Promise<Form | null> {
    return formIn(await postJson('/api/desk/commands', { ...command, name: 'new' }));
  },
  /** Asks for complaints with these words; the answer comes into the channel, for the asker alone. */
  async search(command: {
    as: string;
    channel: DeskChannel;
    clientMessageId: string;
    locale: Locale;
    text: string;
  }): Promise<void> {
    await postJson('/api/desk/commands', { ...command, name: 'search' });
  },
  async queue(as: string, locale: Locale): Promise<readonly QueueItem[]> {
    const answer = await ask(`/api/desk/queue?as=${encodeURIComponent(as)}&locale=${locale}`);
    return (await answer.json()).items;
  },
};

/** The ways to sign in to the workbench. */
export const fetchSignInWays = async (): Promise<readonly string[]> =>
  (await (await ask('/api/sign-in')).json()).ways;

/** Headers with which a talk is read. */
export const readerHeaders = bearer;
