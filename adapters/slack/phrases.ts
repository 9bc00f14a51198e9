import type { Locale } from '../../src/terms.ts';

/** The few words Slack's own surfaces need: what opens, waits or continues. Everything else comes worded by the core. */
const phrases = {
  opening: { 'zh-CN': '正在打开…', en: 'Opening…' },
  openingText: {
    'zh-CN': '请稍候，表单马上就好。',
    en: 'One moment, the form is on its way.',
  },
  close: { 'zh-CN': '关闭', en: 'Close' },
  cancel: { 'zh-CN': '取消', en: 'Cancel' },
  done: { 'zh-CN': '无需填写', en: 'Nothing to fill in' },
  doneText: {
    'zh-CN': '这一步不需要再填写：可能已有人处理，或这一步不由您办理。结果会显示在原消息处。',
    en: 'There is nothing to fill in any more: someone may have dealt with it, or it is not yours to do. The message it came from will show where things stand.',
  },
  notOpened: { 'zh-CN': '暂时打不开', en: 'Could not open' },
  notOpenedText: {
    'zh-CN': '抱歉，表单暂时打不开，请稍后再按一次。已写的内容没有丢失。',
    en: 'Sorry, the form could not be opened just now. Please press the button again in a moment; nothing has been lost.',
  },
  tooLate: {
    'zh-CN': '抱歉，刚才那一下没能及时打开表单，请再按一次。',
    en: 'Sorry, the form could not be opened in time. Please press the button once more.',
  },
  talkInstead: { 'zh-CN': '请直接告诉我们', en: 'Please tell us' },
  talkInsteadText: {
    'zh-CN': '我们已给您发了私信，请在那里用自己的话把事情告诉我们，我们会逐条记录并跟进。',
    en: 'We have sent you a direct message. Please tell us there, in your own words, what happened; we will take it from there.',
  },
  continued: { 'zh-CN': '未完，全文见下一条', en: 'Continued in the next message' },
  continuedInThread: { 'zh-CN': '未完，全文见本消息串', en: 'Continued in the thread' },
  nothingMore: { 'zh-CN': '（此段内容已不再需要）', en: '(This part is no longer needed)' },
  staffWrote: { 'zh-CN': '工作人员回复', en: 'Written by a member of our staff' },
  files: { 'zh-CN': '附件', en: 'Files' },
  queue: { 'zh-CN': '我的待办', en: 'My queue' },
  queueEmpty: { 'zh-CN': '目前没有由您负责的投诉。', en: 'No complaint is in your hands at the moment.' },
  queueMore: {
    'zh-CN': '另有 {count} 件，请用 /complaint mine 查看。',
    en: '{count} more: type /complaint mine to see them.',
  },
  nextDate: { 'zh-CN': '下一时限', en: 'Next date' },
  newComplaint: { 'zh-CN': '登记投诉', en: 'Take a complaint' },
  welcome: { 'zh-CN': '有不满意的地方，请告诉我们', en: 'Tell us what went wrong' },
  welcomeText: {
    'zh-CN':
      '请点上方的“消息”，用自己的话告诉我们发生了什么。我们会给您一个编号，并告诉您接下来怎么办、什么时候有答复。',
    en: 'Open the Messages tab above and tell us in your own words what happened. You will get a number, and we will say what happens next and by when.',
  },
  moneyHint: { 'zh-CN': '例如 120.50 CNY', en: 'For example 120.50 CNY' },
  moneyWrong: {
    'zh-CN': '请写金额和币种，例如 120.50 CNY。',
    en: 'Please write an amount and its currency, for example 120.50 CNY.',
  },
  numberWrong: { 'zh-CN': '请写一个数字。', en: 'Please write a number.' },
  timeWrong: { 'zh-CN': '日期和时间请都选上。', en: 'Please choose both the date and the time.' },
  timeOfDay: { 'zh-CN': '时间', en: 'time' },
} as const satisfies Record<string, Record<Locale, string>>;

/** The phrase in a language; `values` fill its `{names}`. */
export const phrase = (
  name: keyof typeof phrases,
  locale: Locale,
  values: Readonly<Record<string, string | number>> = {},
): string => phrases[name][locale].replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));

/** Both languages on one line, for surfaces shown before we know the reader's. */
export const bothLanguages = (name: keyof typeof phrases): string =>
  `${phrases[name]['zh-CN']} ${phrases[name].en}`;
