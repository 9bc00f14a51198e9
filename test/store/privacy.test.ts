import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../src/run/register.ts';
import { inTransaction } from '../../src/run/world.ts';
import { verifyChains } from '../../src/store/audit.ts';
import { erasedMark } from '../../src/store/chain.ts';
import { findComplaint } from '../../src/store/complaints.ts';
import { saveFile } from '../../src/store/files.ts';
import { personal } from '../../src/store/personal.ts';
import { erasePerson, exportPerson, findPeople, liftHold, placeHold } from '../../src/store/privacy.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { everything, holding } from '../support/everything.ts';

const words = ['王小芳', '13912345678', '电饭煲外壳裂了', 'wang.fang@example.cn', 'SF8812349900', '朝阳门店'];
const staffWords = '她电话里说邻居可以作证';
const photo = {
  id: 'file_1',
  sha256: 'a'.repeat(64),
  name: '王小芳的照片.png',
  mediaType: 'image/png',
  bytes: 3,
};

let test: TestApp;
let number = '';
let other = '';

const complain = async (talk: string, texts: readonly string[]): Promise<string> => {
  for (const text of texts) {
    await test.says(talk, text, `web:${talk}:${text.length}`);
    await test.settle();
  }
  await test.settle(40 * 60);
  const { complaint } = await test.app.world.db
    .selectFrom('talks')
    .select('complaint')
    .where('place', '=', talk)
    .executeTakeFirstOrThrow();
  if (!complaint) throw new Error('nothing was filed');
  return complaint;
};

const staff = { kind: 'staff', id: 'lin' } as const;

const carry = (commands: Parameters<typeof carryOut>[1]) =>
  inTransaction(test.app.world, (work) => carryOut(number, commands, work));

const close = async () => {
  const at = test.clock.now();
  const { refusal } = await carry([
    { type: 'TakeComplaint', at, by: staff },
    { type: 'AddNote', at, by: staff, text: staffWords, files: [photo], channel: 'team' },
    { type: 'DeclineComplaint', at, by: staff, ground: 'not_ours', text: '王小芳您好，这不归我们管' },
  ]);
  expect(refusal).toBeNull();
  await test.settle();
};

const personOf = async (talk: string): Promise<string> =>
  (await findPeople(test.app.world.db, talk))[0] ?? '';

const erase = async (talk: string) => {
  const id = await personOf(talk);
  return test.app.world.db.transaction().execute((tx) => erasePerson(tx, { id, at: test.clock.now() }));
};

const secrets = [...words, staffWords, photo.name, 'session-fang'];
const figures = () =>
  test.app.world.db
    .selectFrom('complaints')
    .select([
      'number',
      'version',
      'stage',
      'severity',
      'urgency',
      'type',
      'department',
      'received_at',
      'next_due_at',
    ])
    .orderBy('number')
    .execute();

const hashes = () =>
  test.app.world.db
    .selectFrom('events')
    .select(['complaint', 'version', 'hash'])
    .orderBy('position')
    .execute();

beforeAll(async () => {
  test = await testApp();
  await test.app.world.db
    .insertInto('web_sessions')
    .values({ id: 'session-fang', token_hash: 'h', locale: 'zh-CN', opened_at: test.clock.now() })
    .execute();
  await saveFile(test.app.world.db, { ...photo, content: Buffer.from('png'), at: test.clock.now() });
  number = await complain('session-fang', [
    '我在朝阳门店买的电饭煲外壳裂了，要退款599元',
    '我叫王小芳，电话13912345678，邮箱wang.fang@example.cn',
    '订单号 SF8812349900',
  ]);
  other = await complain('session-other', [
    '快递一直没送到，订单号 YT5512349911，我叫李大明，电话13700001111',
  ]);
});
afterAll(() => test.close());

describe('everything held of one person', () => {
  it.each([
    ['their talk', () => 'web:session-fang'],
    ['the place', () => 'session-fang'],
    ['a complaint of theirs', () => number.toLowerCase()],
    ['a phone number, however it is written', () => '+86 139-1234-5678'],
  ])('is found by %s', async (_what, asked) => {
    expect(await findPeople(test.app.world.db, asked())).toEqual([await personOf('session-fang')]);
  });

  it.each(['', '%', '1', '678', "' or true --", 'R-1999-000001'])('is not found by %j', async (asked) => {
    expect(await findPeople(test.app.world.db, asked)).toEqual([]);
  });

  it('is exported with what they said, what they were told, their files and their dates [AD-3]', async () => {
    await test.app.world.db.transaction().execute(async (tx) => {
      const found = JSON.stringify(await exportPerson(tx, await personOf('session-fang')));
      for (const word of words) expect(found).toContain(word);
      expect(found).toContain(number);
      expect(found).toContain('ComplaintReceived');
      expect(found).not.toContain('李大明');
      expect(found).not.toContain(other);
    });
  });
});

