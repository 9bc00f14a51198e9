import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../src/run/register.ts';
import { keepRetention } from '../../src/run/retention.ts';
import { inTransaction } from '../../src/run/world.ts';
import { verifyChains } from '../../src/store/audit.ts';
import { saveFile } from '../../src/store/files.ts';
import { findJoinCode, saveLinkCode } from '../../src/store/link-codes.ts';
import { placeHold } from '../../src/store/privacy.ts';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp;
const numbers: Record<string, string> = {};
const photo = { id: 'file_1', sha256: 'a'.repeat(64), name: 'kettle.png', mediaType: 'image/png', bytes: 3 };
const staff = { kind: 'staff', id: 'lin' } as const;

const complain = async (talk: string, text: string): Promise<string> => {
  await test.says(talk, text);
  await test.settle();
  await test.settle(40 * 60);
  const row = await test.app.world.db
    .selectFrom('talks')
    .select('complaint')
    .where('place', '=', talk)
    .executeTakeFirstOrThrow();
  return row.complaint ?? '';
};

const decline = (number: string) =>
  inTransaction(test.app.world, (work) => {
    const at = test.clock.now();
    return carryOut(
      number,
      [
        { type: 'TakeComplaint', at, by: staff },
        { type: 'AddNote', at, by: staff, text: 'see the photo', files: [photo] },
        { type: 'DeclineComplaint', at, by: staff, ground: 'not_ours', text: 'Sorry, this is not ours.' },
      ],
      work,
    );
  });

const summaries = async () => {
  const rows = await test.app.world.db.selectFrom('complaints').select(['number', 'summary']).execute();
  return Object.fromEntries(rows.map(({ number, summary }) => [number, summary]));
};
const erasures = async () => {
  const rows = await test.app.world.db
    .selectFrom('erasures')
    .select(['complaint', 'record'])
    .orderBy('seq')
    .execute();
  return rows.map(({ complaint, record }) => `${complaint} ${record}`);
};
const fileBytes = async () => {
  const row = await test.app.world.db
    .selectFrom('files')
    .select('content')
    .where('id', '=', photo.id)
    .executeTakeFirstOrThrow();
  return row.content.byteLength;
};

beforeAll(async () => {
  test = await testApp();
  await saveFile(test.app.world.db, { ...photo, content: Buffer.from('png'), at: test.clock.now() });
  numbers.shut = await complain(
    'shut',
    'My kettle from the Elm Road shop is broken, I want a refund of 59 USD.',
  );
  numbers.held = await complain('held', 'My parcel never arrived and the courier was rude to Jane Miller.');
  numbers.open = await complain('open', 'The bill charges me twice, I want my money back, says Tom Baker.');
  for (const number of [numbers.shut, numbers.held]) expect((await decline(number)).refusal).toBeNull();
  await test.settle();
  const held = await test.app.world.db
    .selectFrom('complaints')
    .select('complainant_id')
    .where('number', '=', numbers.held)
    .executeTakeFirstOrThrow();
  await placeHold(test.app.world.db, { id: held.complainant_id, reason: 'court', at: test.clock.now() });
});
afterAll(() => test.close());

describe('retention by the pack [AD-3, ISO 10002 8.1]', () => {
  it('runs once a day, whoever asks', async () => {
    expect(await keepRetention(test.app.world)).toBe(0);
    expect(await keepRetention(test.app.world)).toBeNull();
  });

  it('forgets codes that have run out, whatever they opened, and keeps those that still open something', async () => {
    const db = test.app.world.db;
    const code = (name: string, days: number, kind: 'person' | 'join' = 'person') =>
      saveLinkCode(db, {
        kind,
        code: name,
        talk: 'web:open',
        complaint: kind === 'join' ? (numbers.open ?? '') : null,
        expiresAt: new Date(Date.parse(test.clock.now()) + days * 86_400_000).toISOString(),
      });
    await code('LINKED22', 1);
    await code('RETURNED', 30);
    await code('JOINED22', 1, 'join');
    await code('STILLOPN', 60, 'join');
    const kept = async () => {
      const rows = await db.selectFrom('link_codes').select('code').orderBy('code').execute();
      return rows.map((row) => row.code);
    };
    test.clock.moveTo('2026-11-25T02:00:00.000Z');
    expect(await keepRetention(test.app.world)).toBe(2);
    expect(await kept()).toEqual(['RETURNED', 'STILLOPN']);
    expect(await findJoinCode(db, 'STILLOPN', test.clock.now())).toBe(numbers.open);
    test.clock.moveTo('2027-03-01T02:00:00.000Z');
    expect(await keepRetention(test.app.world)).toBe(2);
    expect(await kept()).toEqual([]);
  });

  it('erases nothing a day before its time', async () => {
    test.clock.moveTo('2027-11-22T02:00:00.000Z');
    expect(await keepRetention(test.app.world)).toBe(0);
    expect(await erasures()).toEqual([]);
  });

  it('drops proofs of delivery after twelve months, and nothing else', async () => {
    test.clock.moveTo('2027-11-24T02:00:00.000Z');
    expect(await keepRetention(test.app.world)).toBeGreaterThan(0);
    expect(await erasures()).toEqual([`${numbers.shut} delivery`]);
    expect((await summaries())[numbers.shut ?? '']).toContain('kettle');
  });

  it('erases words, files and the talk after thirty-six months; what is open or held stays', async () => {
    test.clock.moveTo('2029-11-24T02:00:00.000Z');
    expect(await keepRetention(test.app.world)).toBeGreaterThan(5);
    expect(await erasures()).toEqual([
      `${numbers.shut} delivery`,
      ...['file', 'transcript', 'complaint'].map((record) => `${numbers.shut} ${record}`),
      'null talk',
    ]);
    const left = await summaries();
    expect(left[numbers.shut ?? '']).toBe('⟨erased⟩');
    expect(left[numbers.held ?? '']).toContain('parcel');
    expect(left[numbers.open ?? '']).toContain('bill');
    expect(await fileBytes()).toBe(0);
    const talks = await test.app.world.db.selectFrom('talks').select('place').orderBy('place').execute();
    expect(talks.map(({ place }) => place)).toEqual(['held', 'open']);
    expect(await verifyChains(test.app.world.db, () => {})).toMatchObject({ broken: [], unproven: 0 });
  });

  it('drops the history after sixty months and keeps the row of figures', async () => {
    test.clock.moveTo('2031-11-24T02:00:00.000Z');
    await keepRetention(test.app.world);
    const history = await test.app.world.db
      .selectFrom('events')
      .select('version')
      .where('complaint', '=', numbers.shut ?? '')
      .execute();
    expect(history).toEqual([]);
    const row = await test.app.world.db
      .selectFrom('complaints')
      .selectAll()
      .where('number', '=', numbers.shut ?? '')
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ stage: 'declined', received_at: expect.stringMatching(/^2026-11-23/) });
    expect(row.state.facts.amountMinor).toBe(5900);
  });

  it('does nothing more on the next day', async () => {
    test.clock.moveTo('2031-11-25T02:00:00.000Z');
    expect(await keepRetention(test.app.world)).toBe(0);
  });
});
