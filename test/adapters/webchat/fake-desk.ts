import { createHash } from 'node:crypto';
import { Fault } from '../../../src/faults.ts';
import type { Form, FormField } from '../../../src/outbox/message.ts';
import type {
  Clock,
  Delivery,
  Desk,
  DeskPerson,
  Files,
  Ids,
  QueueItem,
  Sent,
  Viewer,
  WebMessage,
} from '../../../src/ports.ts';
import type { FileRef, Locale } from '../../../src/terms.ts';

/** People of the small organisation these tests work in. */
export const people: readonly DeskPerson[] = [
  { id: 'lin', name: '林晓 Lin Xiao', roles: ['handler'] },
  { id: 'zhou', name: '周明 Zhou Ming', roles: ['handler'] },
  { id: 'chen', name: '陈静 Chen Jing', roles: ['head'] },
  { id: 'he', name: '何律师 He Min', roles: ['legal'] },
  { id: 'gao', name: '高远 Gao Yuan', roles: ['general_manager'] },
];

/** Numbers everything in order. */
export const countingIds = (): Ids => {
  let count = 0;
  const next = () => String(++count).padStart(8, '0');
  return { next: (prefix) => `${prefix}_${next()}`, secret: () => `secret-${next()}-0123456789abcdef` };
};

/** Stands still unless moved. */
export const stillClock = (now = '2026-11-21T08:00:00.000Z'): Clock => ({ now: () => now, rate: 1 });

/** Keeps files in memory; takes pictures, PDF and plain text up to 1 MB. */
export const memoryFiles = (): Files => {
  const kept = new Map<string, { ref: FileRef; bytes: Uint8Array }>();
  let count = 0;
  const taken = ['image/png', 'image/jpeg', 'application/pdf', 'text/plain', 'text/html'];
  return {
    async put({ name, mediaType, bytes }) {
      const refuse = (reason: string) => new Fault('file-refused', 'Refused', { data: { reason } });
      if (bytes.byteLength > 1_000_000) throw refuse('too-large');
      if (!taken.includes(mediaType)) throw refuse('type');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const ref = { id: `file_${++count}`, sha256, name, mediaType, bytes: bytes.byteLength };
      kept.set(ref.id, { ref, bytes });
      return ref;
    },
    async get(id) {
      const found = kept.get(id);
      if (!found) throw new Fault('not-found', 'No such file');
      return found;
    },
  };
};

/** The desk's extras that tests steer. */
export interface FakeDesk extends Desk {
  /** Makes a button ask for input. */
  ask(buttonId: string, title: string, fields: readonly FormField[]): void;
  forget(buttonId: string): void;
  hold(item: QueueItem): void;
  /** Watchers that were not stopped yet. */
  watching(): number;
  /** Tells the watchers of a place to look again. */
  wake(place: string): void;
  /** Makes every following call fail like a lost database, or work again. */
  breakDown(broken: boolean): void;
}

class MemoryDesk implements FakeDesk {
  private readonly clock: Clock;
  private readonly ids: Ids;
  private readonly sessions = new Map<string, string>();
  private readonly staff = new Map<string, string>();
  private readonly lines = new Map<string, WebMessage[]>();
  private readonly known = new Map<string, string>();
  private readonly watchers = new Map<() => void, string>();
  private readonly forms = new Map<string, Form>();
  private readonly items: QueueItem[] = [];
  private cursors = 0;
  private broken = false;

  constructor(clock: Clock, ids: Ids) {
    this.clock = clock;
    this.ids = ids;
  }

