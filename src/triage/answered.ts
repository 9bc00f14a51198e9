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

/** A name that is given for an answer: a few words that are nothing else. */
const nameIn = ({ text, others, isComplaint }: Said): string | undefined => {
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
  const name =
    asked === 'phone' || asked === 'email' || asked === 'contactPreference' ? nameIn(said) : undefined;
  return name !== undefined && /^\p{Lu}|^\p{Script=Han}{2,4}$|先生|女士/u.test(name) ? name : undefined;
};

const short = (text: string, most: number): string | undefined => (text.length <= most ? text : undefined);

const wayOrTime =
  /联系|微信|短信|邮件|打电话|别打|上班|下班|[早中晚]上|白天|周末|工作日|点(?:以?后|以?前|之后|之前)|\b(?:text|whatsapp|e-?mail|call|ring|message|evenings?|mornings?|afternoons?|weekends?|weekdays|after|before|at work)\b/iu;

const asWish = /吧|就行|就好|即可|可以|最好|\b(?:only|please|prefer|best|better)\b/iu;

/** When or how one wishes to be reached, told where a number was asked for. */
export const latePreference = (asked: DetailName, { text, isComplaint }: Said): string | undefined =>
  (asked === 'phone' || asked === 'email') && (!isComplaint || asWish.test(text)) && wayOrTime.test(text)
    ? short(text, 80)
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
const isOnlyAnother = ({ text, found }: Said): boolean =>
  [found.when, found.order, found.phone, found.email, found.name].some(
    (value) => value !== undefined && bare(value) === bare(text),
  );

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
  if (isOnlyAnother(said)) return undefined;
  if (asked === 'name') return nameIn(said);
  if (isAside) return undefined;
  const isWish = wants.length > 0 && text.length <= 40;
  switch (asked) {
    case 'wanted':
      return wants.length > 0 || !holdsAnother(said) ? short(text, 200) : undefined;
    case 'when':
      return !isWish && found.order === undefined && timely.test(text) ? short(text, 40) : undefined;
    case 'where':
      return !isWish && (placed.test(text) || !(telling.test(text) || holdsAnother(said)))
        ? short(text, 60)
        : undefined;
    case 'subject':
      return !isWish && !isComplaint && !telling.test(text) ? short(text, 60) : undefined;
    case 'order':
      return isWish ? undefined : orderIn(text);
    case 'contactPreference':
      return isComplaint ? undefined : short(text, 80);
    case 'phone':
      return /\+?\p{Nd}[\p{Nd}\s().-]{5,}\p{Nd}/u.exec(text)?.[0];
    case 'email':
      return undefined;
  }
};
