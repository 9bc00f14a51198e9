import { afterEach, beforeEach, expect, it } from 'vitest';
import { buttonId } from '../../src/store/buttons.ts';
import { findComplaint, readEvents } from '../../src/store/complaints.ts';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp;
let count = 0;
beforeEach(async () => {
  test = await testApp();
});
afterEach(() => test.close());

const team = { channel: 'web', place: 'team' } as const;
const manager = { channel: 'web', place: 'manager' } as const;

const press = async (
  who: string,
  action: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>> = {},
) => {
  const number = await numberOf();
  const record = { complaint: number, talk: null, action: { side: 'desk', action } } as Parameters<
    typeof buttonId
  >[0];
  count += 1;
  const address = action.do === 'approve-remedy' ? manager : team;
  await test.receive({
    kind: 'press',
    key: `p${count}`,
    from: { id: who },
    address,
    buttonId: buttonId(record),
    fields,
  });
  await test.settle();
};

const numberOf = async (): Promise<string> =>
  (await test.app.world.db.selectFrom('complaints').select('number').executeTakeFirst())?.number ?? '';

const remedyId = async (): Promise<string> =>
  (await findComplaint(test.app.world.db, await numberOf()))?.complaint.remedies.at(-1)?.id ?? '';

it('a complaint taken on the telephone goes all the way: staff enter what the complainant said [IN-12]', async () => {
  const fields = {
    source: 'phone',
    what: '电饭煲坏了，要求退款',
    wanted: '退款',
    name: '王芳',
    phone: '13912345678',
  };
  await test.receive({
    kind: 'command',
    key: 'new1',
    name: 'new',
    text: '',
    from: { id: 'lin' },
    address: team,
    fields,
  });
  await test.settle();
  await press('lin', { do: 'take' });
  await press(
    'lin',
    { do: 'finding' },
    { outcome: 'upheld', valid: 'yes', department: 'quality', cause: '质量', text: '属实。' },
  );
  await press(
    'lin',
    { do: 'propose-remedy' },
    { kind: 'refund', money: '599 CNY', text: '全额退款', withinDays: '3' },
  );
  await press('zhou_head', { do: 'approve-remedy', remedyId: await remedyId() });
  await press(
    'lin',
    { do: 'enter-answer', remedyId: await remedyId() },
    { answer: 'yes', evidence: '“可以，就这样”，11月23日电话' },
  );
  await press('lin', { do: 'carry-out', remedyId: await remedyId() }, { proof: '流水 1' });
  test.clock.moveTo(new Date(Date.parse(test.clock.now()) + 3 * 86_400_000 + 60_000).toISOString());
  await test.settle();
  expect(test.web.textsTo('team').join('\n')).toMatch(/电话回访/);
  await press('chen', { do: 'enter-follow-up' }, { solved: 'yes', rating: '5' });
  const types = (await readEvents(test.app.world.db, await numberOf())).map(({ type }) => type);
  expect(types).toEqual(
    expect.arrayContaining([
      'RemedyAccepted',
      'RemedyCarriedOut',
      'FollowUpAsked',
      'FollowUpAnswered',
      'ComplaintArchived',
    ]),
  );
});
