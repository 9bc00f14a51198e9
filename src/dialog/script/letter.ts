import { letterEn } from './letter.en.ts';
import { letterZh } from './letter.zh-CN.ts';
import { speaker } from './say.ts';

/** Words around a formal letter: on the document, and in the message that brings it. */
export const sayLetter = speaker<keyof typeof letterEn>({ en: letterEn, 'zh-CN': letterZh });
