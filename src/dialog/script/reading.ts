import { reading as en } from './reading.en.ts';
import { reading as zh } from './reading.zh-CN.ts';
import { speaker } from './say.ts';

/** Words about what a model read, for staff. */
export const sayReading = speaker<keyof typeof en>({ en, 'zh-CN': zh });
