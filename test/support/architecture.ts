import { dirname, join, normalize } from 'node:path/posix';
import { parseSync } from 'vite';

/** One broken rule: where, and what. */
export interface Violation {
  readonly rule: string;
  readonly line: number;
  readonly detail: string;
}

/** What a file may import from the rest of `src`, by the longest of these names its path begins with. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  terms: [],
  faults: [],
  ports: ['terms', 'inbound/message', 'outbox/message'],
  inbound: ['terms'],
  'outbox/message': ['terms'],
  policy: ['terms', 'faults'],
  triage: ['terms', 'faults', 'policy'],
  complaint: ['terms', 'faults', 'policy', 'triage'],
  dialog: ['terms', 'faults', 'policy', 'triage', 'complaint', 'inbound/message', 'outbox/message'],
  crisis: ['terms', 'faults', 'policy', 'triage', 'complaint'],
  outbox: ['terms', 'faults', 'policy', 'triage', 'complaint', 'dialog', 'crisis', 'inbound/message'],
  report: ['terms', 'faults', 'policy', 'triage', 'complaint', 'crisis'],
  'sign-in': [],
  config: ['terms', 'faults', 'sign-in'],
  store: [
    ...[
      'terms',
      'faults',
      'ports',
      'inbound',
      'policy',
      'triage',
      'complaint',
      'dialog',
      'crisis',
      'outbox',
      'report',
    ],
  ],
  run: [
    ...[
      'terms',
      'faults',
      'ports',
      'inbound',
      'policy',
      'triage',
      'complaint',
      'dialog',
      'crisis',
      'outbox',
      'report',
    ],
    ...['store', 'config'],
  ],
  app: [''],
  connect: ['app', 'config', 'faults', 'terms', 'ports', 'run', 'store', 'adapters'],
  serve: ['app', 'connect', 'config', 'faults', 'terms', 'ports', 'run', 'store', 'adapters'],
  commands: [''],
  cli: ['app', 'commands', 'connect', 'serve', 'config', 'faults'],
};
const adapterMayImport = ['ports', 'terms', 'faults', 'sign-in', 'inbound/message', 'outbox/message'];

const stages = ['inbound', 'dialog', 'triage', 'complaint', 'policy', 'outbox', 'crisis', 'report'];

/** Which packages a part may use; a name stands for its subpaths too. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  policy: ['zod', 'yaml', '@marcbachmann/cel-js', 'chinese-days', 'node:crypto'],
  triage: ['zod', 'yaml', 'libphonenumber-js', 'node:crypto'],
  'dialog/script': ['intl-messageformat', 'zod', 'node:crypto'],
  dialog: ['zod', 'node:crypto'],
  complaint: ['zod', 'node:crypto'],
  inbound: ['zod', 'node:crypto'],
  outbox: ['zod', 'node:crypto'],
  crisis: ['zod', 'node:crypto'],
  report: ['zod', 'node:crypto'],
  config: ['zod'],
  store: ['kysely', 'pg', 'zod', 'yaml', 'node:'],
  run: [
    'hono',
    '@hono/node-server',
    'file-type',
    'node-cron',
    'pdfkit',
    'pino',
    'prom-client',
    'zod',
    'yaml',
    'node:',
  ],
  app: ['pino', 'node:'],
  connect: ['pino', 'node:'],
  serve: ['node:'],
  commands: ['zod', 'node:'],
  cli: ['node:'],
  'adapters/slack': ['@slack', 'zod', 'node:'],
  'adapters/telegram': ['telegraf', 'zod', 'node:'],
  'adapters/model': ['openai', 'zod', 'node:'],
  'adapters/webchat': ['preact', '@preact/signals', 'zod', 'node:'],
  'adapters/webchat/sign-in': ['openid-client', 'node:'],
  'adapters/webchat/page/vite.config': ['vite', 'node:'],
};

const bannedFolders = ['utils', 'helpers', 'common', 'services', 'managers'];
const mostLines = 400;
const mostFunctionLines = 60;
const mostParameters = 3;

/** A node of the syntax tree, as far as we look into it. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

const nodeAt = (node: Node, field: string): Node | null => {
  const value = node[field];
  return isNode(value) ? value : null;
};

const nodesAt = (node: Node, field: string): readonly Node[] => {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

const eachChild = (node: Node, visit: (child: Node) => void): void => {
  for (const value of Object.values(node).flat()) if (isNode(value)) visit(value);
};

const walk = (node: Node, visit: (node: Node) => void): void => {
  visit(node);
  eachChild(node, (child) => walk(child, visit));
};

/** The path without `src/` and ending: `policy/pack`, `adapters/slack/send`, `terms`. */
const placeOf = (path: string): string => path.replace(/^src\//, '').replace(/\.tsx?$/, '');

const isWithin = (place: string, area: string): boolean =>
  area === '' || place === area || place.startsWith(`${area}/`);

/** The entry of a table with the longest name the place lies in. */
const entryFor = <T>(table: Readonly<Record<string, T>>, place: string): T | undefined => {
  const names = Object.keys(table).filter((name) => isWithin(place, name));
  const longest = names.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : table[longest];
};

const isStage = (place: string): boolean => stages.some((stage) => isWithin(place, stage));

const importFault = (path: string, specifier: string): string | null => {
  const place = placeOf(path);
  if (!specifier.startsWith('.')) {
    const allowed = entryFor(mayUse, place) ?? [];
    const isAllowed = allowed.some(
      (name) => isWithin(specifier, name) || (name === 'node:' && specifier.startsWith(name)),
    );
    return isAllowed ? null : `${place} may not use the package ${specifier}`;
  }
  if (/\.(css|svg|html|json)$/.test(specifier)) return null;
  const target = placeOf(normalize(join(dirname(path), specifier)));
  const [top = '', second = ''] = place.split('/');
  const home = top === 'adapters' ? `adapters/${second}` : top;
  const isAtHome = place.includes('/') && isWithin(target, home) && place !== 'outbox/message';
  const allowed = top === 'adapters' ? adapterMayImport : (entryFor(mayImport, place) ?? []);
  return isAtHome || allowed.some((area) => isWithin(target, area))
    ? null
    : `${place} may not import ${target}`;
};

const importsOf = (node: Node): string | null => {
  if (!/^(Import|ExportNamed|ExportAll)Declaration$|^ImportExpression$|^TSImportType$/.test(node.type))
    return null;
  const source = nodeAt(node, 'source') ?? nodeAt(node, 'argument');
  return typeof source?.value === 'string' ? source.value : null;
};

const memberName = (node: Node): string => {
  const object = nodeAt(node, 'object');
  const property = nodeAt(node, 'property');
  return `${object?.name}.${property?.name}`;
};

const bannedMembers = [
  'Date.now',
  'Math.random',
  'Temporal.Now',
  'performance.now',
  'crypto.getRandomValues',
];
const bannedNames = [
  'Promise',
  'randomUUID',
  'randomBytes',
  'randomInt',
  'setTimeout',
  'setInterval',
  'fetch',
  'process',
];

/** Time, chance and waiting: what a stage gets told and never looks up. */
const impurityOf = (node: Node): string | null => {
  if (node.async === true) return 'async';
  if (node.type === 'AwaitExpression') return 'await';
  if (node.type === 'MemberExpression' && bannedMembers.includes(memberName(node))) return memberName(node);
  if (node.type === 'Identifier' && bannedNames.includes(String(node.name))) return String(node.name);
  if (!/^(New|Call)Expression$/.test(node.type) || nodeAt(node, 'callee')?.name !== 'Date') return null;
  return nodesAt(node, 'arguments').length === 0 || node.type === 'CallExpression' ? 'new Date()' : null;
};

const looseTypeOf = (node: Node): string | null => {
  if (node.type === 'TSAnyKeyword') return 'any';
  if (node.type === 'TSNonNullExpression') return '!';
  if (node.type === 'TSTypeAssertion') return 'a cast';
  if (node.type !== 'TSAsExpression') return null;
  const type = nodeAt(node, 'typeAnnotation');
  const isConst = type?.type === 'TSTypeReference' && nodeAt(type, 'typeName')?.name === 'const';
  return isConst ? null : 'a cast';
};

const isFunction = (node: Node): boolean =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);

