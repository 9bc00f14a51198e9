import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteDeskSession, findDeskSession, saveDeskSession } from '../../src/store/desk-sessions.ts';
import { appendLine, readLines, type WebLine } from '../../src/store/web.ts';
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
    await appendLine(db, line('card', { complaint: row?.number ?? '' }));
    await appendLine(db, line('note', { thread: 'card' }));
    await appendLine(db, line('for-chen', { onlyFor: 'chen' }));
    await appendLine(db, line('for-lin', { onlyFor: 'lin' }));
    await appendLine(db, line('plain', {}));

    const read = async (reader?: string) => {
      const lines = await readLines(db, { place: 'team', after: 0, limit: 200, reader });
      return lines.map(({ id }) => id).filter((id) => !id.startsWith('msg'));
    };
    expect(await read('lin')).toEqual(['for-lin', 'plain']);
    expect(await read('chen')).toEqual(['card', 'note', 'for-chen', 'plain']);
    expect(await read()).toEqual(['card', 'note', 'for-chen', 'for-lin', 'plain']);
  });
});
