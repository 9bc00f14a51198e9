/**
 * Slack's Block Kit limits, counted apart from the adapter's own counting (PLATFORMS 2.4), so that one mistake
 * does not hide the other. Gives what Slack would refuse; empty when it would accept.
 */

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const size = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

interface Rule {
  readonly path: string;
  readonly problems: string[];
}

const say = (rule: Rule, problem: string): void => {
  rule.problems.push(`${rule.path}: ${problem}`);
};

const atMost = (rule: Rule, what: string, found: number, max: number): void => {
  if (found > max) say(rule, `${what} ${found} > ${max}`);
};

const onlyKeys = (rule: Rule, value: Json, allowed: readonly string[]): void => {
  for (const key of Object.keys(value)) if (!allowed.includes(key)) say(rule, `unknown key ${key}`);
};

const checkText = (
  rule: Rule,
  value: unknown,
  given: { readonly max: number; readonly kinds?: readonly string[] },
) => {
  const kinds = given.kinds ?? ['plain_text'];
  if (!isObject(value)) return say(rule, 'text object missing');
  onlyKeys(rule, value, ['type', 'text', 'emoji', 'verbatim']);
  if (!kinds.includes(String(value.type))) say(rule, `text of type ${value.type}`);
  if (value.type === 'plain_text' && 'verbatim' in value) say(rule, 'verbatim in plain text');
  if (value.type === 'mrkdwn' && 'emoji' in value) say(rule, 'emoji in mrkdwn');
  if (size(value.text) < 1) say(rule, 'empty text');
  atMost(rule, 'text', size(value.text), Math.min(given.max, 3000));
  if (/[<>]/.test(String(value.text).replaceAll(/<(https?:\/\/[^<>|]+|!date\^[^<>]+)>/g, '')))
    say(rule, 'unescaped < or >');
  if (/&(?!amp;|lt;|gt;)/.test(String(value.text))) say(rule, 'unescaped &');
};

const anyText = ['plain_text', 'mrkdwn'];

const checkOption = (rule: Rule, option: unknown) => {
  if (!isObject(option)) return say(rule, 'option missing');
  checkText(rule, option.text, { max: 75 });
  if (size(option.value) < 1) say(rule, 'option without value');
  atMost(rule, 'option value', size(option.value), 150);
};

const checkOptions = (rule: Rule, element: Json): void => {
  const groups = list(element.option_groups);
  const options = list(element.options);
  if (groups.length === 0 && options.length === 0) say(rule, 'select without options');
  atMost(rule, 'options', options.length, 100);
  atMost(rule, 'groups', groups.length, 100);
  for (const option of options) checkOption(rule, option);
  for (const group of groups) {
    if (!isObject(group)) continue;
    checkText(rule, group.label, { max: 75 });
    atMost(rule, 'options of a group', list(group.options).length, 100);
    for (const option of list(group.options)) checkOption(rule, option);
  }
  if (element.initial_option === undefined) return;
  const all = [...options, ...groups.flatMap((group) => (isObject(group) ? list(group.options) : []))];
  const initial = JSON.stringify(element.initial_option);
  if (!all.some((option) => JSON.stringify(option) === initial)) say(rule, 'initial option is no option');
};

const checkElement = (rule: Rule, element: unknown) => {
  if (!isObject(element)) return say(rule, 'element missing');
  atMost(rule, 'action_id', size(element.action_id), 255);
  if (size(element.action_id) < 1) say(rule, 'action_id missing');
  if (element.placeholder !== undefined) checkText(rule, element.placeholder, { max: 150 });
  switch (element.type) {
    case 'button':
      onlyKeys(rule, element, ['type', 'text', 'action_id', 'value', 'style', 'url', 'confirm']);
      checkText(rule, element.text, { max: 75 });
      atMost(rule, 'button value', size(element.value), 2000);
      if (element.style !== undefined && !['primary', 'danger'].includes(String(element.style)))
        say(rule, `style ${element.style}`);
      return;
    case 'plain_text_input':
      if (typeof element.max_length === 'number' && (element.max_length < 1 || element.max_length > 3000))
        say(rule, `max_length ${element.max_length}`);
      return atMost(rule, 'initial value', size(element.initial_value), Number(element.max_length ?? 3000));
    case 'number_input':
      if (typeof element.is_decimal_allowed !== 'boolean') say(rule, 'is_decimal_allowed missing');
      return;
    case 'static_select':
      return checkOptions(rule, element);
    case 'datepicker':
      if (element.initial_date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(String(element.initial_date)))
        say(rule, `initial_date ${element.initial_date}`);
      return;
    case 'timepicker':
      if (element.initial_time !== undefined && !/^\d\d:\d\d$/.test(String(element.initial_time)))
        say(rule, `initial_time ${element.initial_time}`);
      return;
    default:
      say(rule, `element of type ${element.type}`);
  }
};

