import { afterEach, expect, it } from 'vitest';
import type { LanguageModel, ModelOutcome } from '../../src/ports.ts';
import { readEvents } from '../../src/store/complaints.ts';
import { type TestApp, testApp } from '../support/app.ts';

let test: TestApp | undefined;
afterEach(() => test?.close());

const modelThat = (answer: () => Promise<ModelOutcome>): LanguageModel => ({ name: 'test', ask: answer });

it('answers by the rules when the model fails, in whichever way [DI-6]', async () => {
  for (const kind of ['refused', 'truncated', 'filtered', 'malformed', 'unavailable', 'aborted'] as const) {
    test = await testApp({ model: modelThat(async () => ({ kind })) });
    await test.says('jane', 'Well, you know, the thing you people sent me, honestly');
    await test.settle();
    expect(test.web.textsTo('jane')).toHaveLength(1);
    await test.close();
    test = undefined;
  }
});

it('takes the turn by the rules when the model answers nonsense, and asks it once', async () => {
  let asked = 0;
  test = await testApp({
    model: modelThat(async () => {
      asked += 1;
      return {
        kind: 'ok',
        value: { nonsense: true, severity: 1, refund: 'all' },
        inputTokens: 10,
        outputTokens: 10,
      };
    }),
  });
  await test.says('jane', 'My parcel never arrived and it was a present for somebody, honestly what is this');
  await test.settle();
  await test.settle();
  expect(asked).toBeLessThanOrEqual(1);
  expect(test.web.textsTo('jane')).toHaveLength(1);
});

it('files and escalates danger without waiting for a model [IN-14]', async () => {
  let asked = 0;
  test = await testApp({
    model: modelThat(async () => {
      asked += 1;
      return { kind: 'aborted' };
    }),
  });
  await test.says('jane', '业主占领售楼处商讨示威事宜');
  await test.settle();
  const [row] = await test.app.world.db.selectFrom('complaints').select('number').execute();
  const types = (await readEvents(test.app.world.db, row?.number ?? '')).map(({ type }) => type);
  expect(types).toContain('EscalationRaised');
  expect(asked).toBeLessThanOrEqual(1);
});
