import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteDeskSession, findDeskSession, saveDeskSession } from '../../src/store/desk-sessions.ts';
import { readLines, type WebLine, writeLine } from '../../src/store/web.ts';
import { type TestApp, testApp } from '../support/app.ts';

const now = '2026-11-21T08:00:00.000Z';
const endsAt = '2026-11-21T20:00:00.000Z';

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());

describe('a session at the workbench', () => {
  it('is known by its token until it ends or is ended', async () => {
    const { db } = test.app.world;
    await saveDeskSession(db, { token: 'a', person: 'lin', now, endsAt });
    expect(await findDeskSession(db, 'a', now)).toBe('lin');
    expect(await findDeskSession(db, 'A', now)).toBeNull();
    expect(await findDeskSession(db, 'a', endsAt)).toBeNull();
    await deleteDeskSession(db, 'a');
    expect(await findDeskSession(db, 'a', now)).toBeNull();
  });

  it('is forgotten once it has ended; the token itself is nowhere', async () => {
    const { db } = test.app.world;
    await saveDeskSession(db, { token: 'secret', person: 'lin', now, endsAt });
    await saveDeskSession(db, {
      token: 'later',
      person: 'chen',
      now: endsAt,
      endsAt: '2026-11-22T08:00:00.000Z',
    });
    const rows = await db.selectFrom('desk_sessions').selectAll().execute();
    expect(rows.map(({ person }) => person)).toEqual(['chen']);
    expect(JSON.stringify(rows)).not.toContain('later');
  });
});

describe('lines written at the same moment', () => {
  it('stand in the order they were written in, redrawn ones after what they were redrawn with', async () => {
    const { db } = test.app.world;
    const line = (id: string, text: string, edits?: string) => ({
      ...({
        id,
        place: 'order',
        sender: 'bot',
        author: null,
        thread: null,
        complaint: null,
        onlyFor: null,
      } as const),
      ...{ body: { text }, at: now, edits },
    });
    await writeLine(db, line('head', 'first'));
    const ids = await Promise.all([
      writeLine(db, line('one', 'one')),
      writeLine(db, line('again', 'second', 'head')),
      writeLine(db, line('two', 'two', 'nowhere')),
      writeLine(db, line('one', 'twice')),
    ]);
    expect(ids).toEqual(['one', 'head', 'two', 'one']);
    const lines = await readLines(db, { place: 'order', after: 0, limit: 9 });
    expect(lines.map(({ id, text }) => [id, text])).toEqual([
      ['one', 'one'],
      ['head', 'second'],
      ['two', 'two'],
    ]);
  });
});

describe('lines of the desk', () => {
  const line = (id: string, more: Partial<WebLine>): WebLine => ({
    id,
    place: 'team',
    sender: 'bot',
    author: null,
    body: { text: id },
    thread: null,
    complaint: null,
    onlyFor: null,
    at: now,
    ...more,
  });

  it('hold back from a reader what names them, notes beside it, and answers meant for others [S1.13]', async () => {
    const { db } = test.app.world;
    for (const text of ['客服林晓一直骂人，我要投诉他', '订单 SF8812349900', '对']) {
      await test.says('fang', text);
      await test.settle();
    }
    await test.settle(40 * 60);
    const [row] = await db.selectFrom('complaints').selectAll().execute();
    expect(row?.state.recusals).toContain('lin');
    await writeLine(db, line('card', { complaint: row?.number ?? '' }));
    await writeLine(db, line('note', { thread: 'card' }));
    await writeLine(db, line('for-chen', { onlyFor: 'chen' }));
    await writeLine(db, line('for-lin', { onlyFor: 'lin' }));
    await writeLine(db, line('plain', {}));

    const read = async (reader?: string) => {
      const lines = await readLines(db, { place: 'team', after: 0, limit: 200, reader });
      return lines.map(({ id }) => id).filter((id) => !id.startsWith('msg'));
    };
    expect(await read('lin')).toEqual(['for-lin', 'plain']);
    expect(await read('chen')).toEqual(['card', 'note', 'for-chen', 'plain']);
    expect(await read()).toEqual(['card', 'note', 'for-chen', 'for-lin', 'plain']);
  });
});
