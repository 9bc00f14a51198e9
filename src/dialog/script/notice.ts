import { notice as en } from './notice.en.ts';
import { notice as zh } from './notice.zh-CN.ts';
import { speaker } from './say.ts';

/** What staff read in a complaint's thread. */
export const sayNotice = speaker<keyof typeof en>({ en, 'zh-CN': zh });
