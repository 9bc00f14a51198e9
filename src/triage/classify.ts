import type { Assessment } from '../policy/assessment.ts';
import type { FactEvidence, Facts } from '../policy/facts.ts';
import type { Emotion, Intent, Severity, Urgency, Want } from '../terms.ts';
import { mask } from './mask.ts';
import type { Understand, UnderstandContext } from './understand.ts';
import type { Found, Understanding } from './understanding.ts';

/** One line that `classify` reads. */
export interface ClassifyRow {
  readonly id: string | number;
  readonly text: string;
  readonly lang?: string | null | undefined;
  readonly time?: string | null | undefined;
  readonly author?: string | null | undefined;
}

/** One line that `classify` writes: a contract with scripts outside, hence its snake_case. */
export interface ClassifyLine {
  readonly id: string | number;
  readonly lang: 'zh' | 'en' | 'other';
  readonly intent: Intent;
  readonly complaint: boolean;
  readonly type: string;
  readonly type_scores: Readonly<Record<string, number>>;
  readonly media: boolean;
  readonly legal: boolean;
  readonly regulator: boolean;
  readonly safety: 0 | 1 | 2;
  readonly affected: number | null;
  readonly affected_unit: 'people' | 'households' | null;
  readonly collective: boolean;
  readonly repeat: boolean;
  readonly emotion: Emotion;
  readonly wants: readonly Want[];
  readonly amounts: readonly { readonly value: number; readonly currency: string }[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly orders: readonly string[];
  readonly names: readonly string[];
  readonly severity: Severity;
  readonly reasons: readonly { readonly clause: string; readonly fact: string; readonly evidence: string }[];
  readonly urgency: Urgency;
  readonly masked: string;
  readonly reply: string;
  readonly engine: 'rules' | 'model';
}

/** What classify needs and does not know itself. */
export interface ClassifyTools {
  readonly understand: Understand;
  readonly assess: (facts: Facts, evidence: FactEvidence) => Assessment;
  readonly reply: (understanding: Understanding, text: string) => string;
  /** The clause that gives the pack a type; absent where types need no clause. */
  readonly typeClause?: (type: string) => string | undefined;
}

const minorUnits = (currency: string): number => (currency === 'JPY' || currency === 'KRW' ? 1 : 100);
const values = (found: readonly Found<string>[]): string[] => [...new Set(found.map(({ value }) => value))];

const affectedOf = (facts: Facts) =>
  facts.households !== null
    ? ({ affected: facts.households, affected_unit: 'households' } as const)
    : ({ affected: facts.people, affected_unit: facts.people === null ? null : 'people' } as const);

/** What is known around one line, for whoever reads it. */
export const contextOf = (row: ClassifyRow): UnderstandContext => ({
  ...(row.time ? { time: row.time } : {}),
  ...(row.author === 'staff' || row.author === 'complainant' ? { author: row.author } : {}),
});

type LineReason = ClassifyLine['reasons'][number];

/** Why the grade, and the words the type was read from; said once where several rules rest on the same words. */
const reasonsOf = (
  read: Understanding,
  grade: Assessment,
  typeClause: ClassifyTools['typeClause'],
): readonly LineReason[] => {
  const clause = read.isComplaint ? typeClause?.(read.type) : undefined;
  const ofType = clause && read.evidence.type ? [{ clause, fact: 'type', evidence: read.evidence.type }] : [];
  const ofGrade = grade.reasons.map(({ clause, fact, evidence }) => ({ clause, fact, evidence }));
  const told = new Map([...ofGrade, ...ofType].map((reason) => [Object.values(reason).join('\n'), reason]));
  return [...told.values()];
};

/** What a text is, how it would be graded, shown and answered. The grade is that of the text alone, without a register. */
export const classify = (row: ClassifyRow, tools: ClassifyTools): ClassifyLine =>
  lineOf(row, tools.understand(row.text, contextOf(row)), tools);

/**
 * The line of a text that was read already, by the rules or by a model too.
 *
 * @param suggested facts that a model read and that would move a grade: shown as facts, graded by nobody (TR-2)
 */
export const lineOf = (
  row: ClassifyRow,
  read: Understanding,
  {
    assess,
    reply,
    typeClause,
    suggested = {},
  }: Omit<ClassifyTools, 'understand'> & { readonly suggested?: Partial<Facts> },
): ClassifyLine => {
  const facts = { ...read.facts, ...suggested };
  const grade = assess(read.facts, read.evidence);
  const names = values(read.names);
  return {
    id: row.id,
    lang: read.language,
    intent: read.intent,
    complaint: read.isComplaint,
    type: read.type,
    type_scores: read.typeScores,
    media: facts.media,
    legal: facts.legal,
    regulator: facts.regulator,
    safety: facts.safety,
    ...affectedOf(facts),
    collective: facts.collective,
    repeat: facts.repeat,
    emotion: facts.emotion,
    wants: facts.wants,
    amounts: read.amounts.map(({ value: { amountMinor, currency } }) => ({
      value: amountMinor / minorUnits(currency),
      currency,
    })),
    phones: values(read.phones),
    emails: values(read.emails),
    orders: values(read.orders),
    names,
    severity: grade.severity,
    reasons: reasonsOf(read, grade, typeClause),
    urgency: grade.urgency,
    masked: mask(row.text, { names }),
    reply: reply(read, row.text),
    engine: read.engine,
  };
};