describe('erasing one person', () => {
  it('is refused while a complaint is open, and changes nothing', async () => {
    const before = await everything(test.app.world.db);
    expect(await erase('session-fang')).toEqual({ refused: { reason: 'open-complaint', detail: number } });
    expect(await everything(test.app.world.db)).toEqual(before);
  });

  it('is refused under a legal hold, until it is lifted', async () => {
    await close();
    const id = await personOf('session-fang');
    await placeHold(test.app.world.db, { id, reason: '法院调取', at: test.clock.now() });
    expect(await erase('session-fang')).toEqual({ refused: { reason: 'legal-hold', detail: '法院调取' } });
    expect(await liftHold(test.app.world.db, id)).toBe(true);
    expect(await liftHold(test.app.world.db, id)).toBe(false);
  });

  it('leaves no word of theirs in any table, and every figure where it was [AD-3]', async () => {
    const places = await holding(test.app.world.db, secrets);
    const held = new Set(places.map((place) => place.split(':')[0]));
    for (const name of ['complaints', 'events', 'files', 'inbox', 'outbox', 'talks'])
      expect(held).toContain(name);
    expect(places.length).toBeGreaterThan(15);
    const [before, hashesBefore] = [await figures(), await hashes()];
    const others = await holding(test.app.world.db, ['李大明', '13700001111']);
    const amounts = (await findComplaint(test.app.world.db, number))?.complaint.facts.amountMinor;
    expect(amounts).toBe(59_900);

    expect(await erase('session-fang')).toMatchObject({ erased: { files: 1, talks: 1 } });

    expect(await holding(test.app.world.db, secrets)).toEqual([]);
    expect(await figures()).toEqual(before);
    expect(await hashes()).toEqual(hashesBefore);
    expect(await holding(test.app.world.db, ['李大明', '13700001111'])).toEqual(others);
    const file = (await findComplaint(test.app.world.db, number))?.complaint;
    expect(file).toMatchObject({ stage: 'declined', summary: erasedMark, facts: { amountMinor: 59_900 } });
  });

  it('keeps the chain of hashes provable [AD-4]', async () => {
    const result = await verifyChains(test.app.world.db, () => {});
    expect(result).toMatchObject({ broken: [], unproven: 0 });
    expect(result.erased).toBe(4);
  });

  it('lets the file be written on: the chain goes on from where it was', async () => {
    await carry([{ type: 'RevealPersonalData', at: test.clock.now(), by: staff }]);
    expect(await verifyChains(test.app.world.db, () => {})).toMatchObject({ broken: [] });
  });

  it('meets a person who comes back as somebody new', async () => {
    expect(await findPeople(test.app.world.db, 'session-fang')).toEqual([]);
    const known = await test.app.world.db.selectFrom('complainants').select('id').execute();
    await test.says('session-fang', '你好');
    await test.settle();
    const [again] = await findPeople(test.app.world.db, 'session-fang');
    expect(again).toBeDefined();
    expect(known.map(({ id }) => id)).not.toContain(again);
  });
});

describe('the chain after an erasure', () => {
  const events = () => test.app.world.db.updateTable('events').where('complaint', '=', number);
  const brokenAfter = async (damage: (tx: ReturnType<typeof events>) => Promise<unknown>) => {
    const rows = await test.app.world.db
      .selectFrom('events')
      .selectAll()
      .where('complaint', '=', number)
      .execute();
    await damage(events());
    const { broken } = await verifyChains(test.app.world.db, () => {});
    for (const { position: _position, data, erased, ...row } of rows)
      await test.app.world.db
        .updateTable('events')
        .set({ ...row, data: personal('events', data), erased: erased && JSON.stringify(erased) })
        .where('complaint', '=', number)
        .where('version', '=', row.version)
        .execute();
    return broken.map((one) => one.version);
  };

  it.each([
    ['a date', `jsonb_set(data, '{receivedAt}', '"2020-01-01T00:00:00.000Z"')`],
    ['an amount', `jsonb_set(data, '{facts,amountMinor}', '1')`],
    ['words put where the mark stands', `jsonb_set(data, '{summary}', '"all was well"')`],
    ['a name of a field', `(data - 'pack') || '{"packs": "general"}'`],
  ])('still shows %s that was changed', async (_what, change) => {
    const version = await brokenAfter((rows) =>
      rows
        .where('version', '=', 1)
        .set({ data: sql.raw(change) })
        .execute(),
    );
    expect(version).toEqual([1]);
  });

  it('shows an event that was taken out', async () => {
    const [second] = await test.app.world.db
      .selectFrom('events')
      .selectAll()
      .where('complaint', '=', number)
      .where('version', '=', 2)
      .execute();
    await test.app.world.db
      .deleteFrom('events')
      .where('complaint', '=', number)
      .where('version', '=', 2)
      .execute();
    expect((await verifyChains(test.app.world.db, () => {})).broken).toEqual([
      { complaint: number, version: 3 },
    ]);
    if (!second) throw new Error('no second event');
    const { position: _position, data, erased, ...row } = second;
    await test.app.world.db
      .insertInto('events')
      .values({ ...row, data: personal('events', data), erased: erased && JSON.stringify(erased) })
      .execute();
    expect((await verifyChains(test.app.world.db, () => {})).broken).toEqual([]);
  });
});
