import type { View } from './normalise.ts';
import type { NumberFound } from './numbers.ts';

/** A count of people or households who are affected or complain together. */
export interface Headcount {
  readonly unit: 'people' | 'households';
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const few = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3})';
/** Words between a number and who is counted. */
const described = `(?: (?:out|other|more|of|plus|angry|fellow|unhappy|local|different|loyal|affected|the|us|my|our|these|those|this|paying|elderly|stranded|young|small|frail|disabled|soaked|freezing|new|old|nearby|neighbou?ring|social|council|low-income|private|rented|whole|entire|separate|${few})){0,4}`;
const households = new RegExp(
  `^(?:多|来|余|几| ?\\+|[ -]odd)?(?:户|家(?:业主|住户|邻居|商户|商铺|店|铺子|门面|小店|摊位|餐馆|饭馆|人(?!来|都不))|个(?:家庭|住户人家)|${described} (?:households?|families|homes|homeowners?|flats|apartments|units|houses|dwellings|properties|bungalows)\\b)`,
);
const groupNoun =
  '(?:业主|住户|邻居|居民|家长|学生|孩子|小朋友|客户|顾客|消费者|买家|用户|同事|员工|乘客|旅客|受害者|受害人|群友|车主|租户|租客|投资人|投资者|储户|会员|学员|老人|病人|患者|网友|投诉人|村民|商户|老乡|同学|室友|工人|职工|教师|司机|骑手|民工|农民工|农户|商家|店主|摊主|女生|男生|姑娘|街坊|工友|队友|球迷|歌迷|观众|读者|考生|新生|毕业生|食客|客人|游客|团员|驴友|选手|跑者|跑友|股民|散户|持卡人|宝妈|家庭成员|老太太|老头|老年人|奶奶|爷爷|阿姨|大妈|大爷|叔叔|姐妹|兄弟|娃|号人|人(?:受害|中招|联名|集体|投诉|被骗|被坑|上当|维权|拉肚子|中毒|住院|签名|签字|不满|有同样|遇到|受影响|受伤|过敏|都|一起|没收到|没拿到|食物中毒|中暑|发烧|感染|晕|没拿|没领|没到|被拒|滞留|全部|集体|同时|先后|陆续|均|骨折|进高压氧|进医院|送医|挂水|输液|急诊|坐(?:到|在)|在登机口|在机场|在门口|在前台|被困|被|挤|全|没水|没电|没热水|白跑|等了|等到|排了|,今天全|,全|,都))';
/** 受害者有八十六位: those who are counted stand before the number. */
const countedBefore =
  /(?:业主|住户|邻居|家长|学生|孩子|客户|顾客|消费者|买家|用户|同事|员工|乘客|旅客|受害者|受害人|游客|工人|职工|车主|租户|租客|投资人|储户|会员|学员|患者|村民|商户|伤者|受伤的|中招的|被骗的|签名的|联名的|维权的)(?:我们)?(?:一共|总共|共|已经|就|加起来|目前|现在)?(?:有|达|超过|是|达到|来了|到了)?(?:了)?$/;
const people = new RegExp(`^(?:多|来|余|几| ?\\+)?(?:个|位|名|多个|多位|多名)?${groupNoun}`);
const peopleEn = new RegExp(
  `^(?:[ -]odd)? ?\\+?${described} (?:people|persons|passengers|customers|residents|owners|tenants|users|guests|students|parents|neighbou?rs|employees|members|buyers|investors|clients|victims|kids|children|patients|diners|travell?ers|shoppers|(?:season )?(?:ticket|card|pass|policy|account|share|lease|stall) ?holders|schoolchildren|schoolkids|teenagers|teens|individuals|folks?|retirees|siblings|relatives|in-laws|grandchildren|mums|moms|dads|bridesmaids|hikers|skiers|lodgers|veterans|farmers|complainants|drivers|pensioners|leaseholders|co-?workers|colleagues|classmates|housemates|roommates|flatmates|teammates|friends|workers|contractors|freelancers|sellers|traders|shopkeepers|runners|cyclists|commuters|holidaymakers|tourists|campers|fans|borrowers|savers|attendees|brides|players|swimmers|toddlers|babies|pupils|grandparents|women|ladies|girls|boys|seniors|of us|signatures|signatories|souls|us\\b)(?! (?:in front|ahead|reps?|agents?|working|behind the|have (?:seen|watched|liked)|saw|came for|told me|heard|filmed|witnessed|watched|stood and|laughed))`,
);
/** 整层12家都停了暖气: homes of one house or street. */
const homesTogether =
  /(?:[整全一本][层栋楼排片幢个条]{1,2}(?:楼|单元|街|巷|胡同|房子)?|我们(?:这|那)?(?:一)?(?:层|栋|楼|排|片|单元|楼上楼下|巷子?|村)|楼[上下]|隔壁)(?:的)?(?:一共|总共|共|有|就有|起码|至少|另外|那|这|另){0,2}$/;
