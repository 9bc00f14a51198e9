import type { Locale } from '../terms.ts';
import type { FactName } from './facts.ts';

const words: Readonly<Record<FactName, Readonly<Record<Locale, string>>>> = {
  media: { 'zh-CN': '可能被媒体曝光', en: 'media exposure threatened' },
  published: { 'zh-CN': '已经公开', en: 'already public' },
  reputation: { 'zh-CN': '可能严重损害声誉', en: 'serious harm to reputation possible' },
  legal: { 'zh-CN': '可能诉诸法律', en: 'legal action threatened' },
  groupSuit: { 'zh-CN': '可能集体诉讼', en: 'a joint suit spoken of' },
  regulator: { 'zh-CN': '可能向主管部门或消费者组织投诉', en: 'a regulator or consumer body named' },
  regulatorActs: { 'zh-CN': '主管部门已介入', en: 'a regulator has taken it up' },
  safety: { 'zh-CN': '涉及人身安全', en: 'danger to life or health' },
  people: { 'zh-CN': '涉及人数', en: 'people affected' },
  households: { 'zh-CN': '涉及户数', en: 'households affected' },
  collective: { 'zh-CN': '集体投诉', en: 'a joint complaint' },
  demonstration: { 'zh-CN': '聚集、示威', en: 'a demonstration' },
  repeat: { 'zh-CN': '此前投诉过', en: 'complained of before' },
  bribe: { 'zh-CN': '疑似收受好处', en: 'a bribe suspected' },
  deceit: { 'zh-CN': '疑似欺骗、隐瞒', en: 'deceit or concealment' },
  leak: { 'zh-CN': '个人信息泄露', en: 'personal data leaked' },
  retaliation: { 'zh-CN': '疑似打击报复', en: 'signs of retaliation' },
  vulnerable: { 'zh-CN': '涉及老幼病孕残', en: 'a vulnerable person affected' },
  passedDown: { 'zh-CN': '由上级或厂家转来', en: 'passed down to us from above' },
  supplier: { 'zh-CN': '原因涉及其他公司或供应商', en: 'another company or supplier involved' },
  wantsHigher: { 'zh-CN': '要求上级处理', en: 'asks to go higher' },
  emotion: { 'zh-CN': '情绪', en: 'mood' },
  wants: { 'zh-CN': '诉求', en: 'remedy wanted' },
  amountMinor: { 'zh-CN': '争议金额', en: 'amount in dispute' },
  sameComplainants: { 'zh-CN': '不同投诉人反映同一问题', en: 'the same from different complainants' },
  repeatsAfterHandling: { 'zh-CN': '处理后同一问题再次投诉', en: 'the same problem again after handling' },
  unresolvedDays: { 'zh-CN': '因我方原因逾期未解决', en: 'unresolved for our own reasons' },
  reopenings: { 'zh-CN': '重新开启', en: 'reopened' },
  departments: { 'zh-CN': '需多个部门配合', en: 'several departments needed' },
  type: { 'zh-CN': '无特别情形', en: 'nothing special' },
  complainantKind: { 'zh-CN': '投诉人类别', en: 'kind of complainant' },
};

/** A fact as people read it, for reasons whose words do not stand in the text. */
export const factWords = (fact: FactName, locale: Locale): string => words[fact][locale];
