import { type ReadonlySignal, signal } from '@preact/signals';

/** What every line of a talk or channel has. */
interface FeedLine {
  readonly id: string;
  readonly cursor: string;
  readonly at: string;
}

/** How well we are connected: 'gone' when the server no longer knows the talk. */
export type FeedState = 'loading' | 'live' | 'reconnecting' | 'gone';

/** Everything said at one place, kept up to date. */
export interface Feed<Line> {
  readonly lines: ReadonlySignal<readonly Line[]>;
  readonly state: ReadonlySignal<FeedState>;
  /** How far it has been read. */
  cursor(): string;
  /** Resolves when what was said until now has been read. */
  refresh(): Promise<void>;
  stop(): void;
}

/** What a feed reads: `list` and `stream` take `after`. */
export interface FeedSource {
  readonly list: string;
  readonly stream: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The server sends a sign of life every 15 seconds; after this long we believe the line is dead. */
const silenceMs = 40_000;

const withAfter = (path: string, after: string): string =>
  after === '' ? path : `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`;

/** Orders cursors: later ones are greater. */
export const compareCursors = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

const isLater = (a: FeedLine, b: FeedLine): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return compareCursors(a.cursor, b.cursor);
};

class Gone extends Error {}

class LiveFeed<Line extends FeedLine> implements Feed<Line> {
  readonly lines = signal<readonly Line[]>([]);
  readonly state = signal<FeedState>('loading');
  private readonly source: FeedSource;
  private readonly byId = new Map<string, Line>();
  private readonly stopping = new AbortController();
  private read = '';
  private isNew = false;
  private wake = () => {};

  constructor(source: FeedSource) {
    this.source = source;
    addEventListener('online', () => this.wake(), { signal: this.stopping.signal });
    void this.run();
  }

  async refresh(): Promise<void> {
    try {
      while (await this.readPage()) {
        // Shown once all of it is here: a long history is sorted one time, not once a page.
      }
    } finally {
      this.show();
    }
  }

  cursor(): string {
    return this.read;
  }

  stop(): void {
    this.stopping.abort();
    this.wake();
  }

  /** Reads the next page; false when there was nothing more. */
  private async readPage(): Promise<boolean> {
    const answer = await fetch(withAfter(this.source.list, this.read), {
      headers: this.source.headers,
      signal: this.stopping.signal,
    });
    if (answer.status === 401) throw new Gone();
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const { messages }: { messages: readonly Line[] } = await answer.json();
    this.take(messages);
    return messages.length > 0;
  }

  private take(lines: readonly Line[]): void {
    for (const line of lines) this.byId.set(line.id, line);
    const last = lines.at(-1)?.cursor ?? '';
    // Two readings may overlap: the slower one must not take us back.
    if (compareCursors(last, this.read) > 0) this.read = last;
    this.isNew ||= lines.length > 0;
  }

  private show(): void {
    if (!this.isNew) return;
    this.isNew = false;
    this.lines.value = [...this.byId.values()].sort(isLater);
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopping.signal.aborted) {
      try {
        await this.refresh();
        this.state.value = 'live';
        failures = 0;
        await this.follow();
      } catch (error) {
        if (error instanceof Gone) {
          this.state.value = 'gone';
          return;
        }
        failures += 1;
      }
      if (this.stopping.signal.aborted) return;
      if (failures > 0) this.state.value = 'reconnecting';
      await this.pause(Math.min(15_000, 500 * 2 ** failures) * (0.75 + Math.random() / 2));
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Reads the stream until it ends or falls silent. */
  private async follow(): Promise<void> {
    const hangUp = new AbortController();
    const signal = AbortSignal.any([hangUp.signal, this.stopping.signal]);
    let silence = setTimeout(() => hangUp.abort(), silenceMs);
    try {
      const answer = await fetch(withAfter(this.source.stream, this.read), {
        headers: this.source.headers,
        signal,
      });
      if (!answer.ok || answer.body === null) throw new Error(`status ${answer.status}`);
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(silence);
        silence = setTimeout(() => hangUp.abort(), silenceMs);
        rest = this.takeEvents(rest + value);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  /** Takes whole events off the front; gives what is left. */
  private takeEvents(text: string): string {
    const events = text.split('\n\n');
    const rest = events.pop() ?? '';
    const lines = events.flatMap((event): Line[] => {
      const data = event.split('\n').find((row) => row.startsWith('data: '));
      return data === undefined ? [] : [JSON.parse(data.slice('data: '.length))];
    });
    this.take(lines);
    this.show();
    return rest;
  }
}

/** Opens a feed; it reconnects by itself and reads on from its cursor, so nothing is missed. */
export const openFeed = <Line extends FeedLine>(source: FeedSource): Feed<Line> => new LiveFeed<Line>(source);
