import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { carryOut } from '../../src/run/register.ts';
import { inTransaction } from '../../src/run/world.ts';
import { verifyChains } from '../../src/store/audit.ts';
import { findComplaint, readEvents } from '../../src/store/complaints.ts';
import { saveLinkCode } from '../../src/store/link-codes.ts';
import { erasePerson, exportPerson, findPeople, liftHold, placeHold } from '../../src/store/privacy.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { holding } from '../support/everything.ts';

/** Wang complains for several; Li and Zhao join in talks of their own; Wang later hands the word to Zhao. */
let test: TestApp;
let number = '';

const wang = '电梯坏了两周没人修，我们整栋楼一起投诉，要求尽快修好';
const wangOfLi = '楼上的李大强腿脚不便，这两周都没下过楼';
const li = { name: '李大强', phone: '13911112222', words: '我膝盖刚做完手术，住在十六楼，被困家里十几天了' };
const zhao = { name: '赵小敏', words: '我家孩子每天爬楼上学，物业一直推脱' };
const noteOfLi = '李大强来过电话，情绪激动';

const staff = { kind: 'staff', id: 'lin' } as const;
const head = { kind: 'staff', id: 'zhou_head' } as const;
const db = () => test.app.world.db;
const carry = async (...commands: readonly Command[]) => {
  const { refusal } = await inTransaction(test.app.world, (work) => carryOut(number, commands, work));
  expect(refusal).toBeNull();
};
const says = async (talk: string, text: string) => {
  await test.says(talk, text);
  await test.settle();
};
const idOf = async (talk: string): Promise<string> => (await findPeople(db(), talk))[0] ?? '';
const file = async () => {
  const stream = await findComplaint(db(), number);
  if (!stream) throw new Error('no file');
  return stream.complaint;
};
const erase = (id: string) =>
  db()
    .transaction()
    .execute((tx) => erasePerson(tx, { id, at: test.clock.now() }));

beforeAll(async () => {
  test = await testApp();
  await says('wang', wang);
  await test.settle(40 * 60);
  const row = await db().selectFrom('complaints').select('number').executeTakeFirstOrThrow();
  number = row.number;
  const at = test.clock.now();
  await carry(
    { type: 'TakeComplaint', at, by: staff },
    {
      type: 'ListParties',
      at,
      by: staff,
      parties: [
        { name: li.name, household: '1602', phone: li.phone },
        { name: zhao.name, household: '1501' },
      ],
    },
  );
  await saveLinkCode(db(), {
    kind: 'join',
    code: 'JOINUS22',
    talk: 'web:wang',
    complaint: number,
    expiresAt: '2027-01-01T00:00:00.000Z',
  });
  for (const [talk, { name, words }] of [
    ['li', li],
    ['zhao', zhao],
  ] as const) {
    await says(talk, '加入 JOINUS22');
    await says(talk, name);
    await says(talk, words);
  }
  await says('wang', wangOfLi);
  await carry({
    type: 'AddNote',
    at: test.clock.now(),
    by: staff,
    text: noteOfLi,
    files: [],
    channel: 'team',
  });
});
afterAll(() => test.close());

