import { progressEn } from './progress.en.ts';
import { progressZh } from './progress.zh-CN.ts';
import { speaker } from './say.ts';

/** Status, remedies and the follow-up (DI-4, AP-6, CL-6). */
export const progress = speaker<keyof typeof progressZh>({ 'zh-CN': progressZh, en: progressEn });
