import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { carryOut } from '../../src/run/register.ts';
import { inTransaction } from '../../src/run/world.ts';
import { verifyChains } from '../../src/store/audit.ts';
import { findComplaint, readEvents } from '../../src/store/complaints.ts';
import { saveLinkCode } from '../../src/store/link-codes.ts';
import { erasePerson, exportPerson, findPeople } from '../../src/store/privacy.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { holding } from '../support/everything.ts';

/** Chen speaks for all and has Du beside them in a talk of their own; Fang is only on a list. Shut, then Chen wishes to be erased. */
let test: TestApp;

const chen = {
  name: '陈一鸣',
  phone: '13944445555',
  words: '电梯坏了两周没人修，我们整栋楼一起投诉，要求尽快修好。我叫陈一鸣，电话13944445555',
};
const du = { name: '杜小敏', words: '我家孩子每天爬楼上学，物业一直推脱' };
const alone = '小区门口的路灯坏了一个月，我们一起投诉，晚上看不清路';

const staff = { kind: 'staff', id: 'lin' } as const;
const head = { kind: 'staff', id: 'zhou_head' } as const;
const db = () => test.app.world.db;
const carry = async (number: string, ...commands: readonly Command[]) => {
  const { refusal } = await inTransaction(test.app.world, (work) => carryOut(number, commands, work));
  expect(refusal).toBeNull();
};
const says = async (talk: string, text: string) => {
  await test.says(talk, text);
  await test.settle();
};
const idOf = async (talk: string): Promise<string> => (await findPeople(db(), talk))[0] ?? '';
const file = async (number: string) => {
  const stream = await findComplaint(db(), number);
  if (!stream) throw new Error('no file');
  return stream.complaint;
};
const erase = (id: string) =>
  db()
    .transaction()
    .execute((tx) => erasePerson(tx, { id, at: test.clock.now() }));

/** Files what was said in a talk and gives its number. */
const filed = async (talk: string, text: string): Promise<string> => {
  await says(talk, text);
  await test.settle(40 * 60);
  const id = await idOf(talk);
  const row = await db()
    .selectFrom('complaints')
    .select('number')
    .where('complainant_id', '=', id)
    .executeTakeFirstOrThrow();
  return row.number;
};

const list = (...parties: readonly { readonly name: string; readonly phone?: string }[]): Command => ({
  type: 'ListParties',
  at: test.clock.now(),
  by: staff,
  parties: parties.map((party) => ({ household: '', ...party })),
});

const shut = (number: string) =>
  carry(number, {
    ...{ type: 'DeclineComplaint', at: test.clock.now(), by: head, ground: 'not_ours' },
    text: '此事由业委会负责，我们已转达。',
  });

/** The last card drawn of a file. */
const cardOf = (number: string): string =>
  JSON.stringify(test.web.sent.findLast(({ message }) => message.card?.title.includes(number))?.message.card);

let joint = '';
let listed = '';
beforeAll(async () => {
  test = await testApp();
  joint = await filed('chen', chen.words);
  await carry(
    joint,
    { type: 'TakeComplaint', at: test.clock.now(), by: staff },
    list({ name: chen.name, phone: chen.phone }, { name: du.name }, { name: '方圆', phone: '13966667777' }),
  );
  await saveLinkCode(db(), {
    kind: 'join',
    code: 'JOINUS33',
    talk: 'web:chen',
    complaint: joint,
    expiresAt: '2027-01-01T00:00:00.000Z',
  });
  await says('du', '加入 JOINUS33');
  await says('du', du.name);
  await says('du', du.words);
  await shut(joint);
  listed = await filed('gao', alone);
  await carry(listed, list({ name: '何田', phone: '13988889999' }));
  await shut(listed);
  await test.settle();
});
afterAll(() => test.close());

describe('whoever speaks for several [IN-13, AD-3]', () => {
  it('is given what is theirs in the file, and not a word of the others', async () => {
    const id = await idOf('chen');
    await db()
      .transaction()
      .execute(async (tx) => {
        const text = JSON.stringify(await exportPerson(tx, id));
        expect(text).toContain(chen.words);
        for (const other of [du.name, du.words, '方圆', '13966667777']) expect(text).not.toContain(other);
      });
  });

  it('takes only their own words out of it: the file and the others’ stay, and one of those who joined speaks', async () => {
    const [id, next, before] = [await idOf('chen'), await idOf('du'), await file(joint)];
    expect(await erase(id)).toMatchObject({ erased: { talks: 1 } });
    expect(await holding(db(), [chen.words, chen.name, chen.phone])).toEqual([]);
    const after = await file(joint);
    expect(after.complainant).toMatchObject({ id: next, name: du.name });
    expect(after.contact?.address.place).toBe('du');
    expect(after.statements.map(({ text }) => text)).toContain(du.words);
    expect(after.parties.map(({ name }) => name)).toContain('方圆');
    expect(after.facts.people).toBe(before.facts.people);
    expect([after.number, after.severity, after.stage, after.timeline.receivedAt]).toEqual([
      before.number,
      before.severity,
      before.stage,
      before.timeline.receivedAt,
    ]);
    expect((await readEvents(db(), joint)).at(-1)?.type).toBe('PartyForgotten');
    expect(await findPeople(db(), joint)).toEqual([next]);
    expect(await findPeople(db(), 'du')).toEqual([next]);
    expect(await verifyChains(db(), () => {})).toMatchObject({ broken: [], unproven: 0 });
  });

  it('leaves a card that shows who speaks now, and goes on for them', async () => {
    await test.settle();
    expect(cardOf(joint)).toContain('3 人');
    expect(cardOf(joint)).not.toContain('目前没有人代表');
    expect(cardOf(joint)).not.toContain(chen.words);
    await carry(joint, { type: 'ReopenComplaint', at: test.clock.now(), by: staff, reason: '业委会退回' });
    await says('du', '电梯今天又停了');
    expect((await file(joint)).statements.map(({ text }) => text)).toContain('电梯今天又停了');
    await shut(joint);
  });

  it('leaves it to nobody where none of the others can be asked, and the card says so; a second wish finds nothing', async () => {
    const id = await idOf('gao');
    await erase(id);
    expect(await holding(db(), [alone])).toEqual([]);
    const after = await file(listed);
    expect(after.complainant).toMatchObject({ id, erased: true });
    expect(after.complainant.name).toBeUndefined();
    expect(after.contact).toBeNull();
    expect(after.parties).toMatchObject([{ name: '何田', phone: '13988889999' }]);
    await test.settle();
    expect(cardOf(listed)).toContain('目前没有人代表其他各位');
    const { version } = after;
    expect(await erase(id)).not.toHaveProperty('refused');
    expect((await file(listed)).version).toBe(version);
    expect(await verifyChains(db(), () => {})).toMatchObject({ broken: [], unproven: 0 });
  });
});
