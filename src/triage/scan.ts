import type { LexiconTerm } from './lexicon.ts';
import { isAlnum, type View } from './normalise.ts';

/** Where a term of a list stands in the folded text. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Everything the lexicons find in one text, by list, in order of place. */
export interface Scan {
  readonly view: View;
  readonly hits: (list: string) => readonly Hit[];
  /** Names of lists that start with the prefix. */
  readonly lists: (prefix: string) => readonly string[];
}

/** Between quotation marks another is speaking: 店员说“有本事去告”. */
export const isQuoted = ({ view }: Scan, { start, end }: Hit): boolean => {
  let marks = 0;
  for (let index = 0; index < start; index++) if (view.codes[index] === 0x22) marks += 1;
  return marks % 2 === 1 && view.codes.indexOf(0x22, end) >= 0;
};

interface Terminal {
  readonly term: number;
  readonly slot: number;
  readonly open: boolean;
}
interface Node {
  code: number;
  child: Node | null;
  children: Map<number, Node> | null;
  ends: Terminal[] | null;
}

const newNode = (): Node => ({ code: -1, child: null, children: null, ends: null });

const step = (node: Node, code: number): Node | null =>
  node.children ? (node.children.get(code) ?? null) : node.code === code ? node.child : null;

const grow = (node: Node, code: number): Node => {
  const existing = step(node, code);
  if (existing) return existing;
  const fresh = newNode();
  if (node.child === null && node.children === null) {
    node.code = code;
    node.child = fresh;
    return fresh;
  }
  if (node.children === null) {
    node.children = new Map();
    if (node.child) node.children.set(node.code, node.child);
  }
  node.children.set(code, fresh);
  return fresh;
};

const plant = (root: Node, wording: string, terminal: Omit<Terminal, 'open'>): void => {
  const open = wording.endsWith('*');
  const text = open ? wording.slice(0, -1) : wording;
  let node = root;
  for (let index = 0; index < text.length; index++) node = grow(node, text.charCodeAt(index));
  node.ends ??= [];
  node.ends.push({ ...terminal, open });
};

const isSentenceEnd = (codes: Uint16Array, index: number): boolean => {
  const code = codes[index] ?? 0;
  if (code === 0x3002 || code === 0x21 || code === 0x3f || code === 0x0a || code === 0x3b) return true;
  return code === 0x2e && ((codes[index + 1] ?? 0x20) === 0x20 || codes[index + 1] === 0x0a);
};

/** Whether a sentence ends in [start, end). */
export const crossesSentence = (view: View, start: number, end: number): boolean => {
  for (let index = start; index < end; index++) if (isSentenceEnd(view.codes, index)) return true;
  return false;
};

/** Chains the slots of one term: each within its gap after the one before, inside one sentence. */
const chain = (term: LexiconTerm, slots: readonly (readonly Hit[])[], view: View): Hit[] => {
  let heads: readonly Hit[] = slots[0] ?? [];
  for (let slot = 1; slot < slots.length; slot++) {
    const next: Hit[] = [];
    const tails = slots[slot] ?? [];
    const gap = term.gaps[slot - 1] ?? 0;
    let from = 0;
    for (const head of heads) {
      while (from < tails.length && (tails[from]?.start ?? 0) < head.end) from += 1;
      const tail = tails[from];
      if (!tail || tail.start - head.end > gap || crossesSentence(view, head.end, tail.start)) continue;
      next.push({ start: head.start, end: tail.end, weight: term.weight });
    }
    heads = next;
  }
  return [...heads];
};

const byPlace = (a: Hit, b: Hit): number => a.start - b.start || b.end - a.end;

/** Hits that no exception overlaps. */
const without = (hits: readonly Hit[], excepts: readonly Hit[]): readonly Hit[] => {
  if (excepts.length === 0) return hits;
  let from = 0;
  return hits.filter((hit) => {
    while (from < excepts.length && (excepts[from]?.end ?? 0) <= hit.start) from += 1;
    const except = excepts[from];
    return !except || except.start >= hit.end;
  });
};

const nothing: readonly Hit[] = [];
const add = <K>(map: Map<K, Hit[]>, key: K, hit: Hit): void => {
  const list = map.get(key);
  if (list) list.push(hit);
  else map.set(key, [hit]);
};

interface Found {
  readonly single: Map<string, Hit[]>;
  readonly parts: Map<number, Hit[][]>;
}

const record = (
  term: LexiconTerm | undefined,
  found: Found,
  { terminal, ...hit }: { terminal: Terminal; start: number; end: number },
): void => {
  if (!term) return;
  const placed = { start: hit.start, end: hit.end, weight: term.weight };
  if (term.slots.length === 1) {
    add(found.single, term.except ? `!${term.list}` : term.list, placed);
    return;
  }
  let slots = found.parts.get(terminal.term);
  if (!slots) {
    slots = term.slots.map(() => []);
    found.parts.set(terminal.term, slots);
  }
  slots[terminal.slot]?.push(placed);
};

const wordEnd = (codes: Uint16Array, from: number): number => {
  let end = from;
  while (end < codes.length && isAlnum(codes[end] ?? 0)) end += 1;
  return end;
};

const walk = (root: Node, terms: readonly LexiconTerm[], codes: Uint16Array): Found => {
  const found: Found = { single: new Map(), parts: new Map() };
  for (let start = 0; start < codes.length; start++) {
    if (start > 0 && isAlnum(codes[start] ?? 0) && isAlnum(codes[start - 1] ?? 0)) continue;
    let node: Node | null = root;
    for (let index = start; index < codes.length; index++) {
      node = step(node, codes[index] ?? 0);
      if (!node) break;
      if (!node.ends) continue;
      const inside = isAlnum(codes[index] ?? 0) && isAlnum(codes[index + 1] ?? 0);
      for (const terminal of node.ends) {
        if (inside && !terminal.open) continue;
        record(terms[terminal.term], found, {
          terminal,
          start,
          end: inside ? wordEnd(codes, index + 1) : index + 1,
        });
      }
    }
  }
  return found;
};

const settle = (terms: readonly LexiconTerm[], found: Found, view: View): Map<string, readonly Hit[]> => {
  const all = found.single;
  for (const [index, slots] of found.parts) {
    const term = terms[index];
    if (!term || slots.some((slot) => slot.length === 0)) continue;
    for (const hit of chain(term, slots, view)) add(all, term.except ? `!${term.list}` : term.list, hit);
  }
  for (const hits of all.values()) hits.sort(byPlace);
  const out = new Map<string, readonly Hit[]>();
  for (const [list, hits] of all)
    if (!list.startsWith('!')) out.set(list, without(hits, all.get(`!${list}`) ?? nothing));
  return out;
};

/**
 * Prepares the terms for reading texts: one walk over a text finds all of them, in time linear in its length.
 * A tree of characters instead of regular expressions: no text can make it slow.
 */
export const createScanner = (terms: readonly LexiconTerm[]): ((view: View) => Scan) => {
  const root = newNode();
  for (const [term, { slots }] of terms.entries()) {
    for (const [slot, choices] of slots.entries())
      for (const one of choices) plant(root, one, { term, slot });
  }
  const names = [...new Set(terms.map((term) => term.list))].sort();
  const prefixes = new Map<string, readonly string[]>();
  const lists = (prefix: string): readonly string[] => {
    const known = prefixes.get(prefix) ?? names.filter((name) => name.startsWith(prefix));
    prefixes.set(prefix, known);
    return known;
  };
  return (view) => {
    const hits = settle(terms, walk(root, terms, view.codes), view);
    return { view, lists, hits: (list) => hits.get(list) ?? nothing };
  };
};
