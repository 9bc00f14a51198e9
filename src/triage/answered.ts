import type { Want } from '../terms.ts';
import type { DetailName, Details } from './understanding.ts';

/** What was read of a text that comes as an answer. */
export interface Said {
  /** The whole text, as received. */
  readonly text: string;
  /** Details found in it, whatever was asked. */
  readonly found: Details;
  readonly wants: readonly Want[];
  /** E-mail addresses, numbers and the like: none of them is part of a name. */
  readonly others: readonly { readonly text: string }[];
  readonly isComplaint: boolean;
  /** Asks us something, or turns to something else. */
  readonly isAside: boolean;
}

/** Signs by which a short answer can be a time, though it is no date: 刚搬进来那会儿, "when I opened it". */
const timely =
  /\p{Nd}\s*[:.点/-]\s*\p{Nd}|^\P{Nd}{0,6}\p{Nd}{1,4}\P{Nd}{0,3}$|[天日周月年号晚早夜午春夏秋冬假节]|最近|刚|以前|之前|以后|之后|当时|那会|上次|一直|第.次|\b(?:week|month|year|day|night|morning|evening|noon|hour|minute|ago|since|before|after|when|last|recent|always|ever|every|just|spring|summer|autumn|fall|winter|christmas|easter|o.?clock)/iu;

/** Words of a sentence; a place or a name that is given for an answer is none. */
const telling =
  /[了吗呢吧]|[你我他她它们].{3,}|什么|怎么|为什么|不(?:是|行|要|想|会|能|给)|没(?:有|人)|\b(?:i|you|he|she|it|they|we|was|were|is|are|am|has|have|had|did|does|do|don.?t|didn.?t|won.?t|can.?t|will|would|told|said|broke|died|got|want|need)\b/iu;
const placed =
  /[店路街楼栋幢号室区镇村市县厅院站场馆厦园城校港口]|酒店|网上|线上|线下|平台|家里|门口|\b(?:at|in|on|near|store|shop|branch|street|road|avenue|online|website|app|home|house|flat|apartment|hotel|airport|station|mall|office|clinic|hospital|school|restaurant|terminal|gate|counter)\b/iu;

/** No name holds these: 订单尾号, "booking ref is". */
const nameless =
  /\p{Nd}|[的了是在有和就都也还很吗呢吧啊嘛呀]|不|没|订单|电话|手机|退|赔|换|修|钱|谢|好|行|\b(?:the|an?|is|are|was|am|i|you|he|she|it|they|we|your?|his|her|its|this|that|there|to|of|for|on|in|at|and|or|but|so|not|no|yes|ok|okay|please|thanks?|ref|reference|number|order|booking|invoice|refund|money|back|why|what|who|when|where|how|do|does|did|can|could|will|would|call|text|e-?mail|later|never|mind|just|none|nothing|sure|fine|maybe|already|told|said|have|has|had|need|want)\b/iu;
const latinName =
  /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*(?: \p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*){0,3}$/u;
