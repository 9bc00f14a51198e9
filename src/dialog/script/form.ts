import { form as en } from './form.en.ts';
import { form as zh } from './form.zh-CN.ts';
import { speaker } from './say.ts';

/** Words of the desk's forms. */
export const sayForm = speaker<keyof typeof en>({ en, 'zh-CN': zh });
