import type { Locale } from '../terms.ts';

/** Why words of a model are not said; the script's stand instead. */
export type WordingFault =
  | 'empty'
  | 'too-long'
  | 'asks'
  | 'number'
  | 'markup'
  | 'placeholder'
  | 'money'
  | 'secret'
  | 'authority'
  | 'language'
  | 'others'
  | 'no-apology'
  | 'apology-again';

/** What the words would stand for. */
export interface WordingAround {
  /** What the script would say in their place. */
  readonly scripted: string;
  readonly locale: Locale;
  /** The complainant's text. */
  readonly heard: string;
}

const longestWording = 400;

const money =
  /赔|补偿|退款|退钱|退还|返还|全额|免单|免费|折扣|优惠|红包|补贴|代金|refund|compensat|reimburs|credit|discount|voucher|free of charge|money back|waive|pay you|repay|gift/iu;
const secret =
  /密码|验证码|口令|身份证|银行卡|卡号|有效期|转账|汇款|扫码|password|passcode|\bpin\b|\bcvv\b|one-time|verification code|card number|account number|bank detail|passport|transfer|log ?in/iu;
const authority =
  /经理(?:已|批)|领导(?:已|批)|已(?:经)?(?:批准|同意|核实|查明|处理完|解决|结案|关闭|升级|撤销)|保证|承诺|一定会|肯定会|(?:保证|确保).{0,8}(?:处理|解决)|我们的(?:错|责任|过错)|是我们不对|approved|authoris|authoriz|guarantee|promise you|closed|resolved|escalated|our fault|we were wrong|our mistake|liab|admit/iu;
const markup = /[<>[\]{}`*_#|\\~^@＠]|https?:|www\.|\b[a-z0-9-]+\.(?:com|cn|net|org|io|co|info|xyz|top)\b/iu;
const figures =
  /[\p{N}〇零一二三四五六七八九十百千万两]{2,}|\p{Nd}|[¥￥$€£%％]|[一二三四五六七八九十两几]\s?(?:个)?(?:小时|天|日|周|月|分钟|元|块|万|千|百)|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|million|dozen|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hours?|days|weeks?|minutes?|(?:a|next|same) day)\b|今天|明天|后天|马上|立刻|立即|今晚|本周|下周|月底/iu;
const others =
  /先生|女士|小姐|师傅|(?:其他|别的|另一|另外|不少|很多|许多)[位个些]?(?:客户|顾客|业主|用户|人|投诉)|\b(?:Mr|Mrs|Ms|Miss|Dr)\b|\b(?:other|another|many|several) (?:customer|client|complainant|people|person|complaint)/u;
const apology = /抱歉|对不起|sorry|apologi/iu;

const shareOfHan = (words: string): number => {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (words.match(/\p{Script=Han}/gu)?.length ?? 0) / letters;
};

const isIn = (words: string, locale: Locale): boolean =>
  locale === 'zh-CN' ? shareOfHan(words) > 0.7 : shareOfHan(words) < 0.05;

/** A name of two words, or one inside a sentence, that the complainant did not write: nobody we may speak of. */
const namesStranger = (words: string, heard: string): boolean => {
  const full = words.match(/\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+)+/gu) ?? [];
  const inside = words.match(/(?<=[\p{Ll},;] )\p{Lu}\p{Ll}+/gu) ?? [];
  return others.test(words) || [...full, ...inside].some((name) => !heard.includes(name));
};

/**
 * What is wrong with words of a model before they reach the guard: they may feel with the complainant and say that the
 * matter is heard, nothing else. Questions, other people, figures, dates, money, secrets, decisions and links are the core's alone, for
 * a good sentence lost is a smaller harm than a promise nobody made.
 *
 * They apologise where the script does and nowhere else (DI-1).
 *
 * @returns null when nothing is wrong
 * @clause DI-5, DI-7, TR-2
 */
export const wordingFault = (words: string, around: WordingAround): WordingFault | null => {
  if (!/\p{L}/u.test(words)) return 'empty';
  if (words.length > longestWording) return 'too-long';
  if (/[?？]/u.test(words)) return 'asks';
  if (/[‹›]/u.test(words)) return 'placeholder';
  if (markup.test(words)) return 'markup';
  if (figures.test(words)) return 'number';
  if (money.test(words)) return 'money';
  if (secret.test(words)) return 'secret';
  if (authority.test(words)) return 'authority';
  if (!isIn(words, around.locale)) return 'language';
  if (namesStranger(words, around.heard)) return 'others';
  const [due, given] = [apology.test(around.scripted), apology.test(words)];
  return due === given ? null : due ? 'no-apology' : 'apology-again';
};
