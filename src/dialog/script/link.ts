import { link as en } from './link.en.ts';
import { link as zh } from './link.zh-CN.ts';
import { speaker } from './say.ts';

/** Words for linking two talks of one person. */
export const sayLink = speaker<keyof typeof en>({ en, 'zh-CN': zh });
