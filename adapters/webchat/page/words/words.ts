import { locale } from '../state/settings.ts';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

/** Names a sentence of the pages. */
export type WordKey = keyof typeof en;

const isWordKey = (key: string): key is WordKey => key in en;

/** Says a sentence in the page's language; redraws when the language is switched. */
export const say = (key: WordKey, values: Readonly<Record<string, string | number>> = {}): string => {
  const sentence = locale.value === 'zh-CN' ? zhCn[key] : en[key];
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
};

/** Says what an error code means to the person who met it. */
export const sayError = (code: string): string => {
  const key = `error.${code}`;
  return isWordKey(key) ? say(key) : say('error.other', { code });
};
