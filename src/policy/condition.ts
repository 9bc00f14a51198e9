import { type ASTNode, Environment, type ParseResult } from '@marcbachmann/cel-js';
import { emotions, wants } from '../terms.ts';
import { type FactName, type Facts, noFacts } from './facts.ts';

/** Why a condition cannot be used, in words for the author of a pack. */
export interface ConditionFault {
  readonly message: string;
  /** The unknown name, when that is what is wrong. */
  readonly unknown: string | null;
}

/** A checked condition over the documented facts. */
export interface Condition {
  readonly source: string;
  /** Facts it reads, in the order they stand there. */
  readonly facts: readonly FactName[];
  /** Names it reads that are not facts (`severity`, `urgency`). */
  readonly others: readonly string[];
  holds(values: ConditionValues): boolean;
  /** Texts a name is compared with: `complaintType == "design"`. */
  readonly literals: readonly { readonly name: string; readonly value: string }[];
  /** Numbers that stand in it. */
  readonly numbers: readonly number[];
}

/** What a condition is asked about: facts, and for clocks the grade as well. */
export interface ConditionValues {
  readonly facts: Facts;
  readonly severity?: number;
  readonly urgency?: string;
}

const factNames = Object.keys(noFacts).filter((name): name is FactName => name in noFacts);

/** Facts by the names conditions use: as documented, but `type` is `complaintType` (the language keeps `type` for itself). */
export const conditionNames: readonly string[] = factNames.map((name) =>
  name === 'type' ? 'complaintType' : name,
);

const typeOf = (name: FactName): string => {
  if (name === 'wants') return 'list<string>';
  if (name === 'type' || name === 'emotion' || name === 'complainantKind') return 'string';
  return typeof noFacts[name] === 'boolean' ? 'bool' : 'int';
};

const register = (environment: Environment): Environment => {
  for (const name of factNames) {
    environment.registerVariable(name === 'type' ? 'complaintType' : name, typeOf(name));
  }
  return environment;
};
const overFacts = register(new Environment());
const overGrades = register(new Environment())
  .registerVariable('severity', 'int')
  .registerVariable('urgency', 'string');

/** Values as the language wants them: whole numbers as BigInt; a count that was not stated reads as 0. */
const contextOf = (
  read: readonly FactName[],
  { facts, severity, urgency }: ConditionValues,
): Record<string, unknown> => {
  const context: Record<string, unknown> = {};
  for (const name of read) {
    const value = facts[name] ?? noFacts[name];
    const key = name === 'type' ? 'complaintType' : name;
    context[key] = value === null ? 0n : typeof value === 'number' ? BigInt(Math.trunc(value)) : value;
  }
  if (severity !== undefined) context.severity = BigInt(severity);
  if (urgency !== undefined) context.urgency = urgency;
  return context;
};

/**
 * Checks a condition against the documented facts, so that a misspelt name is found when the pack is read, not when a complaint waits.
 * `scope` 'grade' also knows `severity` (int) and `urgency` (string).
 */
export const parseCondition = (source: string, scope: 'facts' | 'grade'): Condition | ConditionFault => {
  const environment = scope === 'grade' ? overGrades : overFacts;
  const checked = environment.check(source);
  if (!checked.valid) return faultOf(checked.error?.message ?? 'not a condition');
  if (checked.type !== 'bool') return faultOf(`gives ${checked.type}, not true or false`);
  return condition(source, environment.parse(source));
};

const condition = (source: string, compiled: ParseResult): Condition => {
  const names = [...new Set(namesIn(compiled.ast))];
  const asFact = (name: string): FactName | undefined =>
    factNames.find((fact) => fact === (name === 'complaintType' ? 'type' : name));
  const facts = names.flatMap((name) => asFact(name) ?? []);
  return {
    source,
    facts,
    others: names.filter((name) => !asFact(name)),
    holds: (values) => compiled(contextOf(facts, values)) === true,
    literals: literalsIn(compiled.ast),
    numbers: numbersIn(compiled.ast),
  };
};

const faultOf = (message: string): ConditionFault => {
  const first = message.split('\n')[0] ?? message;
  return { message: first, unknown: /^Unknown variable: (\w+)/.exec(first)?.[1] ?? null };
};

/** Tells a fault from a condition. */
export const isConditionFault = (one: Condition | ConditionFault): one is ConditionFault => 'unknown' in one;

const childrenOf = (node: ASTNode): readonly ASTNode[] => {
  const found: ASTNode[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) visit(one);
    else if (isNode(part)) found.push(part);
  };
  visit(node.args);
  return found;
};
const isNode = (part: unknown): part is ASTNode => typeof part === 'object' && part !== null && 'op' in part;

const namesIn = (node: ASTNode): readonly string[] =>
  node.op === 'id' ? [node.args] : childrenOf(node).flatMap(namesIn);

/** Text values that names are compared with, so that a misspelt type can be found. */
const literalsIn = (node: ASTNode): Condition['literals'] => {
  const children = childrenOf(node);
  const name = children.find((child) => child.op === 'id');
  const own =
    name && ['==', '!=', 'in'].includes(node.op)
      ? children.flatMap(textsIn).map((value) => ({ name: name.args, value }))
      : [];
  return [...own, ...children.flatMap(literalsIn)];
};
const textsIn = (node: ASTNode): readonly string[] => {
  if (node.op === 'value') return typeof node.args === 'string' ? [node.args] : [];
  return node.op === 'list' ? childrenOf(node).flatMap(textsIn) : [];
};

const numbersIn = (node: ASTNode): readonly number[] => {
  if (node.op !== 'value') return childrenOf(node).flatMap(numbersIn);
  return typeof node.args === 'bigint' || typeof node.args === 'number' ? [Number(node.args)] : [];
};

/** Values the text-valued facts can take, where they are fixed. */
export const knownValues: Readonly<Record<string, readonly string[]>> = {
  emotion: emotions,
  wants,
  complainantKind: ['consumer', 'business', 'partner'],
  urgency: ['general', 'urgent', 'very_urgent'],
};
