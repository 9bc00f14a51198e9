import type { Desk, WebMessage } from '../../src/ports.ts';

/** Everything said at a web place, oldest first, read page by page. */
export async function* everyLine(desk: Desk, place: string): AsyncGenerator<WebMessage> {
  let cursor: string | null = null;
  for (;;) {
    const lines: readonly WebMessage[] = await desk.messages(place, cursor);
    yield* lines;
    const last = lines.at(-1);
    if (last === undefined) return;
    cursor = last.cursor;
  }
}
