import { type Intent, intents } from '../terms.ts';
import type { TypeReading } from './complaint-type.ts';
import type { Leaning } from './learned.ts';
import { matches } from './matches.ts';
import type { Scan } from './scan.ts';
import { firstAsserted, standingOf } from './standing.ts';

/** What the message wants of us, and how sure that is. */
export interface IntentReading {
  readonly intent: Intent;
  readonly confidence: number;
  readonly isComplaint: boolean;
}

/** Weights of a text that speak for and against a complaint. */
export interface Mood {
  readonly negative: number;
  readonly positive: number;
  readonly question: number;
  readonly suggestion: number;
  readonly threats: number;
  readonly wants: number;
  readonly failing: number;
  /** A told statement: long enough to tell something, and nothing else claims it. */
  readonly telling: number;
}

const sum = (scan: Scan, list: string): number => {
  let total = 0;
  const seen = new Set<string>();
  for (const hit of scan.hits(list)) {
    const words = scan.view.text.slice(hit.start, Math.min(hit.end, hit.start + 20));
    if (seen.has(words)) continue;
    seen.add(words);
    total += hit.weight === 1 ? 0.3 : hit.weight - 1;
  }
  return total;
};

const threatLists = [
  'media',
  'legal',
  'regulator',
  'demonstration',
  'bribe',
  'leak',
  'deceit',
  'retaliation',
  'safety2',
  'safety1',
  'published',
  'groupSuit',
];
const wantLists = [
  'money_back',
  'money_more',
  'apology',
  'stop',
  'accountability',
  'exchange',
  'cancel',
  'fix',
];

const count = (scan: Scan, prefix: string, names: readonly string[]): number =>
  names.filter((name) => firstAsserted(scan, `${prefix}.${name}`) !== null).length;

/** Told on a line for complaints, a plain statement of some length is most likely one: 0 for a word or two, up to 1. */
const tellingOf = (scan: Scan): number => {
  let size = 0;
  for (const code of scan.view.codes)
    size += code >= 0x4e00 && code <= 0x9fff ? 2.2 : code >= 0x61 && code <= 0x7a ? 0.7 : 0;
  return Math.max(0, Math.min(1, (size - 7) / 10));
};

const aside =
  /^(?:(?:hi|hello|hey|so|and|but|also|ok|okay|please|thanks|dear \w{1,20}|@\w{1,30})[ ,!.]{0,3}){0,4}/;
const inverted =
  /^(?:can|could|may|do|does|did|will|would|is|are|am|should|has|have|was|were|whats|any(?:one|body)? know) (?:i|you|u|we|it|there|they|he|she|this|that|these|those|the|my|your|our|a|an|any|anyone|someone|people|to|able)\b/;
