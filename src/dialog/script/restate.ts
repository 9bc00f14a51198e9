import { restateEn } from './restate.en.ts';
import { restateZh } from './restate.zh-CN.ts';
import { speaker } from './say.ts';

/** Saying a complaint back in our words (IN-9). */
export const restate = speaker<keyof typeof restateZh>({ 'zh-CN': restateZh, en: restateEn });
