import { noFacts } from '../../src/policy/facts.ts';
import type { Found, Understanding } from '../../src/triage/understanding.ts';

/** What the rules read where a test says nothing else: a complaint of a faulty product, nothing beside. */
export const reading = (change: Partial<Understanding> = {}): Understanding => ({
  language: 'en',
  locale: 'en',
  intent: 'complaint',
  intentConfidence: 0.9,
  isComplaint: true,
  type: 'product_quality',
  typeScores: { product_quality: 0.8, other: 0.2 },
  facts: { ...noFacts, type: 'product_quality', emotion: 'dissatisfied' },
  evidence: {},
  details: {},
  amounts: [],
  phones: [],
  emails: [],
  orders: [],
  names: [],
  dates: [],
  accused: [],
  yesNo: null,
  rating: null,
  switchTo: null,
  engine: 'rules',
  ...change,
});

/** A value as found in a text; throws when it does not stand there. */
export const found = (text: string, words: string): Found<string> => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`'${words}' is not in the text`);
  return { value: words, text: words, start, end: start + words.length };
};
