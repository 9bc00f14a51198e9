import { everydayEn } from './everyday.en.ts';
import { everydayZh } from './everyday.zh-CN.ts';
import { speaker } from './say.ts';

/** Greeting, thanks, questions, people, withdrawal and everything else around a complaint. */
export const everyday = speaker<keyof typeof everydayZh>({ 'zh-CN': everydayZh, en: everydayEn });
