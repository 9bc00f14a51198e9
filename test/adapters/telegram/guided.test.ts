import { afterEach, expect, test } from 'vitest';
import { Fault } from '../../../src/faults.ts';
import type { Form, FormField } from '../../../src/outbox/message.ts';
import type { StubMessage } from '../../support/telegram-server/world.ts';
import { deskWith, type Rig, rig, until } from './harness.ts';

const forum = -1001;
const team = { channel: 'telegram' as const, place: String(forum) };
const field = (more: Partial<FormField>): FormField => ({
  id: 'text',
  label: 'Text',
  kind: 'text',
  required: true,
  ...more,
});
const formOf = (...fields: FormField[]): Form => ({
  buttonId: 'btn_form',
  locale: 'en',
  title: 'Propose a remedy',
  submit: 'Go on',
  fields,
});

let made: Rig;
afterEach(() => made.close());

/** A card with a form button in a topic, pressed by Mei. */
const opened = async (form: Form, command: Form | null = null) => {
  made = await rig({ desk: deskWith({ btn_form: form }, command) });
  const chat = made.server.world.forum(forum, 'Complaints');
  await made.start();
  const mei = made.server.person({ id: 9, first_name: 'Mei', language_code: 'en' });
  const { threadId } = await made.send({
    to: team,
    audience: 'team',
    text: 'R-1',
    buttons: [{ id: 'btn_form', label: 'Remedy', form: true }],
    opensThread: { key: 'R-1/team', title: 'R-1' },
  });
  const topic = Number(threadId);
  const [card] = made.server.posts(forum, topic);
  if (!card) throw new Error('No card');
  const press = mei.press(card, 'Remedy');
  const ask = (text: string) =>
    until(`the question '${text}'`, () =>
      made.server.posts(forum, topic).findLast((post) => post.text.includes(text)),
    );
  const reply = (question: StubMessage, text: string, who = mei) =>
    who.say(text, { chat, topic, replyTo: question.id });
  return { mei, chat, topic, card, press, ask, reply };
};

const completed = () => until('the completed press', () => made.arrivals.find((one) => one.kind === 'press'));

test('a form of one field is asked by a forced reply and arrives as the press with its field', async () => {
  const { ask, reply, press, topic } = await opened(
    formOf(field({ label: 'What they will read', hint: 'Be kind' })),
  );
  const question = await ask('What they will read');
  expect(question.text).toMatch(
    /^Mei\nPropose a remedy\n\nWhat they will read\nBe kind\n\nPlease reply to this message\. Reply \/cancel to stop\.\n#f[a-z0-9]+$/,
  );
  expect(question.markup).toEqual({ force_reply: true, selective: true, input_field_placeholder: 'Be kind' });
  expect(made.server.presses.get(press)?.answer).toEqual({ text: '', alert: false });
  reply(question, 'We are sorry.');
  expect(await completed()).toMatchObject({
    kind: 'press',
    buttonId: 'btn_form',
    fields: { text: 'We are sorry.' },
    from: { id: '9' },
    address: team,
    thread: String(topic),
  });
  expect(made.arrivals).toHaveLength(1);
});

test('several fields are asked one by one, shown for a check, and submitted by a press', async () => {
  const options = [
    { value: 'refund', label: 'Refund' },
    { value: 'apology', label: 'Apology' },
  ];
  const { ask, reply, mei } = await opened(
    formOf(
      field({ id: 'kind', label: 'What we do', kind: 'choice', options }),
      field({ id: 'money', label: 'Amount', kind: 'money', required: false }),
      field({ id: 'when', label: 'Until', kind: 'date', required: false }),
    ),
  );
  mei.press(await ask('What we do'), 'Refund');
  reply(await ask('Amount'), '120.5 cny');
  reply(await ask('Until'), '/skip');
  const check = await ask('Please check');
  expect(check.text).toContain('What we do: Refund\nAmount: 120.5 CNY\nUntil: —');
  const press = mei.press(check, 'Go on');
  expect(await completed()).toMatchObject({
    fields: { kind: 'refund', money: '120.5 CNY' },
    answerTo: press,
  });
  expect(made.arrivals).toHaveLength(1);
});

test.each<[Partial<FormField>, string, string, string]>([
  [{ kind: 'money' }, 'much', '¥1,200', '1200 CNY'],
  [{ kind: 'money', initial: '5 EUR' }, '-3', '7.25', '7.25 EUR'],
  [{ kind: 'date' }, '2026-02-30', '2026年11月5日', '2026-11-05'],
  [{ kind: 'time' }, '2026-11-21', '2026-11-21 9:05', '2026-11-21T09:05'],
  [{ kind: 'time' }, '2026-11-21 25:00', '2026年11月21日 15点', '2026-11-21T15:00'],
  [{ kind: 'number' }, 'three', '3', '3'],
  [{ kind: 'line', maxLength: 5 }, 'too long', 'short', 'short'],
])('%o: “%s” is asked again, “%s” is taken as %s', async (more, wrong, right, value) => {
  const { ask, reply } = await opened(formOf(field({ label: 'Value', ...more })));
  const first = await ask('Value');
  reply(first, wrong);
  const second = await until('the second question', () => {
    const last = made.server.posts(forum).at(-1);
    return last !== first && last;
  });
  expect(second.text).toMatch(/^Mei\n(Please|At most)/);
  reply(second, right);
  expect(await completed()).toMatchObject({ fields: { text: value } });
});