const checkSection = (rule: Rule, block: Json): void => {
  onlyKeys(rule, block, ['type', 'block_id', 'text', 'fields', 'accessory', 'expand']);
  const fields = list(block.fields);
  if (block.text === undefined && fields.length === 0) say(rule, 'section without text and fields');
  if (block.text !== undefined) checkText(rule, block.text, { max: 3000, kinds: anyText });
  atMost(rule, 'fields', fields.length, 10);
  for (const field of fields) checkText(rule, field, { max: 2000, kinds: anyText });
};

const checkBlock = (rule: Rule, block: unknown) => {
  if (!isObject(block)) return say(rule, 'block missing');
  atMost(rule, 'block_id', size(block.block_id), 255);
  const elements = list(block.elements);
  switch (block.type) {
    case 'header':
      return checkText(rule, block.text, { max: 150 });
    case 'section':
      return checkSection(rule, block);
    case 'divider':
      return onlyKeys(rule, block, ['type', 'block_id']);
    case 'context':
      if (elements.length === 0) say(rule, 'context without elements');
      atMost(rule, 'context elements', elements.length, 10);
      for (const element of elements) checkText(rule, element, { max: 3000, kinds: anyText });
      return;
    case 'actions':
      if (elements.length === 0) say(rule, 'actions without elements');
      atMost(rule, 'actions elements', elements.length, 25);
      for (const element of elements) checkElement(rule, element);
      return;
    case 'input':
      checkText(rule, block.label, { max: 2000 });
      if (block.hint !== undefined) checkText(rule, block.hint, { max: 2000 });
      return checkElement(rule, block.element);
    default:
      say(rule, `block of type ${block.type}`);
  }
};

const repeated = (values: readonly unknown[]): readonly unknown[] =>
  values.filter((value, index) => value !== undefined && values.indexOf(value) !== index);

const elementsOf = (blocks: readonly unknown[]): readonly unknown[] =>
  blocks.flatMap((block) => (isObject(block) && block.type === 'actions' ? list(block.elements) : []));

const checkBlocks = (blocks: readonly unknown[], most: number): string[] => {
  const problems: string[] = [];
  atMost({ path: 'blocks', problems }, 'blocks', blocks.length, most);
  for (const [index, block] of blocks.entries()) checkBlock({ path: `blocks[${index}]`, problems }, block);
  const ids = blocks.map((block) => (isObject(block) ? block.block_id : undefined));
  for (const id of repeated(ids)) problems.push(`block_id ${id} twice`);
  const actionIds = elementsOf(blocks).map((element) => (isObject(element) ? element.action_id : undefined));
  for (const id of repeated(actionIds)) problems.push(`action_id ${id} twice`);
  return problems;
};

const textTotal = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + textTotal(part), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, part]) => sum + (key === 'text' && typeof part === 'string' ? part.length : textTotal(part)),
    0,
  );
};

/** Problems of a message as posted or updated: blocks, their total of 13,200 characters, and the text beside them. */
export const checkMessage = (message: {
  readonly text: string;
  readonly blocks: readonly unknown[];
}): readonly string[] => {
  const problems = checkBlocks(message.blocks, 50);
  const rule = { path: 'message', problems };
  atMost(rule, 'sum of block text', textTotal(message.blocks), 13_200);
  atMost(rule, 'text', message.text.length, 4000);
  if (message.text.trim() === '') say(rule, 'empty text');
  if (/[<>]|&(?!amp;|lt;|gt;)/.test(message.text)) say(rule, 'unescaped text');
  return problems;
};

/** Problems of a modal or home tab. */
export const checkView = (view: unknown): readonly string[] => {
  if (!isObject(view)) return ['no view'];
  const blocks = list(view.blocks);
  const problems = checkBlocks(blocks, 100);
  const rule = { path: 'view', problems };
  if (blocks.length === 0) say(rule, 'no blocks');
  atMost(rule, 'bytes', Buffer.byteLength(JSON.stringify(view)), 250_000);
  atMost(rule, 'private_metadata', size(view.private_metadata), 3000);
  atMost(rule, 'callback_id', size(view.callback_id), 255);
  if (view.type === 'home') return problems;
  if (view.type !== 'modal') say(rule, `type ${view.type}`);
  checkText(rule, view.title, { max: 24 });
  if (view.submit !== undefined) checkText(rule, view.submit, { max: 24 });
  if (view.close !== undefined) checkText(rule, view.close, { max: 24 });
  const hasInput = blocks.some((block) => isObject(block) && block.type === 'input');
  if (hasInput && view.submit === undefined) say(rule, 'inputs without submit');
  return problems;
};
