import { filingEn } from './filing.en.ts';
import { filingZh } from './filing.zh-CN.ts';
import { speaker } from './say.ts';

/** Receipts, calls to a responsible person, safety words (IN-10, IN-11, IN-14). */
export const filing = speaker<keyof typeof filingZh>({ 'zh-CN': filingZh, en: filingEn });
