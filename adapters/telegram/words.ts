import type { Locale } from '../../src/terms.ts';

const zh = {
  unsupported: '[对方发来一种机器人无法读取的消息]',
  sticker: '[贴图]',
  pollAsked: '投票：',
  sharePhone: '发送我的手机号',
  phoneByKey: '也可以点下方按钮发送您的手机号。',
  wholeCard: '全文见附件',
  cannotOpen: '现在没能打开，请再按一次。',
  lost: '这张表单已经结束：可能已提交、已取消，或系统刚重启过。如还需填写，请重新按一次按钮。',
  cancelled: '已取消，没有提交任何内容。',
  step: (at: number, of: number) => `（${at}/${of}）`,
  replyTo: '请直接回复这条消息。',
  skipHint: '可不填：回复 /skip 跳过。',
  keepHint: '回复 /keep 保留现有内容。',
  cancelHint: '回复 /cancel 取消。',
  current: '现有内容：',
  skip: '跳过',
  keep: '保留',
  cancel: '取消',
  check: '请核对后提交：',
  none: '—',
  required: '这一项必须填写。',
  tooLong: (most: number) => `最多 ${most} 个字符，请写短一些。`,
  wrongMoney: '请写金额和币种，例如 120.50 CNY。',
  wrongDate: '请写日期，例如 2026-11-21。',
  wrongTime: '请写日期和时间，例如 2026-11-21 15:00。',
  wrongNumber: '请写一个数字。',
  wrongChoice: '请点选一个选项。',
  notYours: '这张表单由另一位同事在填写。',
  previous: '上一页',
  next: '下一页',
};

const en: typeof zh = {
  unsupported: '[a kind of message the bot cannot read]',
  sticker: '[sticker]',
  pollAsked: 'Poll: ',
  sharePhone: 'Send my phone number',
  phoneByKey: 'You can also send your phone number with the key below.',
  wholeCard: 'Full text attached',
  cannotOpen: 'That did not open. Please press again.',
  lost: 'This form has ended: it was submitted, cancelled, or lost in a restart. If you still need it, please press the button again.',
  cancelled: 'Cancelled. Nothing was submitted.',
  step: (at, of) => ` (${at}/${of})`,
  replyTo: 'Please reply to this message.',
  skipHint: 'Optional: reply /skip to leave it out.',
  keepHint: 'Reply /keep to leave it as it is.',
  cancelHint: 'Reply /cancel to stop.',
  current: 'Now: ',
  skip: 'Skip',
  keep: 'Keep',
  cancel: 'Cancel',
  check: 'Please check before submitting:',
  none: '—',
  required: 'This one is needed.',
  tooLong: (most) => `At most ${most} characters, please.`,
  wrongMoney: 'Please give an amount and currency, such as 120.50 CNY.',
  wrongDate: 'Please give a date, such as 2026-11-21.',
  wrongTime: 'Please give a date and time, such as 2026-11-21 15:00.',
  wrongNumber: 'Please give a number.',
  wrongChoice: 'Please choose one of the options.',
  notYours: 'A colleague is filling in this form.',
  previous: 'Back',
  next: 'More',
};

/** The few lines that only this transport needs: keys, guided replies and what cannot be read here. */
export const words: Readonly<Record<Locale, typeof zh>> = { 'zh-CN': zh, en };

/** One entry of the command menu. */
export interface MenuEntry {
  readonly command: string;
  readonly description: string;
}

const menu = (entries: Readonly<Record<string, string>>): readonly MenuEntry[] =>
  Object.entries(entries).map(([command, description]) => ({ command, description }));

/** What the command menu shows: `private` to complainants, `groups` to staff in their forum. */
export const menus: Readonly<
  Record<Locale, { readonly private: readonly MenuEntry[]; readonly groups: readonly MenuEntry[] }>
> = {
  'zh-CN': {
    private: menu({
      new: '提出一件新的投诉',
      status: '查看投诉进展',
      link: '用关联码接续其他渠道的投诉',
      help: '使用说明',
    }),
    groups: menu({
      mine: '我负责的投诉',
      search: '查找投诉',
      status: '查看一件投诉的进展',
      new: '登记电话或门店投诉',
      help: '使用说明',
    }),
  },
  en: {
    private: menu({
      new: 'Make a new complaint',
      status: 'See how your complaint is going',
      link: 'Carry on from another channel with a code',
      help: 'How this works',
    }),
    groups: menu({
      mine: 'Complaints I hold',
      search: 'Find a complaint',
      status: 'How a complaint is going',
      new: 'Enter a complaint taken by phone or in a shop',
      help: 'How this works',
    }),
  },
};