const homesOnly = /^多?家(?![长人政具电庭])/;
/** Shops that one went to. */
const tried = /(?:跑|问|找|去|逛|看|换|比|走|打|试|开|对比|联系)(?:了|遍|过|遍了)?$/;
const family = /^口/;
const ofUs = /^ of us\b/;
const weBefore =
  /(?:我和[一-鿿]{1,5}|我们|咱们|咱|俺们|单位|学校|幼儿园|公司|[团队班群村厂]|姐妹|兄弟|寝室|宿舍|科室|办公室|车间|车上|船上|飞机上|大家|全家|全班|全团|全公司|全车|一共|总共|共|涉及|影响(?:了|到)?|已有|有|集体|联合|还有|至少|超过|拼团的|一起的|一行|召集了?|建了个)(?:这|这边|这里|全家|小区|公司|群里|这栋楼|一起|一共|总共|大概|差不多|将近|已经|有|是|了|的|整整|近|班|团队|部门|寝室|宿舍|科室|办公室|车间|组|家|店|姐妹|兄弟|几个|亲戚|同学|朋友)*$/;
const bareAfter = /^(?:多|来|余|几)?(?:个|位|名|口)?人(?![民均家士才事品工参行次])/;
const fewOnly =
  /^(?:several|(?:a )?(?:few|couple)(?: of)?|(?:好?几|数)[十百千万]?|dozens|hundreds|thousands)$/;
/** 我们仨; 撞了三个人. */
const together = /(?:我们|咱们|俺们)$/;
const struck = /(?:撞|砸|伤|烫|电|困|毒|摔|夹|淹|骗|坑|伤到|倒)(?:了|到|倒|伤|住)?$/;
const alone =
  /(?:第|周|星期|礼拜|当着[一-鿿]{0,6}|排着|后头|每|打死|连|等|前面|排队)$|(?:前面|前头|前边|排着|身后)(?:还|就|已经)?(?:有|是|排了?|坐了?)(?:大概|差不多|至少|整整)?$/;

