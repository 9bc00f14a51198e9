import { describe, expect, it } from 'vitest';
import { expecting } from '../../src/dialog/expecting.ts';
import { checkReply } from '../../src/dialog/guard/check.ts';
import { type DialogState, newDialog } from '../../src/dialog/state.ts';
import { takeTurn } from '../../src/dialog/turn.ts';
import { askedOf, withUnderstood } from '../../src/run/model-turn.ts';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { policy } from '../support/given.ts';
import { createFakeModel, modelAnswer } from '../support/model-answers.ts';
import { firstTurn, rig } from '../support/understander.ts';
import { shippedLexicons } from '../triage/lexicons.ts';

const rules = createUnderstanding(shippedLexicons());
const complaintTypes = policy.pack.types.map(({ id }) => id);

type Answers = Readonly<Record<string, string>>;

const turnIn = (dialog: DialogState, text: string, id: string) => {
  const blank = firstTurn(text);
  return {
    ...blank,
    talk: { ...blank.talk, dialog },
    items: blank.items.map((item) => (item.kind === 'text' ? { ...item, messageId: id } : item)),
    understanding: rules(text, { expecting: expecting(dialog, null), complaintTypes }),
  };
};

/** Plays an intake up to the restatement, with a model that adds nothing; gives how each turn was understood. */
const play = async (opening: string, answers: Answers) => {
  const model = createFakeModel();
  model.willAnswer(modelAnswer({}));
  const guard = (words: string) => checkReply(words, { by: 'bot' }).length === 0;
  const { understander } = rig(model, { guard });
  let dialog = newDialog();
  const outcomes: string[] = [];
  for (let next: string | undefined = opening; next !== undefined; ) {
    const input = turnIn(dialog, next, `m${outcomes.length}`);
    const asked = askedOf(input);
    const understood = await understander.understandTurn(asked);
    outcomes.push(understood.outcome);
    ({ dialog } = takeTurn(withUnderstood(input, asked, understood)));
    const pending = expecting(dialog, null);
    next = pending && outcomes.length < 9 ? answers[pending] : undefined;
  }
  return { calls: model.requests.length, outcomes, awaiting: dialog.awaiting };
};

const english: Answers = {
  where: 'the Harbour Street shop',
  when: 'last Tuesday',
  subject: 'a Glowpot kettle',
  order: 'KX-447123',
  wanted: 'I would like my money back',
  name: 'Mary Poole',
  phone: '07700 900123',
};
const chinese: Answers = {
  where: '人民路门店',
  when: '上周二',
  subject: '电热水壶',
  order: 'KX447123',
  wanted: '希望退款',
  name: '我叫王芳',
  phone: '13800138000',
};

describe('an ordinary intake', () => {
  it.each([
    [
      'en',
      'The kettle I bought from you leaked all over my kitchen the first time I used it. I am really fed up.',
      english,
    ],
    ['zh', '上周买的电热水壶第一次用就漏水，厨房弄得一塌糊涂，太失望了。', chinese],
  ])(
    'costs one call, two at most, and none for its short answers: %s',
    async (_language, opening, answers) => {
      const { calls, outcomes, awaiting } = await play(opening, answers);
      expect(awaiting).toEqual({ ask: 'confirm' });
      expect(outcomes.length).toBeGreaterThan(3);
      expect(outcomes[0]).toBe('answered');
      expect(calls).toBeLessThanOrEqual(2);
    },
  );
});
