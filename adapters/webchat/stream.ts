import type { Desk, WebMessage } from '../../src/ports.ts';

/** What one reader of a place wants to be told. */
export interface Subscription {
  readonly place: string;
  readonly after: string | null;
  /** Whose eyes it is for, as `Desk.messages` has it. */
  readonly reader?: string;
  readonly line: (message: WebMessage) => unknown;
}

/** Server-sent events for the pages that are open now. */
export interface Streams {
  open(subscription: Subscription): Response;
  /** How many readers a place has now. */
  readers(place: string): number;
  /** Ends all of them; a page comes back with its cursor. */
  close(): void;
}

/** Chunks a reader may leave unread before we hang up: it comes back with its cursor and misses nothing. */
const unreadLimit = 2_000;

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
} as const;

const event = (cursor: string, data: unknown): string =>
  `id: ${cursor}\nevent: message\ndata: ${JSON.stringify(data)}\n\n`;

class Reader {
  private readonly desk: Desk;
  private readonly subscription: Subscription;
  private readonly write: (text: string) => boolean;
  private after: string | null;
  private state: 'idle' | 'reading' | 'again' | 'ended' = 'idle';

  constructor(desk: Desk, subscription: Subscription, write: (text: string) => boolean) {
    this.desk = desk;
    this.subscription = subscription;
    this.write = write;
    this.after = subscription.after;
  }

  /** Reads on from the cursor; a change during a read is never missed because the read is repeated. */
  async pump(): Promise<void> {
    if (this.state !== 'idle') {
      if (this.state === 'reading') this.state = 'again';
      return;
    }
    this.state = 'reading';
    for (;;) {
      const lines = await this.desk.messages(this.subscription.place, this.after, this.subscription.reader);
      if (this.hasEnded()) return;
      for (const line of lines) {
        if (!this.write(event(line.cursor, this.subscription.line(line)))) return;
        this.after = line.cursor;
      }
      if (lines.length === 0 && !this.mustRepeat()) return;
    }
  }

  end(): void {
    this.state = 'ended';
  }

  private hasEnded(): boolean {
    return this.state === 'ended';
  }

  private mustRepeat(): boolean {
    const again = this.state === 'again';
    this.state = again ? 'reading' : 'idle';
    return again;
  }
}

/** Makes the streams of one web channel. A fault while reading ends the reader's stream, and its page reconnects. */
export const createStreams = (desk: Desk, heartbeatMs: number): Streams => {
  const open = new Map<() => void, string>();

  const start = (subscription: Subscription, controller: ReadableStreamDefaultController<Uint8Array>) => {
    const encoder = new TextEncoder();
    let ended = false;
    const end = () => {
      if (ended) return;
      ended = true;
      clearInterval(heartbeat);
      unwatch();
      reader.end();
      open.delete(hangUp);
    };
    const hangUp = () => {
      if (ended) return;
      end();
      controller.close();
    };
    const write = (text: string): boolean => {
      if (ended) return false;
      controller.enqueue(encoder.encode(text));
      if ((controller.desiredSize ?? 0) < -unreadLimit) hangUp();
      return !ended;
    };
    const reader = new Reader(desk, subscription, write);
    const pump = () => void reader.pump().catch(hangUp);
    const unwatch = desk.watch(subscription.place, pump);
    const heartbeat = setInterval(() => write(': heartbeat\n\n'), heartbeatMs);
    open.set(hangUp, subscription.place);
    write('retry: 2000\n: open\n\n');
    pump();
    return end;
  };

  return {
    open(subscription) {
      let end = () => {};
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          end = start(subscription, controller);
        },
        cancel: () => end(),
      });
      return new Response(body, { headers });
    },
    readers: (place) => [...open.values()].filter((name) => name === place).length,
    close() {
      for (const hangUp of [...open.keys()]) hangUp();
    },
  };
};
