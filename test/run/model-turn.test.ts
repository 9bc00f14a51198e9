import { afterEach, expect, it } from 'vitest';
import type { LanguageModel, ModelOutcome } from '../../src/ports.ts';
import { readEvents } from '../../src/store/complaints.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { modelAnswer } from '../support/model-answers.ts';
import { prompts } from '../support/understander.ts';

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

it('files what a model read and proposed with the hash of its prompt, and shows the proposal to staff [TR-2, AD-1]', async () => {
  const answer = modelAnswer({
    severityProposal: { severity: '2', quote: 'nobody answers' },
    details: [{ detail: 'when', quote: 'since Tuesday' }],
  });
  test = await testApp({ model: modelThat(async () => answer) });
  await test.says('jane', 'My parcel has been lost since Tuesday and nobody answers the phone at your shop');
  await test.settle();
  test.clock.moveTo('2026-11-23T03:00:00.000Z');
  await test.settle();
  const [row] = await test.app.world.db.selectFrom('complaints').select(['number', 'severity']).execute();
  const events = await readEvents(test.app.world.db, row?.number ?? '');
  const promptHash = prompts.understandTurn.hash;
  expect(events.find(({ type }) => type === 'ComplaintReceived')).toMatchObject({
    statements: [{ promptHash }],
  });
  expect(events.filter(({ type }) => type === 'GradeSuggested')).toMatchObject([
    { by: { kind: 'system' }, severity: 3, evidence: ['nobody answers'], promptHash },
  ]);
  expect(row?.severity).toBe(4);
  expect(test.web.textsTo('team').filter((text) => text.includes('A closer reading'))).toHaveLength(1);
});