/** Exports without a docstring. A list and its type may stand together under one. */
const undocumented = (body: readonly Node[], text: string): readonly Node[] => {
  const missing: Node[] = [];
  let documentedUntil = -1;
  for (const node of body) {
    const isDeclaration = node.type === 'ExportNamedDeclaration' && nodeAt(node, 'declaration') !== null;
    if (!isDeclaration) continue;
    const before = text.slice(0, node.start).replace(/\/\/ biome-ignore.*\s*$/, '');
    const hasDoc = before.trimEnd().endsWith('*/');
    const isBeside = documentedUntil >= 0 && /^[ \t]*\n[ \t]*$/.test(text.slice(documentedUntil, node.start));
    if (hasDoc || isBeside) documentedUntil = node.end;
    else missing.push(node);
  }
  return missing;
};

const linesOf = (node: Node, text: string): number => text.slice(node.start, node.end).split('\n').length;

/** Lines of a function without those of the functions inside it: a closure that holds ten short ones is short. */
const ownLines = (node: Node, text: string): number => {
  let inside = 0;
  const visit = (child: Node): void => {
    if (isFunction(child)) inside += linesOf(child, text) - 1;
    else eachChild(child, visit);
  };
  eachChild(node, visit);
  return linesOf(node, text) - inside;
};

