import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { type Learned, parseLearned } from './learned.ts';
import { type PhraseParts, parsePhrase } from './phrase.ts';
import type { SamenessTerm } from './sameness-words.ts';

/** One term of a lexicon: which list it speaks for, how strongly, and its wordings. */
export interface LexiconTerm extends PhraseParts {
  readonly list: string;
  readonly weight: number;
  /** Takes back hits of its list that it overlaps. */
  readonly except: boolean;
}

/** All lexicons, read and checked. */
export interface Lexicons {
  readonly terms: readonly LexiconTerm[];
  /** Words by which complaints are compared; no list of the above, so that nothing is learned from them. */
  readonly sameness: readonly SamenessTerm[];
  /** What was learned from labelled examples; null where no such file lies beside the lexicons. */
  readonly learned: Learned | null;
}

/** What is wrong with a lexicon file, where, and what would be right. */
export interface LexiconFault {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly suggestion: string;
}

const termList = z.array(z.union([z.string().min(1), z.number()]));
const plainTerms = z.strictObject({ plain: termList, except: termList }).partial();
const fileSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  about: z.string().optional(),
  lists: z
    .record(
      z.string().regex(/^[a-z]+(\.[a-zA-Z0-9_]+)+$/, 'a list is named like type.logistics or fact.media'),
      plainTerms.extend({ strong: termList.optional(), weak: termList.optional() }),
    )
    .optional(),
  sameness: z
    .record(
      z
        .string()
        .regex(
          /^(?:(?:thing|failing|manner)\.[a-z0-9-]+|word\.(?:filler|everyday))$/,
          'a list is named like thing.lift, failing.leak or manner.nobody, or is word.filler or word.everyday',
        ),
      plainTerms,
    )
    .optional(),
});

const weightOf = { strong: 3, plain: 2, weak: 1, except: 0 } as const;
const strengths = ['strong', 'plain', 'weak', 'except'] as const;

/** Where the key of a path stands; the place of what holds it where there is no such key. */
const lineOf = (document: Document, lines: LineCounter, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length > 0; length--) {
    const holder = document.getIn(path.slice(0, length - 1), true);
    const name = path[length - 1];
    const pair = isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && key.value === name)
      : undefined;
    const node = isScalar(pair?.key) ? pair.key : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
};

interface Reading {
  readonly terms: LexiconTerm[];
  readonly sameness: SamenessTerm[];
  readonly faults: LexiconFault[];
}

const sections = ['lists', 'sameness'] as const;
type Groups = { readonly [strength in (typeof strengths)[number]]?: z.infer<typeof termList> | undefined };

/** Every term of a file with the path at which it stands. */
const termsIn = (content: z.infer<typeof fileSchema>) =>
  sections.flatMap((section) =>
    Object.entries<Groups>(content[section] ?? {}).flatMap(([list, groups]) =>
      strengths.flatMap((strength) =>
        (groups[strength] ?? []).map((term, index) => ({
          wording: String(term),
          ...{ section, list, strength, path: [section, list, strength, index] },
        })),
      ),
    ),
  );

const readTerms = (
  where: { file: string; document: Document; lines: LineCounter },
  content: z.infer<typeof fileSchema>,
  out: Reading,
): void => {
  const language = content.language === 'en' ? 'en' : 'zh';
  for (const { section, list, strength, wording, path } of termsIn(content)) {
    const parts = parsePhrase(wording, language);
    const except = strength === 'except';
    if (!parts) {
      const line = lineOf(where.document, where.lines, path);
      const what = `the term "${wording}" cannot be read`;
      const suggestion = 'match every ( with ), and put words around ..';
      out.faults.push({ file: where.file, line, what, suggestion });
    } else if (section === 'sameness') out.sameness.push({ list, language, wording, except });
    else for (const one of parts) out.terms.push({ list, weight: weightOf[strength], except, ...one });
  }
};

/** Where the first alias stands: one to nothing cannot even be read. */
const aliasIn = (document: Document.Parsed): number | null => {
  let offset: number | null = null;
  visit(document, {
    Alias: (_, node) => {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
};

const readFile = (file: string, text: string, out: Reading): void => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) {
    const line = broken.linePos?.[0].line ?? 1;
    out.faults.push({
      file,
      line,
      what: broken.message.split('\n')[0] ?? '',
      suggestion: 'correct the YAML on this line',
    });
    return;
  }
  const alias = aliasIn(document);
  if (alias !== null) {
    const line = lines.linePos(alias).line;
    const what = "aliases ('*name') are not used in these files";
    out.faults.push({ file, line, what, suggestion: "write it out, or quote a leading '*'" });
    return;
  }
  const checked = fileSchema.safeParse(document.toJS());
  if (!checked.success) {
    for (const issue of checked.error.issues) {
      const line = lineOf(
        document,
        lines,
        issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path,
      );
      const what = `${issue.path.join('.') || 'the file'}: ${issue.message}`;
      out.faults.push({ file, line, what, suggestion: 'compare with the lexicons that came with Redress' });
    }
    return;
  }
  readTerms({ file, document, lines }, checked.data, out);
};

const isLearned = (file: string): boolean => file.endsWith('learned.txt');

/** Whether a file of the lexicons' folder is one of them, by its name. */
export const isLexiconFile = (name: string): boolean => name.endsWith('.yaml') || isLearned(name);

/**
 * Reads lexicon files: YAML, one language each, lists of terms by strength, and words for comparing; and what was learned beside them.
 *
 * @param files path (for the faults) and text of each
 * @returns every fault of every file at once, with its line
 */
export const parseLexicons = (
  files: readonly { readonly file: string; readonly text: string }[],
):
  | { readonly ok: true; readonly lexicons: Lexicons }
  | { readonly ok: false; readonly faults: readonly LexiconFault[] } => {
  const out: Reading = { terms: [], sameness: [], faults: [] };
  for (const { file, text } of files) if (!isLearned(file)) readFile(file, text, out);
  const source = files.find(({ file }) => isLearned(file));
  const read = source ? parseLearned(source) : { ok: true as const, learned: null };
  const faults = read.ok ? out.faults : [...out.faults, ...read.faults];
  return faults.length > 0 || !read.ok
    ? { ok: false, faults }
    : { ok: true, lexicons: { terms: out.terms, sameness: out.sameness, learned: read.learned } };
};