  people() {
    return people;
  }
  async form(buttonId: string) {
    return this.forms.get(buttonId) ?? null;
  }
  async commandForm(_name: 'new', { sender }: Viewer): Promise<Form | null> {
    const zh = sender.locale === 'zh-CN';
    return {
      buttonId: 'command-new',
      locale: zh ? 'zh-CN' : 'en',
      title: zh ? '登记投诉' : 'Enter a complaint',
      submit: zh ? '登记' : 'Enter',
      fields: [
        { id: 'what', label: 'What happened', kind: 'text', required: true },
        { id: 'phone', label: 'Phone', kind: 'line', required: false },
      ],
    };
  }
  async queue() {
    return this.items;
  }
  async openSession(_locale: Locale | null) {
    this.check();
    const session = this.ids.next('ses');
    const token = this.ids.secret();
    this.sessions.set(token, session);
    return { session, token };
  }
  async findSession(token: string) {
    this.check();
    return this.sessions.get(token) ?? null;
  }
  async signIn({ sender }: Viewer) {
    if (!people.some(({ id }) => id === sender.id)) return null;
    const token = this.ids.secret();
    this.staff.set(token, sender.id);
    return { token };
  }
  async signedIn(token: string) {
    return people.find(({ id }) => id === this.staff.get(token)) ?? null;
  }
  async signOut(token: string) {
    this.staff.delete(token);
  }
  async messages(place: string, after: string | null, reader?: string) {
    this.check();
    const from = after === null ? 0 : Number(after);
    const lines = (this.lines.get(place) ?? []).filter(
      (line) => Number(line.cursor) > from && (!reader || !line.onlyFor || line.onlyFor === reader),
    );
    return lines.sort((a, b) => Number(a.cursor) - Number(b.cursor)).slice(0, 200);
  }
  watch(place: string, changed: () => void) {
    const watcher = () => changed();
    this.watchers.set(watcher, place);
    return () => void this.watchers.delete(watcher);
  }
  async post({ message, edits, thread }: Delivery): Promise<Sent> {
    this.check();
    const messageId = edits ?? this.known.get(message.id) ?? this.ids.next('msg');
    if (!edits && this.known.has(message.id)) return { messageId };
    this.known.set(message.id, messageId);
    this.append(message.to.place, {
      id: messageId,
      from: message.voice,
      text: message.text,
      ...(message.card ? { card: message.card } : {}),
      buttons: message.buttons ?? [],
      files: message.files ?? [],
      thread: thread ?? null,
      complaint: message.complaint ?? null,
      ...(message.answer ? { onlyFor: message.answer.senderId } : {}),
    });
    return { messageId, ...(message.opensThread ? { threadId: messageId } : {}) };
  }
  async echo(line: Parameters<Desk['echo']>[0]) {
    this.check();
    const known = this.known.get(line.key);
    if (known) return { messageId: known };
    const messageId = this.ids.next('msg');
    this.known.set(line.key, messageId);
    this.append(line.place, {
      id: messageId,
      from: line.from,
      ...(line.author ? { author: line.author } : {}),
      text: line.text,
      buttons: [],
      files: line.files,
      thread: line.thread ?? null,
      complaint: null,
    });
    return { messageId };
  }

  ask(buttonId: string, title: string, fields: readonly FormField[]) {
    this.forms.set(buttonId, { buttonId, locale: 'en', title, submit: title, fields });
  }
  forget(buttonId: string) {
    this.forms.delete(buttonId);
  }
  hold(item: QueueItem) {
    this.items.push(item);
  }
  watching() {
    return this.watchers.size;
  }
  wake(place: string) {
    for (const [watcher, watched] of this.watchers) if (watched === place) watcher();
  }
  breakDown(broken: boolean) {
    this.broken = broken;
  }

  private check() {
    if (this.broken) throw new Fault('database-unavailable', 'Gone', { retryable: true });
  }
  private append(place: string, line: Omit<WebMessage, 'cursor' | 'at'>) {
    const lines = this.lines.get(place) ?? [];
    const former = lines.findIndex(({ id }) => id === line.id);
    const at = lines[former]?.at ?? this.clock.now();
    const made = { ...line, at, cursor: String(++this.cursors) };
    if (former < 0) lines.push(made);
    else lines[former] = made;
    this.lines.set(place, lines);
    this.wake(place);
  }
}

/** A desk in memory that follows the contract of `Desk`. */
export const createFakeDesk = (clock: Clock, ids: Ids): FakeDesk => new MemoryDesk(clock, ids);
