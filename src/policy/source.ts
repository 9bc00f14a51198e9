import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { nearest } from './suggest.ts';

/** One thing wrong with a reviewed file, said so that its author can mend it. */
export interface PackFault {
  readonly file: string;
  /** 1-based; 1 when the whole file is meant. */
  readonly line: number;
  /** Where in the file's structure, `clocks.2.within`. */
  readonly path: string;
  readonly what: string;
  /** What to write instead; '' when there is nothing to suggest. */
  readonly suggestion: string;
  /** Set where the pack can be used all the same, but somebody should look. */
  readonly warning?: true;
}

/** A file as it was read: its name and text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** A place in a parsed file. */
export type SourcePath = readonly (string | number)[];

/** A YAML file that knows the line of every value. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  readonly syntax: readonly PackFault[];
  fault(path: SourcePath, what: string, suggestion?: string): PackFault;
}

/** Reads YAML keeping line numbers. Never throws: what is not YAML is in `syntax`. */
export const readSource = ({ file, text }: SourceFile): Source => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const fault = (offset: number, what: string, suggestion: string): PackFault => ({
    file,
    line: lineAt(offset),
    path: '',
    what,
    suggestion,
  });
  const broken = document.errors.map((error) =>
    fault(
      error.pos[0],
      error.message.split('\n')[0] ?? error.message,
      'Mend the YAML: check indentation, colons and quotes on this line.',
    ),
  );
  // A reader of one line should see all of it, and an alias to nothing cannot even be read.
  const aliases = aliasesIn(document).map((offset) =>
    fault(offset, "aliases ('*name') are not used in these files", "Write it out, or quote a leading '*'."),
  );
  const syntax = [...broken, ...aliases];
  return {
    file,
    value: syntax.length === 0 ? document.toJS() : undefined,
    syntax,
    fault: (path, what, suggestion = '') => ({
      file,
      line: lineAt(offsetOf(document, path)),
      path: path.join('.'),
      what,
      suggestion,
    }),
  };
};

/** Where aliases stand. */
const aliasesIn = (document: Document.Parsed): readonly number[] => {
  const offsets: number[] = [];
  visit(document, (_, node) => {
    if (isAlias(node)) offsets.push(startOf(node) ?? 0);
  });
  return offsets;
};

/** Offset of the key or value at the path, or of the nearest thing around it that exists. */
const offsetOf = (document: Document.Parsed, path: SourcePath): number => {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    const next = stepInto(node, part);
    if (!next) break;
    ({ node, offset } = next);
  }
  return offset;
};

/** The member of a map or list with this key, and where its key or itself begins. */
const stepInto = (
  node: unknown,
  part: string | number,
): { readonly node: unknown; readonly offset: number } | undefined => {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return pair && { node: pair.value, offset: startOf(pair.key) ?? 0 };
  }
  const item = isSeq(node) ? node.items[Number(part)] : undefined;
  const offset = startOf(item);
  return offset === undefined ? undefined : { node: item, offset };
};

const startOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined;

type Issue = z.core.$ZodIssue;

/** What a schema says against a file, a fault for each; misspelt keys before the missing ones that they are. */
export const schemaFaults = (source: Source, schema: z.ZodType): readonly PackFault[] => {
  const result = schema.safeParse(source.value);
  if (result.success) return [];
  const { issues } = result.error;
  return [
    ...issues.filter(({ code }) => code === 'unrecognized_keys'),
    ...issues.filter(({ code }) => code !== 'unrecognized_keys'),
  ].flatMap((issue) => issueFaults(source, issue, schema));
};

const issueFaults = (source: Source, issue: Issue, schema: z.ZodType): readonly PackFault[] => {
  const path = pathOf(issue);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        source.fault(
          [...path, key],
          `unknown key '${key}'`,
          didYouMean(key, keysAt(schema, path)) || 'Remove it, or look the name up in another pack.',
        ),
      );
    case 'invalid_value': {
      const values = issue.values.map(String);
      const given = String(valueAt(source.value, path));
      return [
        source.fault(
          path,
          `'${given}' is none of ${values.join(', ')}`,
          didYouMean(given, values) || `Write one of: ${values.join(', ')}.`,
        ),
      ];
    }
    case 'invalid_type':
      return [missingOrWrong(source, path, issue.expected)];
    case 'invalid_union':
      return unionFaults(source, issue, path);
    default:
      return [source.fault(path, issue.message, suggestionOf(issue))];
  }
};

/** What a schema of ours proposes instead; '' where it proposes nothing. */
const suggestionOf = (issue: Issue): string =>
  issue.code === 'custom' && typeof issue.params?.suggestion === 'string' ? issue.params.suggestion : '';

const unionFaults = (
  source: Source,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: SourcePath,
): readonly PackFault[] => {
  const value = valueAt(source.value, path);
  if (value === undefined) return [missingOrWrong(source, path, 'see another pack')];
  const inner = issue.errors.flat();
  // Whoever wrote nearly what one branch wants is told by that branch alone.
  const near = inner.find((one) => suggestionOf(one) !== '');
  if (near) return [source.fault(path, near.message, suggestionOf(near))];
  const given = JSON.stringify(value);
  const said = inner.map((one) => one.message);
  return [source.fault(path, `${given} does not fit here`, [...new Set(said)].join('; or: '))];
};

const missingOrWrong = (source: Source, path: SourcePath, expected: string): PackFault => {
  const given = valueAt(source.value, path);
  const name = String(path.at(-1) ?? source.file);
  return given === undefined
    ? source.fault(path, `'${name}' is missing`, `Add '${name}' (${expected}).`)
    : source.fault(path, `'${name}' must be ${expected}`, `Write a value of kind ${expected}.`);
};

const pathOf = (issue: Issue): SourcePath =>
  issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));

const valueAt = (value: unknown, path: SourcePath): unknown =>
  path.reduce<unknown>(
    (inner, part) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, part) : undefined),
    value,
  );

const didYouMean = (given: string, known: readonly string[]): string => {
  const near = nearest(given, known);
  return near ? `Did you mean '${near}'?` : '';
};

/** Keys a strict object allows at the path, through arrays, defaults and optionals. */
const keysAt = (schema: unknown, path: SourcePath): readonly string[] => {
  const inner = unwrap(schema);
  const [part, ...rest] = path;
  const shape = field(inner, 'shape');
  if (part === undefined) return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
  if (typeof part === 'number') return keysAt(field(inner, 'element'), rest);
  return keysAt(field(shape, part), rest);
};
const unwrap = (schema: unknown): unknown => {
  const definition = field(schema, 'def');
  const inner = field(definition, 'innerType') ?? field(definition, 'in');
  return inner === undefined ? schema : unwrap(inner);
};
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
