import type { View } from './normalise.ts';
import type { NumberFound } from './numbers.ts';

/** A count of people or households who are affected or complain together. */
export interface Headcount {
  readonly unit: 'people' | 'households';
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const households =
  /^(?:多|来|余|几| ?\+)?(?:户|家(?:业主|住户|人(?!来|都不))|个(?:家庭|住户人家)| (?:\w+ ){0,2}(?:households?|families|homes|homeowners?|flats|apartments|units)\b)/;
const groupNoun =
  '(?:业主|住户|邻居|居民|家长|学生|孩子|小朋友|客户|顾客|消费者|买家|用户|同事|员工|乘客|旅客|受害者|受害人|群友|车主|租户|租客|投资人|投资者|储户|会员|学员|老人|病人|患者|网友|投诉人|村民|商户|老乡|同学|室友|人(?:受害|中招|联名|集体|投诉|被骗|被坑|上当|维权|拉肚子|中毒|住院|签名|签字|不满|有同样|遇到|受影响|受伤|过敏|都|一起|没收到|没拿到|骨折|进高压氧|进医院|送医|挂水|输液|急诊|坐(?:到|在)|在登机口|在机场|在门口|在前台|被困|被|挤|全|没水|没电|没热水|白跑|等了|等到|排了|,今天全|,全|,都))';
const people = new RegExp(`^(?:多|来|余|几| ?\\+)?(?:个|位|名|多个|多位|多名)?${groupNoun}`);
const peopleEn =
  /^(?:[ -]odd)? ?\+?(?: (?:other|more|of|angry|fellow|unhappy|local|different|loyal|affected|the|us|my|our|paying|elderly|stranded)){0,3} (?:people|persons|passengers|customers|residents|owners|tenants|users|guests|students|parents|neighbou?rs|employees|members|buyers|investors|clients|victims|kids|children|patients|diners|travell?ers|shoppers|policyholders|account holders|complainants|drivers|pensioners|us\b)(?! (?:in front|ahead|reps?|agents?|working|behind the|have (?:seen|watched|liked)|saw|came for|told me))/;
const family = /^口/;
const ofUs = /^ of us\b/;
const weBefore =
  /(?:我们|咱们|咱|俺们|大家|全家|全班|全团|全公司|全车|一共|总共|共|涉及|影响(?:了|到)?|已有|有|集体|联合|还有|至少|超过|拼团的|一起的|召集了?|建了个)(?:这|这边|这里|全家|小区|公司|群里|这栋楼|一起|一共|总共|大概|差不多|将近|已经|有|是|了|的|整整|近|班|团队|部门)*$/;
const bareAfter = /^(?:多|来|余|几)?(?:个|位|名|口)?人(?![民均家士才事品工参行次])/;
const fewOnly =
  /^(?:several|(?:a )?(?:few|couple)(?: of)?|(?:好?几|数)[十百千万]?|dozens|hundreds|thousands)$/;
/** 我们仨; 撞了三个人. */
const together = /(?:我们|咱们|俺们)$/;
const struck = /(?:撞|砸|伤|烫|电|困|毒|摔|夹|淹|骗|坑|伤到|倒)(?:了|到|倒|伤|住)?$/;
const alone = /(?:第|每|打死|连|等|前面|排队)$/;

/** 最近十个投诉人的姓名; the names of ten customers: what is asked for of others counts nobody. */
const othersData = /^(?:个|位|名)?[一-鿿]{1,5}的(?:姓名|名字|名单|电话|手机|地址|住址|资料|信息|隐私)/;
const dataOf = /(?:names|numbers|details|addresses|data) .{0,30}$/;

const unitAt = (text: string, number: NumberFound): Headcount['unit'] | null => {
  const rest = text.slice(number.end, number.end + 60);
  const before = text.slice(Math.max(0, number.start - 14), number.start);
  if (alone.test(before) || !Number.isInteger(number.value) || number.value < 1) return null;
  if (fewOnly.test(text.slice(number.start, number.end))) return null;
  if (households.test(rest)) return 'households';
  if (
    /(?:told|explained|spoke|spoken|to|asked) (?:it |this )?(?:to |with )?$/.test(before) ||
    /^(?:多|来|余|几)?个?(?:邻居|人)在场/.test(rest)
  )
    return null;
  if (othersData.test(rest) || dataOf.test(text.slice(Math.max(0, number.start - 50), number.start)))
    return null;
  if (people.test(rest) || peopleEn.test(rest)) return 'people';
  if (/^[仨俩]$/.test(text.slice(number.start, number.end)) && together.test(before)) return 'people';
  if (/^个人/.test(rest) && struck.test(before)) return 'people';
  if (family.test(rest) && /一家(?:老小)?$/.test(before)) return 'people';
  if (ofUs.test(rest) && !/(?:one|both|all) ?$/.test(text.slice(number.start, number.end))) return 'people';
  if (bareAfter.test(rest) && weBefore.test(before)) return 'people';
  return /(?:group|party|team|family|class|coach|bus) of (?:about |over |around |nearly )?$/.test(
    text.slice(Math.max(0, number.start - 30), number.start),
  ) &&
    number.value > 2 &&
    !/^ (?:the|day|hour|month)/.test(rest)
    ? 'people'
    : null;
};

/** Counts of people and households in a text; those of another kind (times, staff, metres) are left out. */
export const findHeadcounts = (view: View, numbers: readonly NumberFound[]): Headcount[] => {
  const out: Headcount[] = [];
  for (const number of numbers) {
    const unit = unitAt(view.text, number);
    if (unit && !(number.value === 1))
      out.push({ unit, value: Math.round(number.value), start: number.start, end: number.end });
  }
  return out;
};