const hanName = /^\p{Script=Han}[\p{Script=Han}·]{1,5}$/u;
const leadIn =
  /^(?:(?:我)?(?:就?叫|名字?[是叫]|姓名[是:：]?|称呼我|叫我)|(?:my )?name(?:'s| is)|i(?:'m| am)|it(?:'s| is)|this is|call me|just)[\s:：]*/iu;
const family = /^(?:我|免贵)?姓(\p{Script=Han}{1,2})$/u;

const bare = (text: string): string => text.replaceAll(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');

/** A text in its parts, as commas and stops divide it. */
export const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[,，、。;；!！?？\n]+|\.(?=\s|$)/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

/** A name that is given for an answer: a few words that are nothing else, or the first of several things told. */
const nameIn = (said: Said): string | undefined => {
  const whole = nameOnly(said);
  const alone = said.others.reduce((text, other) => text.replaceAll(other.text, ', '), said.text);
  const [first, ...rest] = clausesOf(alone.replaceAll(numberRun, ', '));
  if (whole !== undefined || first === undefined) return whole;
  const full = latinName.test(first) ? first.includes(' ') : hanName.test(first) && first.length <= 4;
  const isBeside = tellsMore(said) && (rest.length > 0 || first !== bare(said.text));
  return full && isBeside ? nameOnly({ ...said, text: first, isComplaint: false }) : undefined;
};

/** A number long enough to be called, whoever's it is. */
const numberRun = /\+?\p{Nd}[\p{Nd}\s().-]{5,}\p{Nd}/gu;
const tellsMore = (said: Said): boolean => holdsAnother(said) || said.text.search(numberRun) >= 0;

const nameOnly = ({ text, others, isComplaint }: Said): string | undefined => {
  const alone = others.reduce((rest, other) => rest.replaceAll(other.text, ' '), text);
  const name = bare(bare(alone).replace(leadIn, ''));
  const surname = family.exec(name)?.[1];
  if (surname !== undefined) return `${surname}先生/女士`;
  const isName = latinName.test(name) || hanName.test(name);
  return isName && !isComplaint && name.length <= 30 && !nameless.test(name) ? name : undefined;
};

const titled =
  /^\p{Script=Han}{1,3}(?:先生|女士|小姐|老师|大姐|大哥|阿姨|[姐哥叔姨])$|^(?:mr|mrs|ms|miss|dr)\.? \p{L}[\p{L}'’-]+$/iu;

/** A name that comes one question late, when the number was asked for, is still the name. */
export const lateName = (asked: DetailName, said: Said): string | undefined => {
  if (titled.test(bare(said.text))) return bare(said.text);
  if (isOnlyAnother(asked, said)) return undefined;
  const name =
    asked === 'phone' || asked === 'email' || asked === 'contactPreference' ? nameIn(said) : undefined;
  const isFull = name !== undefined && /^\p{L}+ \p{L}+$/u.test(name) && tellsMore(said);
  if (isFull && !timely.test(name) && !wayOrTime.test(name) && !placed.test(name)) return name;
  return name !== undefined && /^\p{Lu}|^\p{Script=Han}{2,4}$|先生|女士/u.test(name) ? name : undefined;
};

/** Whether a text is so short that a remedy named in it is what it says; English takes more letters. */
export const isBrief = (text: string): boolean => text.length <= (/\p{Script=Han}/u.test(text) ? 40 : 60);

const short = (text: string, most: number): string | undefined =>
  text !== '' && text.length <= most ? text : undefined;

const wayOrTime =
  /联系|微信|短信|邮件|打电话|别打|写信|寄信|[上下中]午[^，。]{0,4}(?:打|找我|方便|有空|都?行|都?可以)|夜班|白班|倒班|接电话[^，。]{0,2}(?:行|可以)|随时|在这(?:里|儿)(?:说|聊|回)|大声|耳背|听不(?:清|见)|上班|下班|[早中晚]上|白天|周末|工作日|点(?:以?后|以?前|之后|之前)|\b(?:text|whatsapp|wechat|telegram|qq|by (?:post|letter)|(?:sleep|work) (?:days|nights|shifts?)|e-?mail|call|ring|message|evenings?|mornings?|afternoons?|weekends?|weekdays|after|before|at work|hard of hearing|any ?time)\b/iu;

/** What somebody has not got is no way to reach them. */
const lacking =
  /\b(?:no|haven.?t got|(?:do not|don.?t) (?:have|use)) (?:an? |any )?(?:e-?mail|mobile|phone|whatsapp)|没有?(?:电话|手机|微信|邮箱)|不用微信/iu;

/** The name one goes by on a messenger: 微信吧，laoliu1975. */
const accountName = /^(?=.*[\d_])[a-z][\w-]{4,24}$/iu;

/** The parts of a text that say how and when somebody wishes to be reached, without the numbers among them. */
export const preferenceIn = (text: string, numbers: readonly string[]): string | undefined => {
  const bareText = numbers.reduce((rest, number) => rest.replaceAll(number, ' '), text);
  const parts = clausesOf(bareText).filter(
    (clause, index, all) =>
      (wayOrTime.test(clause) && !lacking.test(clause)) ||
      (accountName.test(clause) && wayOrTime.test(all[index - 1] ?? '')),
  );
  const words = parts.map((part) =>
    part.replaceAll(/\s+/g, ' ').replace(/ on(?= but| after| before|$)|[:：\s]+$/, ''),
  );
  return words.length === 0 ? undefined : short(words.join(/\p{Script=Han}/u.test(text) ? '，' : ', '), 80);
};

/** Words in which somebody who was asked says what they would like, though no known remedy is named. */
const wishful =
  /希望|重新(?:送|发|寄|补)(?:一|个|给|过)|(?:你们|商家|店里|公司)[^，。]{0,6}(?:得|要|该|应该|必须)(?:出|赔|付|退|换|给|道歉)|(?:要|得|必须|应该)(?:下架|退|换|赔|查处|整改|道歉|给个说法)|^(?:那|就|还是)?(?:给我|帮我)?(?:换|退|修|赔)(?:一个|一台|一件|货|款|钱)?了?吧|都退|(?:能|给我)[^，。]{1,12}就(?:行|好|可以)|别再[^，。]{0,4}(?:害|骗|卖|给)|\b(?:i|we)(?:'d| would|’d| should)? (?:just |only |simply |really |still |now )*(?:want|like|rather|prefer)\b|\bwe.?d rather\b|^(?:just|only|simply) [^.]{1,40}\bback\b|^a (?:new|working|proper|different) [^.]{2,60}/iu;

/** Who takes it back in the same breath, or must first ask somebody, has not said yet what they want. */
const undecided =
  /\b(?:hang on|hold on|let me (?:ask|think|check|see)|not decided|(?:have to|need to|must) (?:ask|think))\b|(?:再|先)?(?:想想|考虑(?:一下)?|商量(?:一下)?)(?:再说|吧)?[。.!！]*$|(?:问问|问一下)(?:家里|老婆|老公|我\p{Script=Han}{1,3})/iu;

/** What has happened is no wish, though it comes where a wish was asked for. */
const happened =
  /^(?:已经|刚刚?|后来|当时|之前|目前|现在|从)|^(?:it|they|he|she)\b|^(?:i|we)(?:.ve)? (?!(?:\w+ly|just|only|really|still|do|did|would|also|want|need|expect|hope|like|wish|demand|ask|request|prefer|think|suppose|guess|believe|can|could|must|should|will|have to)\b)|^(?:already|since)\b/iu;

/** What is, or is called, tells of the matter: 车牌尾号是 7K3, "The broadband is the urgent one". */
const describes =
  /^(?!.*[要想让别给该请求能]|.*(?:就好|好好|[就才也]行))[^，。]{1,10}(?:是|姓|叫|好像)|^(?!.*\b(?:should|must|want|need|all i)\b)(?:the|my|our|his|her) (?:[\w-]+ ){1,3}?(?:is|was|are|were|has|had)\b|^(?:the|at|in) [^,.]{2,40}\b(?:place|branch|shop|store|road|street)\p{P}*$/iu;

/** A sum, an hour or a day and nothing else is no wish, a sum no day and no place. */
const onlySum =
  /^\p{P}*(?:[£$€¥￥]\s?[\p{Nd}.,]+|[\p{Nd}.,]+\s?(?:块|元|万|镑|quid|pounds|dollars|euros?)|[一二两三四五六七八九十百千万几]+(?:多|来)?(?:块|元)钱?)\p{P}*$/iu;
const onlyTime =
  /^(?:上午|下午|晚上|早上|中午)?[一二三四五六七八九十两\p{Nd}]{1,3}点(?:多|半|左右|钟)*\p{P}*$|^(?:the )?\p{Nd}{1,2}(?:st|nd|rd|th)(?: (?:to|and|-|till|until) (?:the )?\p{Nd}{1,2}(?:st|nd|rd|th))?\p{P}*$/iu;

/** A wish told in an answer of ours, whatever had been asked. */
export const wishIn = (text: string): string | undefined => {
  if (isUndecided(text)) return undefined;
  const sentences = text
    .split(/(?<=[.!?。！？])\s*/u)
    .filter((one) => wishful.test(one) && !wayOrTime.test(one));
  return short(sentences.join(' ').trim(), 120);
};

/** Whether somebody says that they must still think, or ask, about what they want. */
export const isUndecided = (text: string): boolean => undecided.test(text);

/** Longer words of complaint in which no wish stands tell more of what happened. */
const longestBareWish = 80;

const asWish =
  /吧|[就也都]行|就好|即可|可以|最好|(?:别|不要|勿)(?:再|给我)*打|\b(?:only|please|prefer|best|better|if (?:you can|possible)|(?:do not|don.?t) (?:call|ring|phone))\b/iu;

/** Whether a text begins with how or when to be reached; in words of complaint it must ask for it. */
export const startsWithWay = (text: string, isComplaint: boolean): boolean =>
  wayOrTime.test(clausesOf(text)[0] ?? '') && (!isComplaint || asWish.test(text));

/** When or how one wishes to be reached, told where a number was asked for. */
export const latePreference = (asked: DetailName, { text, isComplaint, others }: Said): string | undefined =>
  (asked === 'phone' || asked === 'email') && (!isComplaint || asWish.test(text)) && wayOrTime.test(text)
    ? preferenceIn(
        text,
        others.map((one) => one.text),
      )
    : undefined;

const orderIn = (text: string): string | undefined => {
  const token = /[A-Za-z0-9][A-Za-z0-9-]{3,31}/g;
  return (
    text
      .normalize('NFKC')
      .match(token)
      ?.find((one) => /\d/.test(one)) ?? (/\p{Nd}/u.test(text) ? text : undefined)
  );
};

/** Whether nothing is said but what another question would have asked for. */
const isOnlyAnother = (asked: DetailName, { text, found }: Said): boolean =>
  [
    found.when,
    found.order,
    found.phone,
    found.email,
    found.name,
    asked === 'wanted' ? found.where : undefined,
  ].some((value) => value !== undefined && bare(value) === bare(text));

/** A yes or a word of relief tells no way and no time. */
const nods = /^(?:yes|yeah|yep|ok|okay|sure|fine|finally|对|是的?|好的?|行|嗯)\b|^(?:对|是的?|好的?|行|嗯)/iu;

/** The part that names the thing, where another tells the day: 加湿器，上周买的. */
const thingIn = ({ text, found }: Said): string => {
  const { when } = found;
  if (when === undefined) return text;
  return clausesOf(text).find((clause) => !clause.includes(when)) ?? '';
};

/** Named with the day it was bought, a thing is told of, and nothing complained: "Oak Harbour three-seater, bought 12 September". */
const isBought = ({ text }: Said): boolean =>
  /^[^,.]{3,40}, ?(?:which (?:i|we) |(?:i|we) )?(?:bought|ordered|purchased)\b[^,.]{0,40}[.!]?$/iu.test(text);

/** The part that tells the place, where more is said: "I think it was the Ludlow branch, though I do most by post". */
const placeIn = (text: string): string | undefined =>
  short(
    (
      clausesOf(text).find(
        (clause) => placed.test(clause) && !happened.test(clause.replace(supposing, '')),
      ) ?? ''
    ).replace(supposing, ''),
    60,
  );
const supposing =
  /^(?:(?:i think|i believe|probably|maybe) )?(?:(?:it|that)(?:.s| is| was) )?(?:probably )?/iu;

/** A number that is said to be an order's is nobody's telephone. */
const isOfOrder = (text: string): boolean =>
  /订单|单号|合同|\b(?:order|booking|invoice)\b/iu.test(text) &&
  !/电话|手机|\b(?:phone|mobile|call|text|ring)\b/iu.test(text);

/** Another detail stands in it: 京东买的，九月头上. */
const holdsAnother = ({ found }: Said): boolean =>
  found.name !== undefined ||
  found.when !== undefined ||
  found.order !== undefined ||
  found.phone !== undefined ||
  found.email !== undefined;

/**
 * What an answer says of the detail it was asked for, where the rules found none in it: the whole answer when it can be
 * nothing else, undefined when it speaks of something else. Asked for the day, "a camera lens" is no day.
 *
 * @clause IN-5 words that answer another question are not put under this one
 */
export const answerTo = (asked: DetailName, said: Said): string | undefined => {
  const { text, found, isAside, isComplaint, wants } = said;
  if (asked === 'narrative') return text;
  if (isOnlyAnother(asked, said)) return undefined;
  if ((asked === 'when' || asked === 'where' || asked === 'subject') && onlySum.test(text)) return undefined;
  if (asked === 'wanted' && onlyTime.test(text)) return undefined;
  if (asked === 'name') return nameIn(said);
  if (isAside) return undefined;
  const isWish = wants.length > 0 && isBrief(text);
  switch (asked) {
    case 'wanted':
      if (undecided.test(text)) return undefined;
      if (wants.length === 0 && isComplaint && text.length > longestBareWish && !wishful.test(text))
        return undefined;
      if (
        wants.length === 0 &&
        (happened.test(text) || describes.test(text) || /[?？]/.test(text)) &&
        !wishful.test(text)
      )
        return undefined;
      return wants.length > 0 || !holdsAnother(said) ? short(text, 200) : undefined;
    case 'when':
      return !isWish && found.order === undefined && timely.test(text) ? short(text, 40) : undefined;
    case 'where':
      return !isWish &&
        !happened.test(text) &&
        (placed.test(text) || !(telling.test(text) || holdsAnother(said)))
        ? (short(text, 60) ?? placeIn(text))
        : undefined;
    case 'subject':
      return !isWish && (!isComplaint || isBought(said)) && !telling.test(text)
        ? short(thingIn(said), 60)
        : undefined;
    case 'order':
      return isWish ? undefined : orderIn(text);
    case 'contactPreference':
      if (
        !wayOrTime.test(text) &&
        (nods.test(text) || (found.phone !== undefined && !/[打加用]/u.test(text)))
      )
        return undefined;
      return isComplaint ? undefined : short(text, 80);
    case 'phone':
      return isOfOrder(text) ? undefined : /\+?\p{Nd}[\p{Nd}\s().-]{5,}\p{Nd}/u.exec(text)?.[0];
    case 'email':
      return undefined;
  }
};
