import { desk as en } from './desk.en.ts';
import { desk as zh } from './desk.zh-CN.ts';
import { speaker } from './say.ts';

/** Words of the answers to staff commands. */
export const sayDesk = speaker<keyof typeof en>({ en, 'zh-CN': zh });