/** How long the functions of a file are, in lines of their own. */
export const functionLengths = (path: string, text: string): readonly number[] => {
  const lengths: number[] = [];
  walk(parse(path, text), (node) => {
    if (isFunction(node)) lengths.push(ownLines(node, text));
  });
  return lengths;
};

const parse = (path: string, text: string): Node => {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0 || !isNode(program)) throw new Error(`${path}: ${errors[0]?.message}`);
  return program;
};

/** Where a budget and clarity disagree, clarity wins and the line above says why: `// Long because …`. */
const isExcused = (node: Node, text: string): boolean => {
  const above = text.slice(0, node.start).split('\n').at(-2) ?? '';
  return /^\s*\/\/.*\bbecause\b/.test(above);
};

const budgetFaults = (node: Node, text: string): readonly string[] => {
  if (!isFunction(node) || isExcused(node, text)) return [];
  const length = ownLines(node, text);
  const parameters = nodesAt(node, 'params').length;
  return [
    ...(length > mostFunctionLines ? [`a function of ${length} lines, at most ${mostFunctionLines}`] : []),
    ...(parameters > mostParameters
      ? [`${parameters} parameters, at most ${mostParameters}, then one object`]
      : []),
  ];
};

/** A file that only hands on, or hands on everything of another. */
const isBarrel = (node: Node): boolean => {
  if (node.type === 'ExportAllDeclaration') return true;
  const body = nodesAt(node, 'body');
  const handsOn = (one: Node): boolean =>
    one.type === 'ExportNamedDeclaration' && nodeAt(one, 'declaration') === null;
  return (
    node.type === 'Program' &&
    body.some(handsOn) &&
    body.every((one) => handsOn(one) || one.type === 'ImportDeclaration')
  );
};

const nodeFaults = (path: string, node: Node, text: string): readonly (readonly [string, string])[] => {
  const place = placeOf(path);
  const specifier = importsOf(node);
  const wrongImport = specifier === null ? null : importFault(path, specifier);
  const impurity = isStage(place) ? impurityOf(node) : null;
  const loose = isStage(place) ? looseTypeOf(node) : null;
  const isConfigFile = place.endsWith('.config');
  const readsEnvironment = node.type === 'MemberExpression' && memberName(node) === 'process.env';
  const found: (readonly [string, string] | false)[] = [
    wrongImport !== null && ['imports', wrongImport],
    impurity !== null && ['pure', `${impurity} in a stage`],
    loose !== null && ['strict', `${loose} in the core`],
    readsEnvironment && place !== 'cli' && ['environment', 'process.env outside main.js and cli.ts'],
    node.type === 'ExportDefaultDeclaration' && !isConfigFile && ['exports', 'a default export'],
    isBarrel(node) && ['exports', 'a barrel: import things from where they are'],
    ...budgetFaults(node, text).map((detail) => ['budget', detail] as const),
  ];
  return found.filter((fault) => fault !== false);
};

const fileFaults = (path: string, lines: number): readonly (readonly [string, string])[] => {
  const folders = path.split('/').slice(0, -1);
  const file = path.split('/').at(-1) ?? '';
  const banned = folders.find((folder) => bannedFolders.includes(folder));
  const found: (readonly [string, string] | false)[] = [
    banned !== undefined && ['names', `a folder named ${banned}`],
    !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-zA-Z-]+)*\.tsx?$/.test(file) && ['names', `${file} is not kebab-case`],
    lines > mostLines && ['budget', `${lines} lines, at most ${mostLines}`],
  ];
  return found.filter((fault) => fault !== false);
};

/**
 * What is wrong with one file of `src` or `adapters` by the rules of the house.
 *
 * @param path from the root of the project, with forward slashes
 */
export const violationsOf = (path: string, text: string): readonly Violation[] => {
  const program = parse(path, text);
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const found: Violation[] = fileFaults(path, text.trimEnd().split('\n').length).map(([rule, detail]) => ({
    rule,
    line: 1,
    detail,
  }));
  walk(program, (node) => {
    for (const [rule, detail] of nodeFaults(path, node, text))
      found.push({ rule, line: lineOf(node.start), detail });
  });
  for (const node of undocumented(nodesAt(program, 'body'), text))
    found.push({ rule: 'docstrings', line: lineOf(node.start), detail: 'an export without a docstring' });
  return found;
};