test('what stands there now can be kept', async () => {
  const { ask, reply } = await opened(formOf(field({ label: 'Words', initial: 'As drafted' })));
  const question = await ask('Words');
  expect(question.text).toContain('Now: As drafted');
  reply(question, '/keep');
  expect(await completed()).toMatchObject({ fields: { text: 'As drafted' } });
});

test('cancelling submits nothing', async () => {
  const { ask, reply } = await opened(formOf(field({ label: 'Words' })));
  const question = await ask('Words');
  reply(question, '取消');
  await ask('Cancelled');
  reply(question, 'too late');
  await ask('This form has ended');
  expect(made.arrivals).toEqual([]);
});

test('only a reply to the question, by the person who pressed, is an answer: all else stays a note', async () => {
  const { ask, reply, mei, chat, topic, card } = await opened(formOf(field({ label: 'Words' })));
  const question = await ask('Words');
  const eve = made.server.person({ id: 13, first_name: 'Eve' });
  reply(question, 'by another', eve);
  mei.say('no reply', { chat, topic });
  reply(card, 'reply to the card');
  await until('three notes', () => made.arrivals.length === 3);
  expect(made.arrivals.map((one) => [one.kind, one.kind === 'text' && one.text])).toEqual([
    ['text', 'by another'],
    ['text', 'no reply'],
    ['text', 'reply to the card'],
  ]);
});

test('another person’s press on a question’s button is refused, a forged one ignored', async () => {
  const options = [{ value: 'a', label: 'A' }];
  const { ask, mei } = await opened(formOf(field({ label: 'Which', kind: 'choice', options })));
  const question = await ask('Which');
  const press = made.server.person({ id: 13, first_name: 'Eve', language_code: 'en' }).press(question, 'A');
  await until('the refusal', () => made.server.presses.get(press)?.answer);
  expect(made.server.presses.get(press)?.answer?.text).toBe('A colleague is filling in this form.');
  const forged = mei.press(question, '', `~${/#f([a-z0-9]+)/.exec(question.text)?.[1]}:0:99`);
  await until('an answer', () => made.server.presses.get(forged)?.answer);
  expect(made.arrivals).toEqual([]);
});

test('many options come in pages', async () => {
  const options = Array.from({ length: 70 }, (_, at) => ({ value: `v${at}`, label: `Person ${at}` }));
  const { ask, mei } = await opened(formOf(field({ label: 'To whom', kind: 'choice', options })));
  const question = await ask('To whom');
  mei.press(question, 'More');
  await until('page two', () => question.edits === 1);
  mei.press(question, 'More');
  await until('page three', () => question.edits === 2);
  mei.press(question, 'Person 69');
  expect(await completed()).toMatchObject({ fields: { text: 'v69' } });
});

test('after a restart an answer is not taken for a note: the person is told to press again', async () => {
  const { ask, mei, chat, topic } = await opened(formOf(field({ label: 'Words' })));
  const question = await ask('Words');
  await made.channel.stop();
  const second = await rig({ onServer: made.server });
  await second.start();
  mei.say('my long answer', { chat, topic, replyTo: question.id });
  await ask('This form has ended');
  expect(second.arrivals).toEqual([]);
  await second.close();
});

test('a completed form that cannot be stored yet is stored later, once', async () => {
  const { ask, reply } = await opened(formOf(field({ label: 'Words' })));
  const question = await ask('Words');
  made.troubles.push(new Fault('database-unavailable', 'down', { retryable: true }));
  reply(question, 'kept');
  expect(await completed()).toMatchObject({ fields: { text: 'kept' } });
  expect(made.arrivals).toHaveLength(1);
});

test('a question a busy forum refuses is asked when Telegram says', async () => {
  const { ask, mei, card } = await opened(formOf(field({ label: 'Words' })));
  await ask('Words');
  made.server.fail(
    'sendMessage',
    { status: 429, description: 'Too Many Requests', parameters: { retry_after: 0 } },
    2,
  );
  const before = made.server.posts(forum).length;
  mei.press(card, 'Remedy');
  await until('the question', () => made.server.posts(forum).length === before + 1);
});

test('/new opens the form of a complaint taken by phone and arrives as the command with its fields', async () => {
  const intake = { ...formOf(field({ id: 'what', label: 'What happened' })), title: 'Record a complaint' };
  const { ask, reply, mei, chat, topic } = await opened(formOf(field({})), intake);
  mei.say('/new', { chat, topic });
  reply(await ask('What happened'), 'A caller says …');
  const arrival = await until('the command', () => made.arrivals.find((one) => one.kind === 'command'));
  expect(arrival).toMatchObject({ name: 'new', fields: { what: 'A caller says …' }, from: { id: '9' } });
});

test('/new of somebody the desk has no form for is the plain command', async () => {
  made = await rig();
  await made.start();
  made.server.person({ id: 7, first_name: 'Lin' }).say('/new');
  expect(await until('the command', () => made.arrivals[0])).toMatchObject({ kind: 'command', name: 'new' });
});

test('what stands around a form is said in its language, whatever language Telegram runs in for the presser', async () => {
  const { ask, reply } = await opened({ ...formOf(field({ label: '处理意见' })), locale: 'zh-CN' });
  const question = await ask('处理意见');
  expect(question.text).toContain('回复 /cancel 取消。');
  reply(question, '/cancel');
  await ask('已取消，没有提交任何内容。');
});