const asking =
  /^(?:what|which|who|whose|where|when|how)(?:'s| is| are| do| does| did| can| could| will| would| should| much| many| long| often| far| soon| to| time| kind| type| documents?| countries| currenc| of)\b/;
const askingChinese =
  /(?:吗|么|呢\?|谁|几(?:岁|点|天|个|号|楼|位|时)|多少|什么(?!玩意|东西|态度|垃圾|破)|哪(?:里|个|些|儿|款|种)|怎么(?!能|这|回事|还|又|老|总|那)|如何|多久|多长|能不能|可不可以|是否|会不会)/;

/** Weight of sentences that are built as questions: turned round, or with a question word, and calm. */
const askedOf = (scan: Scan): number => {
  let weight = 0;
  for (const [sentence] of matches(scan.view.text.slice(0, 3000), /[^.!?。;\n]{2,400}[.!?。;\n]?/g)) {
    const bare = sentence.trim().replace(aside, '');
    const marked = bare.endsWith('?');
    const last = marked ? bare.slice(bare.lastIndexOf(',') + 1).trim() : bare;
    if (inverted.test(bare) || asking.test(bare) || inverted.test(last) || asking.test(last))
      weight += marked ? 2 : bare.length < 100 ? 1.6 : 0.5;
    else if (marked && /^(?:can|could|do|does|did|will|would|is|are|has|have) \w/.test(bare)) weight += 1.6;
    else if (bare.length < 45 && askingChinese.test(bare)) weight += marked ? 1.2 : 0.9;
  }
  return Math.min(weight, 3);
};

/** The weights a decision about complaint or not rests on. */
export const moodOf = (scan: Scan, type: TypeReading): Mood => ({
  negative: Math.min(sum(scan, 'mood.negative'), 8),
  positive: Math.min(sum(scan, 'mood.positive'), 8),
  question: Math.min(sum(scan, 'intent.question') + askedOf(scan), 5),
  suggestion: Math.min(sum(scan, 'intent.suggestion'), 4),
  threats: count(scan, 'fact', threatLists),
  wants: count(scan, 'want', wantLists),
  failing: Math.min(type.failing, 4),
  telling: tellingOf(scan),
});

/** Above zero: rather a complaint. */
export const complaintScore = (mood: Mood): number =>
  -1.2 +
  1.9 * mood.telling +
  0.75 * mood.negative +
  1.0 * mood.failing +
  1.3 * mood.threats +
  0.5 * mood.wants -
  0.8 * mood.positive -
  0.6 * mood.question -
  0.7 * mood.suggestion;

/** Share of the text that hits of a list cover: short messages that are nothing but a greeting or an answer. */
const coverage = (scan: Scan, list: string): number => {
  let [covered, until] = [0, 0];
  for (const hit of scan.hits(list)) {
    if (hit.end <= until) continue;
    covered += hit.end - Math.max(hit.start, until);
    until = hit.end;
  }
  const letters = scan.view.text.replace(/[\s\p{P}\p{S}]/gu, '').length;
  return letters === 0 ? 0 : Math.min(1, covered / letters);
};

const asserted = (scan: Scan, list: string): boolean =>
  scan.hits(list).some((hit) => hit.weight === 3 && standingOf(scan, hit) === 'asserted');

/** Someone else's danger is danger too: only denial takes it back. */
const isDanger = (scan: Scan): boolean => {
  const told = (list: string): boolean => scan.hits(list).some((hit) => standingOf(scan, hit) !== 'negated');
  const isNow = scan.hits('cue.now').length > 0 && scan.view.codes.length < 200;
  return told('intent.emergency') || (isNow && told('fact.safety2'));
};

const isBareInsult = (scan: Scan, mood: Mood): boolean =>
  scan.hits('intent.abuse').length > 0 &&
  mood.failing + mood.threats + mood.wants === 0 &&
  scan.view.codes.length < 80;

/**
 * How far an intent is helped or held back beside what was learned, found with texts of hands that were held out:
 * most messages are complaints, here and among the examples, and the calm and rare ones would otherwise drown.
 */
const balance: Readonly<Partial<Record<Intent, number>>> = {
  complaint: -0.4,
  suggestion: 0.5,
  status: 0.3,
  addition: 0.5,
  withdrawal: 1,
};

/** How loud the lexicons speak beside what was learned: for a wish said in so many words, and for a mood. */
const wishVoice = 0.6;
const moodVoice = 0.2;
const moods: ReadonlySet<Intent> = new Set(['complaint', 'question', 'suggestion', 'praise']);

/** How much the lexicons say for each intent; a wish said in so many words in a short message outweighs a story. */
const saidFor = (scan: Scan, mood: Mood, score: number): Readonly<Record<Intent, number>> => {
  const isShort = scan.view.codes.length < 160;
  const wish = (intent: Intent, worth: number): number =>
    isShort && asserted(scan, `intent.${intent}`) ? worth : 0;
  return {
    complaint: Math.max(-2, Math.min(5, 0.7 * score)),
    question: 0.6 * Math.min(mood.question, 3),
    suggestion: 0.7 * Math.min(mood.suggestion, 3),
    // Who is in danger does not thank us, however friendly the words.
    praise: firstAsserted(scan, 'fact.safety2') ? -5 : 0.5 * Math.min(mood.positive, 4),
    smalltalk: mood.failing > 0 ? -3 : mood.negative < 1 && coverage(scan, 'intent.smalltalk') > 0.6 ? 3 : 0,
    status: wish('status', 2.5),
    addition: wish('addition', 1.5),
    withdrawal: wish('withdrawal', 2.5),
    person: wish('person', 2.5),
    abuse: isBareInsult(scan, mood) ? 2.5 : 0,
    emergency: isDanger(scan) ? 3.5 : 0,
  };
};

/** A few words after our question that blame nothing are its answer: that a message is mostly a complaint says nothing of them. */
const isBareAnswer = (scan: Scan, { negative, failing, threats, wants }: Mood): boolean =>
  scan.view.codes.length < 40 && negative + failing + threats + wants === 0;

/**
 * What a message wants of us.
 *
 * @param score above zero: rather a complaint
 * @param isAnswer whether we had asked something
 */
export const readIntent = (
  scan: Scan,
  {
    mood,
    score,
    leaning,
    isAnswer,
  }: {
    readonly mood: Mood;
    readonly score: number;
    readonly leaning: Leaning | null;
    readonly isAnswer: boolean;
  },
): IntentReading => {
  const said = saidFor(scan, mood, score);
  const answering = isAnswer && isBareAnswer(scan, mood) ? 4 : 0;
  const vote = (intent: Intent): number =>
    leaning
      ? (moods.has(intent) ? moodVoice : wishVoice) * said[intent] +
        (intent === 'complaint' ? 0.3 * Math.min(2, mood.threats) : 0) +
        Math.log(leaning.of(intent) + 0.002) +
        (balance[intent] ?? 0) -
        (intent === 'complaint' || intent === 'abuse' ? answering : 0)
      : said[intent];
  const votes = intents.map(vote);
  const most = Math.max(...votes);
  const intent = intents[votes.indexOf(most)] ?? 'smalltalk';
  const confidence = 1 / votes.reduce((sum, one) => sum + Math.exp(one - most), 0);
  const isComplaint =
    intent === 'complaint' || (intent === 'emergency' && (score > 0 || scan.hits('fact.safety2').length > 0));
  return { intent, confidence, isComplaint };
};