describe('one of several who complain together [IN-13, AD-3]', () => {
  it('is found by a number that only others wrote beside their talk', async () => {
    expect(await findPeople(db(), li.phone)).toEqual([await idOf('li')]);
  });

  it('is given what is theirs in the shared file, their line of the list, and where others name them', async () => {
    const id = await idOf('li');
    await db()
      .transaction()
      .execute(async (tx) => {
        const found = await exportPerson(tx, id);
        const text = JSON.stringify(found);
        for (const own of [li.name, li.phone, li.words, '1602', number]) expect(text).toContain(own);
        for (const other of [wang, wangOfLi, zhao.name, zhao.words, '1501', noteOfLi])
          expect(text).not.toContain(other);
        expect(found.shared).toMatchObject([
          {
            number,
            named: [
              { type: 'StatementAdded', by: 'complainant' },
              { type: 'NoteAdded', by: 'staff' },
            ],
          },
        ]);
      });
  });

  it('is not erased while the file is open, nor while its complainant’s records are held', async () => {
    const [id, main] = [await idOf('li'), await idOf('wang')];
    expect(await erase(id)).toEqual({ refused: { reason: 'open-complaint', detail: number } });
    const at = test.clock.now();
    await carry({
      type: 'RequestSpeaker',
      at,
      by: { kind: 'complainant', id: main },
      to: await idOf('zhao'),
    });
    await carry({
      type: 'DeclineComplaint',
      at,
      by: head,
      ground: 'not_ours',
      text: '此事由业委会负责，我们已转达。',
    });
    await placeHold(db(), { id: main, reason: '诉讼保全', at });
    expect(await erase(id)).toEqual({ refused: { reason: 'legal-hold', detail: '诉讼保全' } });
    await liftHold(db(), main);
  });

  it('leaves nothing of theirs but what others said of them, and that is named', async () => {
    const id = await idOf('li');
    const before = await file();
    const outcome = await erase(id);
    expect(outcome).toMatchObject({
      erased: { talks: 1 },
      left: [
        { complaint: number, type: 'StatementAdded', by: 'complainant' },
        { complaint: number, type: 'NoteAdded', by: 'staff' },
      ],
    });
    expect(await holding(db(), [li.phone, li.words, '1602'])).toEqual([]);
    // What Wang and a handler said is theirs: in the file, and where they said it.
    const named = await holding(db(), [li.name]);
    expect(named.map((place) => place.split(':')[0]).sort()).toEqual([
      'complaints',
      'events',
      'inbox',
      'talks',
    ]);
    const after = await file();
    expect(after.parties).toMatchObject([
      { name: '', household: '' },
      { name: zhao.name, joined: {} },
    ]);
    expect(after.facts.people).toBe(before.facts.people);
    expect(after.statements.map(({ text }) => text)).toEqual(
      before.statements.map(({ text }) => (text === li.words ? '⟨erased⟩' : text)),
    );
    expect({ ...after.complainant }).toEqual(before.complainant);
    expect(after.contact).toEqual(before.contact);
    expect(await findPeople(db(), 'li')).toEqual([]);
    expect((await readEvents(db(), number)).at(-1)?.type).toBe('PartyForgotten');
    expect(await verifyChains(db(), () => {})).toMatchObject({ broken: [], unproven: 0 });
  });

  it('who handed the word on is one of them too: the file stays the next one’s', async () => {
    const [main, next] = [await idOf('wang'), await idOf('zhao')];
    const at = test.clock.now();
    await carry({ type: 'ReopenComplaint', at, by: staff, reason: '业委会退回' });
    const asked: Command = { type: 'RequestSpeaker', at, by: { kind: 'complainant', id: main }, to: next };
    await inTransaction(test.app.world, (work) => carryOut(number, [asked], work));
    await carry({ type: 'ChangeSpeaker', at, by: staff, to: next });
    expect(await findPeople(db(), number)).toEqual([next]);
    await carry({
      type: 'MergeComplaint',
      at,
      by: head,
      into: 'R-2026-000999',
    });
    expect(await erase(main)).toMatchObject({ erased: { talks: 1 } });
    expect(await holding(db(), [wang, wangOfLi])).toEqual([]);
    const after = await file();
    expect(after.complainant).toMatchObject({ id: next, name: zhao.name });
    expect(after.contact?.address.place).toBe('zhao');
    expect(after.statements.map(({ text }) => text)).toContain(zhao.words);
    expect(await findPeople(db(), 'zhao')).toEqual([next]);
    expect(await verifyChains(db(), () => {})).toMatchObject({ broken: [], unproven: 0 });
  });

  it('the last of them takes the whole file along', async () => {
    await erase(await idOf('zhao'));
    expect(await holding(db(), [zhao.name, zhao.words, noteOfLi])).toEqual([]);
    expect((await file()).number).toBe(number);
    expect(await verifyChains(db(), () => {})).toMatchObject({ broken: [], unproven: 0 });
  });
});
