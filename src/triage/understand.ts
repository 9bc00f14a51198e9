import { findAccused } from './accused.ts';
import { readAnswers } from './answers.ts';
import { readType } from './complaint-type.ts';
import { findEmails, findOrders, findPhones, type Span, toFounds } from './contacts.ts';
import { findDates } from './dates.ts';
import { readDetails } from './details.ts';
import { featuresOf } from './features.ts';
import { complaintScore, moodOf, readIntent } from './intent.ts';
import { languageOf } from './language.ts';
import { type Learned, leaningOf } from './learned.ts';
import type { Lexicons } from './lexicon.ts';
import { findAmounts } from './money.ts';
import { findNames } from './names.ts';
import { type View, viewOf } from './normalise.ts';
import { findNumbers } from './numbers.ts';
import { findHeadcounts } from './people.ts';
import { readFacts } from './read-facts.ts';
import { findReferences } from './references.ts';
import { createScanner, type Scan } from './scan.ts';
import { agree } from './signs.ts';
import type { DetailName, Found, Understanding } from './understanding.ts';

/** The types of the default pack, used when the caller names none. */
export const defaultTypes = [
  'product_quality',
  'logistics',
  'after_sales',
  'service_attitude',
  'billing',
  'sales_promise',
  'design',
  'privacy',
  'other',
] as const;

/** What is known around a text. */
export interface UnderstandContext {
  readonly time?: string;
  readonly author?: 'complainant' | 'staff';
  /** The detail or kind of answer that our last question asked for. */
  readonly expecting?: DetailName | 'yes-no' | 'rating' | null;
  /** Types of the pack; the default ones when absent. */
  readonly complaintTypes?: readonly string[];
}

/** Reads a text by the rules. Pure, synchronous, linear in the length of the text; never throws. */
export type Understand = (text: string, context?: UnderstandContext) => Understanding;

const inSource = (spans: readonly Span[]): Found<string>[] =>
  spans.map(({ start, end, value }) => ({ value, text: value, start, end }));

const findContacts = (view: View) => {
  const emails = findEmails(view);
  const orders = findOrders(view).filter(
    (order) => !emails.some((one) => one.start < order.end && order.start < one.end),
  );
  const phones = findPhones(view, [...orders, ...emails]);
  const found = { emails: toFounds(view, emails), phones: toFounds(view, phones) };
  const known = toFounds(view, orders);
  const others = [...known, ...found.emails, ...found.phones];
  const references = inSource(findReferences(view)).filter(
    ({ start, end }) => !others.some((one) => one.start < end && start < one.end),
  );
  return { ...found, orders: [...known, ...references].sort((a, b) => a.start - b.start) };
};

const readSense = (
  scan: Scan,
  { types, learned, isAnswer }: { types: readonly string[]; learned: Learned | null; isAnswer: boolean },
) => {
  const features = learned && featuresOf(scan);
  const leaningTo = (habits: 'type' | 'intent') =>
    learned && features && leaningOf(learned[habits], features.whole);
  const type = readType(scan, types, leaningTo('type'));
  const mood = moodOf(scan, type);
  const score = complaintScore(mood);
  return {
    type,
    intent: readIntent(scan, { mood, score, leaning: leaningTo('intent'), isAnswer }),
    features,
  };
};

/** Intents that speak of remedies without wanting one. */
const idle: ReadonlySet<string> = new Set(['question', 'praise', 'suggestion', 'status', 'withdrawal']);

/** Intents in which a count of people is a party, a class or a crowd. */
const harmless: ReadonlySet<string> = new Set(['praise', 'question', 'suggestion']);

/** Intents under which threats are meant, though the text by itself is no complaint. */
const telling: ReadonlySet<string> = new Set(['addition', 'emergency', 'abuse']);

/** Prepares the lexicons once and gives the function that reads texts with them. */
export const createUnderstanding = (lexicons: Lexicons): Understand => {
  const scanOf = createScanner(lexicons.terms);
  return (text, context = {}) => {
    const view = viewOf(text);
    const scan = scanOf(view);
    const { type, intent, features } = readSense(scan, {
      types: context.complaintTypes ?? defaultTypes,
      learned: lexicons.learned,
      isAnswer: (context.expecting ?? null) !== null,
    });
    const numbers = findNumbers(view.text);
    const contacts = findContacts(view);
    const dates = findDates(view);
    const names = inSource(findNames(view));
    const amounts = findAmounts(view, numbers);
    const headcounts = findHeadcounts(view, numbers);
    const expecting = context.expecting ?? null;
    const wantsNothing = expecting !== 'wanted' && idle.has(intent.intent);
    const ruled = readFacts({
      scan,
      headcounts,
      amounts,
      type,
      isComplaint: intent.isComplaint,
      tells: intent.isComplaint || telling.has(intent.intent),
      wantsNothing,
      affectsNobody: harmless.has(intent.intent),
      asksAgain: intent.intent === 'status',
    });
    const habits = lexicons.learned?.signs;
    const { facts, evidence } =
      features && habits ? agree(ruled, { scan, features, habits, wantsNothing, ...intent }) : ruled;
    return {
      ...languageOf(view),
      intent: intent.intent,
      intentConfidence: Math.round(intent.confidence * 100) / 100,
      isComplaint: intent.isComplaint,
      type: type.type,
      typeScores: type.scores,
      facts,
      evidence,
      details: readDetails({ scan, intent, dates, names, expecting, ...contacts }),
      amounts,
      ...contacts,
      names,
      dates: toFounds(view, dates),
      accused: inSource(findAccused(scan)),
      ...readAnswers(scan, expecting),
      engine: 'rules',
    };
  };
};
