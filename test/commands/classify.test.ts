import { describe, expect, it } from 'vitest';
import { classifyCommand } from '../../src/commands/classify.ts';
import { modelClassifier } from '../../src/commands/classify-model.ts';
import { assess } from '../../src/policy/severity.ts';
import type { ModelOutcome } from '../../src/ports.ts';
import { classify } from '../../src/triage/classify.ts';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { policy } from '../support/given.ts';
import { createFakeModel, modelAnswer } from '../support/model-answers.ts';
import { shippedLexicons } from '../triage/lexicons.ts';

const tools = {
  understand: createUnderstanding(shippedLexicons()),
  assess: (facts: Parameters<typeof assess>[0], evidence: Parameters<typeof assess>[1]) =>
    assess(facts, evidence, policy),
  reply: () => 'hello',
};
const text = 'The kettle leaks and your shop does nothing. My cousin at the Gazette will enjoy this one.';
const row = { id: 'a', text };

const readBy = async (outcome: ModelOutcome) => {
  const model = createFakeModel();
  model.willAnswer(outcome);
  return (await modelClassifier(model, { policy, tools }))(row);
};

describe('classify --engine model', () => {
  it('adds what the model quotes from the text; the grade stays the rules’ [TR-2]', async () => {
    const plain = classify(row, tools);
    const line = await readBy(
      modelAnswer({ facts: [{ fact: 'media', quote: 'My cousin at the Gazette' }], wants: [] }),
    );
    expect(line).toEqual({ ...plain, media: true, engine: 'model' });
  });

  it('drops what stands nowhere in the text', async () => {
    const line = await readBy(modelAnswer({ facts: [{ fact: 'legal', quote: 'I will see you in court' }] }));
    expect(line).toEqual({ ...classify(row, tools), engine: 'model' });
  });

  it('says on the line that the rules read it alone when the model fails [DI-6]', async () => {
    expect(await readBy({ kind: 'unavailable' })).toEqual(classify(row, tools));
  });

  it('says what to set when there is no model, and which engines there are', async () => {
    const given = { pack: 'general', env: {}, model: async () => null };
    await expect(classifyCommand({ ...given, engine: 'model' })).rejects.toThrow('OPENAI_API_KEY');
    await expect(classifyCommand({ ...given, engine: 'magic' })).rejects.toThrow("'rules' or 'model'");
  });
});
