import type { Locale } from '../../terms.ts';
import { othersEn } from './others.en.ts';
import { othersZh } from './others.zh-CN.ts';
import { speaker } from './say.ts';

/** Says a line about those who complain together, unnamed, or for another (IN-13). */
export const others = speaker<keyof typeof othersZh>({ 'zh-CN': othersZh, en: othersEn });

/** Named by what they do, not by whose they are: 收银员小何. */
const byWork = /^(?:收银员|店员|营业员|保洁|保安|司机|师傅)/u;

/** The person complained for, as the one who speaks for them hears it: `my mother` is `your mother`, `妈妈` is `您妈妈`. */
export const theirPerson = (who: string, locale: Locale): string =>
  locale === 'zh-CN' ? (byWork.test(who) ? who : `您${who}`) : who.replace(/^(?:my|our)\b/iu, 'your');

/** The same person as staff read of them: `their mother`. */
export const personSpokenFor = (who: string): string => who.replace(/^(?:my|our)\b/iu, 'their');