/** What a tent, a table or a tariff is made for, and the children one has. */
const madeFor =
  /(?:seats?|(?:seats|chairs) for|sleeps?|fits?|holds?|tent for|room for|capacity (?:of|for)|serves?|feeds?|enough for|(?:i|we) (?:have|have got|'ve got)|i've|i've got|mother of|father of|mum of|mom of|dad of|raising|up to|max(?:imum)?(?: of)?|designed for|suitable for|meant for|recipe for|plan for|licen[cs]ed for|hired|employs?|between|next to|beside|opposite|(?:book|reserve|fit|seat|accommodate) [^.?!]{0,20}for) $/;
/** 能坐五个人, 够六个人吃 */
const madeForZh =
  /(?:能[坐睡住装]|可[坐睡住]|限|限载|核载|够|最多|不超过|每|供|适合|带着?|养着?|家里有|生了|雇了?|招了?)$/;
/** 夫妻俩带两个娃: four. */
const couple = /(?:夫妻|[老小]?两口子?)俩?(?:带着?|加上?|和|跟|领着?|抱着?)$/;
const little = /^个(?:娃|孩|孙|小|儿|女)/;
/** We were 22 in that minibus. */
const wereWe = /\bwe(?: are| were|'re) (?:about |over |nearly |only |all )?$/;

/** 最近十个投诉人的姓名; the names of ten customers: what is asked for of others counts nobody. */
const othersData = /^(?:个|位|名)?[一-鿿]{1,5}的(?:姓名|名字|名单|电话|手机|地址|住址|资料|信息|隐私)/;
const dataOf = /(?:names|numbers|details|addresses|data) .{0,30}$/;

interface Place {
  readonly number: NumberFound;
  readonly words: string;
  readonly before: string;
  readonly rest: string;
}

/** What looks like a count of those affected and is none. */
const isNoCount = ({ number, words, before, rest }: Place): boolean =>
  alone.test(before) ||
  /^[一二三四五六七八九]{2}/.test(words) ||
  number.value >= 500_000 ||
  fewOnly.test(words) ||
  /(?:told|explained|spoke|spoken|to|asked) (?:it |this )?(?:to |with )?$/.test(before) ||
  /(?:behind|ahead of me,?|(?:town|village|city|population|crowd|audience) of|statements? from|witnessed by) (?:about |over |some )?$/.test(
    before,
  ) ||
  /\b(?:it|that|this|which) (?:took|takes|needs|needed|would take) (?:about |at least )?$/.test(before) ||
  /^(?:多|来|余|几)?个?(?:邻居|人)在场/.test(rest) ||
  /^(?:多|来|余)?(?:个|名)?人(?:点|看|转|评|围观|浏览|关注|在看)/.test(rest) ||
  (/\byour (?:own |other )?$/.test(before) &&
    /^ (?:\w+ )?(?:drivers|workers|contractors|employees|players)\b/.test(rest)) ||
  wholeZh.test(rest) ||
  othersData.test(rest) ||
  dataOf.test(before);

/** 全班四十个孩子有十六个吃坏肚子, 一层六户，五户漏水: here too. */
const wholeZh =
  /^(?:[个名位](?!月)[一-鿿]{0,4},?(?:就|已经|其中)?有(?!一[个名位])[\d一二两三四五六七八九十百]{1,4}[个名位]|户(?:人家)?(?:里|中)?,?(?:就|已经|其中)?有?[\d一二两三四五六七八九十百]{1,4}户)/;
/** Five of the six units: the whole is not who suffers. */
const wholeOf = new RegExp(`\\b${few} (?:out )?of (?:the |our |my |these |those )?$`);
const groupOf =
  /(?:group|party|team|family|class|coach|bus|club|crew|couple|queue) of (?:about |over |around |nearly )?$/;
const village = /^(?:多|来|余)?人的(?:小区|村|厂|学校|公司|班|社区|宿舍|团|单位|镇|群)/;

/** 七个人有五个拉肚子 */
const suffers =
  /^[个位名](?:都|全|人)?(?:拉肚|中毒|住院|被|没|受|过敏|发烧|上吐|呕|进|感染|骨折|摔|晕|收不|吃坏|起疹|食物)/;

/** Ways to count people; each is enough. */
const peopleWays: readonly ((place: Place) => boolean)[] = [
  ({ rest }) => people.test(rest) || peopleEn.test(rest) || village.test(rest),
  ({ before, rest }) =>
    /^(?:多|来|余)?(?:个|名|位|号)?(?:人|[位名个](?=[,。;!]|$))/.test(rest) && countedBefore.test(before),
  ({ before, rest }) =>
    /人(?:一共|总共|共)?$/.test(before) && /^(?:多|来|余)?[个位名](?:人|[,。等全都被])/.test(rest),
  ({ before, rest }) =>
    /(?:人|里|中|当中|里面|孩子|学生|同学|员工|乘客|工友)(?:就|已经)?有$/.test(before) && suffers.test(rest),
  ({ before, rest, number }) =>
    number.value > 2 &&
    wereWe.test(before) &&
    /^(?:,|\.|$| (?:in|on|at|adults|altogether|in total)\b)/.test(rest),
  ({ before, rest }) =>
    /[我咱俺]们$/.test(before) && /^个(?:合租|一起|都|全|同|姐妹|兄弟|老|女|男|大|被|在|[,。]|$)/.test(rest),
  ({ rest }) => /^ staff (?:haven't|have not|are still|were|have gone|without|had)\b/.test(rest),
  ({ before, words }) => /^[仨俩]$/.test(words) && together.test(before),
  ({ before, rest }) => /^个人/.test(rest) && struck.test(before),
  ({ before, rest }) => besidesMe.test(before) && /^ others\b|^个人(?!月)/.test(rest),
  ({ rest }) => /^口人(?:都|全|吃|被|住|挤|没|等)/.test(rest),
  ({ before, rest }) =>
    family.test(rest) &&
    /(?:[一全]家|家里|我们?家)(?:老小|老少|大小|上下|[两三四]代|一共|总共|共|就|有){0,2}$/.test(before),
  ({ rest, words }) =>
    ofUs.test(rest) &&
    !/^ of us (?:filmed|heard|saw|witnessed)/.test(rest) &&
    !/(?:one|both|all) ?$/.test(words),
  ({ before, rest }) => bareAfter.test(rest) && weBefore.test(before),
  ({ before, rest, number }) =>
    groupOf.test(before) &&
    !/\b(?:your|their) (?:\w+ )?\w+ of $/.test(before) &&
    number.value > 2 &&
    !(number.value >= 1950 && number.value <= 2040) &&
    !/^ (?:the|day|hour|month|developers?|engineers?|lawyers?|experts?|agents?|staff|managers?)/.test(rest),
];

const isHomes = ({ rest, before }: Place): boolean =>
  (households.test(rest) && !(/^多?家[^人]/.test(rest) && tried.test(before))) ||
  (homesOnly.test(rest) && homesTogether.test(before));

const unitAt = (text: string, number: NumberFound): Headcount['unit'] | null => {
  if (!Number.isInteger(number.value) || number.value < 1) return null;
  const place = {
    number,
    words: text.slice(number.start, number.end),
    before: text.slice(Math.max(0, number.start - 50), number.start),
    rest: text.slice(number.end, number.end + 60),
  };
  if (isNoCount(place) || wholeOf.test(place.before)) return null;
  if (isHomes(place)) return 'households';
  if (couple.test(place.before) && little.test(place.rest)) return 'people';
  if (madeFor.test(place.before) || madeForZh.test(place.before)) return null;
  return peopleWays.some((way) => way(place)) ? 'people' : null;
};

/** Me and eleven others are twelve; 我和另外三个同事 are four. */
const besidesMe =
  /(?:\b(?:me|i|myself) (?:and|plus|with|along with|together with) (?:my |the )?(?:other )?|我(?:和|跟|与|加上)(?:另外|其他|其余|剩下)?的?)$/;
/** Three neighbours and I */
const andTheirs = /\bmy \w+ and (?:her|his) (?:\w+ )?$/;
const andMe = /^ (?:\w+ ){1,2}and (?:i|me|myself)\b/;
const withMe = (text: string, { start, end }: NumberFound): boolean =>
  (besidesMe.test(text.slice(Math.max(0, start - 30), start)) && !/^ of\b/.test(text.slice(end, end + 4))) ||
  andTheirs.test(text.slice(Math.max(0, start - 30), start)) ||
  andMe.test(text.slice(end, end + 40));
/** Me, my husband and four kids */
const kin =
  '(?:husband|wife|partner|mum|mom|dad|mother|father|sister|brother|son|daughter|friend|boyfriend|girlfriend)';
const besidesUs = new RegExp(
  `\\b(?:(?:me|i|myself|us),? (?:and )?my ${kin},? (?:and|plus)|my ${kin} and (?:i|me),? (?:and|plus|with)) (?:my |our |the )?$`,
);

const besides = (text: string, number: NumberFound): number =>
  besidesUs.test(text.slice(Math.max(0, number.start - 40), number.start)) ||
  couple.test(text.slice(Math.max(0, number.start - 8), number.start))
    ? 2
    : withMe(text, number)
      ? 1
      : 0;

/** Counts of people and households in a text; those of another kind (times, staff, metres) are left out. */
export const findHeadcounts = (view: View, numbers: readonly NumberFound[]): Headcount[] => {
  const out: Headcount[] = [];
  for (const number of numbers) {
    const unit = unitAt(view.text, number);
    const value = number.value + (unit === 'people' ? besides(view.text, number) : 0);
    if (unit && value !== 1) out.push({ unit, value, start: number.start, end: number.end });
  }
  return out;
};
