import type { RefusalCode } from '../../complaint/refusal.ts';
import { refusal as en } from './refusal.en.ts';
import { refusal as zh } from './refusal.zh-CN.ts';
import { speaker } from './say.ts';

/** Everything a press at the desk can be answered with. */
export type AnswerKey =
  | RefusalCode
  | 'done'
  | 'already'
  | 'unknown-button'
  | 'unknown-thread'
  | 'letter-glyphs'
  | 'not-offered'
  | 'contact'
  | 'none'
  | 'speaks';

/** Words of the answer to a press. */
export const sayAnswer = speaker<AnswerKey>({ en, 'zh-CN': zh });
