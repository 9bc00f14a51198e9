import { button as buttonEn, card as cardEn } from './card.en.ts';
import { button as buttonZh, card as cardZh } from './card.zh-CN.ts';
import { speaker } from './say.ts';

/** Words of the live card, the escalation and the approval. */
export const sayCard = speaker<keyof typeof cardEn>({ en: cardEn, 'zh-CN': cardZh });

/** Labels of the desk's buttons. */
export const sayButton = speaker<keyof typeof buttonEn>({ en: buttonEn, 'zh-CN': buttonZh });
