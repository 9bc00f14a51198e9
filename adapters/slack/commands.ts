import type { CommandArrival } from '../../src/inbound/message.ts';

/** The slash command people type. */
export const slashCommand = '/complaint';

/** Callback ids of the two shortcuts. */
export const shortcuts = { take: 'complaint_new', fromMessage: 'complaint_from_message' } as const;

const names = new Map<string, CommandArrival['name']>([
  ['new', 'new'],
  ['新建', 'new'],
  ['登记', 'new'],
  ['status', 'status'],
  ['进度', 'status'],
  ['状态', 'status'],
  ['mine', 'mine'],
  ['我的', 'mine'],
  ['search', 'search'],
  ['搜索', 'search'],
  ['查找', 'search'],
  ['link', 'link'],
  ['关联', 'link'],
  ['help', 'help'],
  ['帮助', 'help'],
]);

/** What was typed after the command as a name and the rest; anything unknown, and nothing at all, asks for help. */
export const parseCommand = (
  typed: string,
): { readonly name: CommandArrival['name']; readonly text: string } => {
  const [first = '', ...rest] = typed.trim().split(/\s+/);
  const name = names.get(first.toLowerCase());
  return name === undefined ? { name: 'help', text: typed.trim() } : { name, text: rest.join(' ') };
};
