import { questionsEn } from './questions.en.ts';
import { questionsZh } from './questions.zh-CN.ts';
import { speaker } from './say.ts';

/** Questions of the intake and the short words between them (IN-5, DI-2, DI-8). */
export const questions = speaker<keyof typeof questionsZh>({ 'zh-CN': questionsZh, en: questionsEn });
