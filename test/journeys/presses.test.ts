import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvents } from '../../src/store/complaints.ts';
import { type ChatLine, chatClient, until } from '../support/chat.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { type RunningProduct, startProduct } from '../support/process.ts';

let database: FreshDatabase;
let products: RunningProduct[];
let presses = 0;

beforeAll(async () => {
  database = await freshDatabase();
  const env = { DATABASE_URL: database.url };
  products = await Promise.all([startProduct(env), startProduct(env)]);
}, 60_000);

afterAll(async () => {
  await Promise.all(products.map((product) => product.stop()));
  await database.close();
});

const urls = () => products.map(({ url }) => url);

const linesOf = async (channel: 'team' | 'manager'): Promise<readonly ChatLine[]> => {
  const response = await fetch(`${urls()[0]}/api/desk/messages?channel=${channel}`);
  return ((await response.json()) as { messages: ChatLine[] }).messages;
};

const buttonOf = (channel: 'team' | 'manager', label: string) =>
  until(`a button '${label}'`, async () => {
    const line = (await linesOf(channel)).findLast(({ buttons }) =>
      buttons.some((one) => one.label === label),
    );
    const button = line?.buttons.find((one) => one.label === label);
    return line && button ? { channel, messageId: line.id, buttonId: button.id } : undefined;
  });

interface Pressing {
  readonly as: string;
  readonly channel: string;
  readonly messageId: string;
  readonly buttonId: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const press = async (url: string, body: Pressing): Promise<number> => {
  presses += 1;
  const response = await fetch(`${url}/api/desk/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, clientActionId: `press-${presses}` }),
  });
  return response.status;
};

/** The same button by several people, several times, at both processes at once. */
const pressAtOnce = (people: readonly string[], button: Omit<Pressing, 'as'>): Promise<readonly number[]> =>
  Promise.all(
    people.flatMap((as) =>
      urls().flatMap((url) => [press(url, { ...button, as }), press(url, { ...button, as })]),
    ),
  );

const eventsNamed = async (number: string, name: string): Promise<number> =>
  (await readEvents(database.db, number)).filter(({ type }) => type === name).length;

const answersTo = async (as: string): Promise<readonly string[]> =>
  [...(await linesOf('team')), ...(await linesOf('manager'))]
    .filter(({ onlyFor }) => onlyFor === as)
    .map(({ text }) => text);

describe('one button, many presses, two processes', () => {
  it('each has one effect, and everybody is answered [AP-2]', async () => {
    const chat = await chatClient(urls()[0] ?? '', 'en');
    await chat.say('m1', 'The owners occupy the sales office and discuss a demonstration');
    const row = await until('a complaint', () =>
      database.db.selectFrom('complaints').select('number').executeTakeFirst(),
    );
    const { number } = row;

    const take = await buttonOf('team', 'Take it');
    expect(new Set(await pressAtOnce(['lin', 'chen'], take))).toEqual(new Set([202]));
    await until(
      'both are answered',
      async () => (await answersTo('lin')).length >= 4 && (await answersTo('chen')).length >= 4,
    );
    expect(await eventsNamed(number, 'ComplaintTaken')).toBe(1);

    const taken = (await readEvents(database.db, number)).find(({ type }) => type === 'ComplaintTaken');
    const holder = taken?.by.kind === 'staff' ? taken.by.id : '';
    const fields = { kind: 'refund', money: '599 CNY', text: 'We refund the full price.', withinDays: '3' };
    await press(urls()[1] ?? '', { ...(await buttonOf('team', 'Propose remedy')), as: holder, fields });
    const approve = await buttonOf('manager', 'Approve');
    await pressAtOnce(['zhou_head', 'wu_leader', holder], approve);
    await until('it is offered', async () => (await eventsNamed(number, 'RemedyOffered')) > 0);
    await until('all are answered', async () => (await answersTo('wu_leader')).length >= 4);
    expect(await eventsNamed(number, 'RemedyApproved')).toBe(1);
    expect(await eventsNamed(number, 'RemedyOffered')).toBe(1);

    const offer = await until('the offer', async () =>
      (await chat.lines()).find(
        ({ text, buttons }) => /We refund the full price/.test(text) && buttons.length > 0,
      ),
    );
    const accept = offer.buttons[0]?.id ?? '';
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        fetch(`${urls()[index % 2]}/api/chat/actions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${chat.token}` },
          body: JSON.stringify({ clientActionId: `yes-${index}`, messageId: offer.id, buttonId: accept }),
        }),
      ),
    );
    await until('it is accepted', async () => (await eventsNamed(number, 'RemedyAccepted')) > 0);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await eventsNamed(number, 'RemedyAccepted')).toBe(1);
    expect((await chat.lines()).filter(({ text }) => /We refund the full price/.test(text))).toHaveLength(1);
  }, 60_000);

  it('a forged id, a replayed press and a card from before a kill do nothing more', async () => {
    const { number } = await database.db.selectFrom('complaints').select('number').executeTakeFirstOrThrow();
    const before = (await readEvents(database.db, number)).length;
    const forged = {
      channel: 'team',
      messageId: 'in_nothing',
      buttonId: 'b_AAAAAAAAAAAAAAAAAAAAAAAAAA',
      as: 'lin',
    };
    expect(await press(urls()[0] ?? '', forged)).not.toBe(500);
    await products[1]?.kill();
    products[1] = await startProduct({ DATABASE_URL: database.url });
    const old = await database.db
      .selectFrom('buttons')
      .select('id')
      .where('complaint', '=', number)
      .execute();
    const [card] = await linesOf('team');
    for (const { id } of old.slice(0, 6)) {
      await press(urls()[1] ?? '', {
        channel: 'team',
        messageId: card?.id ?? '',
        buttonId: id,
        as: 'qian_legal',
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const after = await readEvents(database.db, number);
    expect(after.slice(before).filter(({ by }) => by.kind === 'staff')).toEqual([]);
  }, 60_000);
});
