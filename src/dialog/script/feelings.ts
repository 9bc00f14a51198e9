import type { FactEvidence, Facts } from '../../policy/facts.ts';
import { feelingsEn } from './feelings.en.ts';
import { feelingsZh } from './feelings.zh-CN.ts';
import { speaker } from './say.ts';

type FeelingsKey = keyof typeof feelingsZh;

/** First words to a complaint: the feeling, then the apology for the experience (DI-1, S1.2, S2.2). */
export const feelings = speaker<FeelingsKey>({ 'zh-CN': feelingsZh, en: feelingsEn });

const isKey = (type: string): type is FeelingsKey => Object.hasOwn(feelingsZh, type);

const goods =
  /快递|快件|包裹|物流|货|运单|配送|派送|派件|取件|收件|签收|驿站|外卖|骑手|送餐|邮[寄件递]|(?:parcel|package|courier|deliver|ship(?:ped|ping|ment)|tracking|postal|dispatch|(?:my|the) (?:post|mail|goods|items?)\b)/iu;
const journey =
  /航班|飞机|机票|登机|改签|高铁|火车|动车|列车|车次|地铁|公交|大巴|网约车|打车|出租车|轮渡|行李|\b(?:flights?|plane|airlines?|airport|boarding|trains?|railway|station|bus|coach|taxi|cab|ride|ferry|luggage|baggage|journey|trip)\b/iu;

/** Whether words speak of goods on their way. Whoever waits for a flight, a train or a ride has no parcel to worry about. */
const meansGoods = (words: string): boolean => goods.test(words) && !journey.test(words);

const relatives =
  '(?:husband|wife|partner|mother|father|mum|mom|dad|son|daughter|brother|sister|grandmother|grandfather|gran|nan|grandad|aunt|uncle)';
const bereaved = new RegExp(
  `\\b${relatives} (?:(?:has|had|sadly|recently|just|suddenly) )*(?:died|passed away)\\b|\\b(?:death|loss) of my (?:late )?${relatives}\\b|\\bmy late ${relatives}\\b|(?:老公|老婆|丈夫|妻子|老伴|爱人|母亲|父亲|妈妈?|爸爸?|爷爷|奶奶|外公|外婆|儿子|女儿|家人|亲人|老人)[^，。]{0,6}(?:去世|过世|病故|离世|不在了|走了(?=[，。]))`,
  'iu',
);

/**
 * The line that fits what was told: fear before grief, grief before anger, anger before weariness, then the type of complaint.
 * A type without words to show for it is a guess: speaking of it would put something into the complainant's mouth.
 */
export const feelingOf = (facts: Facts, evidence: FactEvidence, words: string): FeelingsKey => {
  if (facts.safety > 0) return 'worried';
  if (bereaved.test(words)) return 'bereaved';
  if (facts.emotion === 'angry') return 'angry';
  if (facts.repeat) return 'again';
  if (!isKey(facts.type) || evidence.type === undefined) return 'other';
  return facts.type === 'logistics' && meansGoods(words) ? 'delivery' : facts.type;
};
