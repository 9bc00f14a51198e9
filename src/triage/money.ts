import type { Money } from '../terms.ts';
import type { View } from './normalise.ts';
import type { NumberFound } from './numbers.ts';
import type { Found } from './understanding.ts';

const signs: readonly (readonly [RegExp, string])[] = [
  [/(?:hk\$|hkd|港币|港元) ?$/, 'HKD'],
  [/(?:a\$|au\$|aud) ?$/, 'AUD'],
  [/(?:c\$|ca\$|cad) ?$/, 'CAD'],
  [/(?:nt\$|twd|台币) ?$/, 'TWD'],
  [/(?:s\$|sgd) ?$/, 'SGD'],
  [/(?:us\$|\$|usd|美元|美金) ?$/, 'USD'],
  [/(?:£|gbp) ?$/, 'GBP'],
  [/(?:€|eur) ?$/, 'EUR'],
  [/(?:₹|inr|\brs\.?) ?$/, 'INR'],
  [/(?:¥|rmb|cny|人民币) ?[::]? ?$/, 'CNY'],
];
const names: readonly (readonly [RegExp, string])[] = [
  [/^ ?(?:港币|港元|hkd\b|hong kong dollars?)/, 'HKD'],
  [/^ ?(?:新台币|台币|twd\b)/, 'TWD'],
  [/^ ?(?:日元|日币|yen\b|jpy\b)/, 'JPY'],
  [/^ ?(?:欧元|欧(?!洲|美|式)|euros?\b|eur\b|€)/, 'EUR'],
  [/^ ?(?:英镑|镑|pounds?\b(?! of)|quid\b|gbp\b|£)/, 'GBP'],
  [/^ ?(?:美元|美金|刀(?![片具])|(?:us )?dollars?\b|bucks?\b|usd\b|us\$|\$)/, 'USD'],
  [/^ ?(?:rupees?\b|inr\b)/, 'INR'],
  [/^ ?(?:aud\b|australian dollars?)/, 'AUD'],
  [/^ ?(?:cad\b|canadian dollars?)/, 'CAD'],
  [
    /^ ?(?:元(?![旦素宝气件器老])|块钱|块(?![儿屏石表电地肉砖板玻布皮漆蛋巧糖豆面木铁腕手抹])|人民币|rmb|cny\b|yuan\b|大洋|大元)/,
    'CNY',
  ],
];
const more = /^(?:多|来|余|几| odd|-odd| or so)/;

const spending =
  /(?:赔偿?|花了?|交了?|付了?|亏了?|扣了?|收了?|退了?|退还|返还|补|要价|欠|损失了?|值|卖|贷款?|充了?|转了?|押金|定金|订金|首付|预付款?|损失|多收|费用?|总价|罚款?|报价|打款|骗了?|盗刷了?|刷了?|氪了?|转了?|打了?款|赔了?|一笔|少了|差价|开口就是|欠的?那?|房价|月薪|工资|每月|一个月|标价|原价|售价|变成了?|补交|氪金|投了?|借了?|存了?|取了?|挣|赚|收费|涨到|买的?)(?:我|我们|走|走了|了|是|共|大概|将近|差不多|近|大约|约|整整|得|给|至少|个|上){0,3}$/;
/** After these words even a small bare number is money: 收我28. */
const taking = /(?:收|扣|要|收了|扣了|要了|多收了?|多扣了?|少退了?|退|赔|给|转)我(?:们)?$/;
const spendingEn =
  /(?:cost(?:s|ing)?|paid|pay|paying|charged?|spent|lost|losing|owed?s?|refund(?:ed)?|worth|deposit of|fee of|bill (?:of|was|is)|out of|for over|scammed (?:me )?(?:out )?of|compensation of|price of|me back) (?:me |us |you |over |about |around |nearly |almost |a |up to |another |an extra |more than |the ){0,3}$/;

/** 好像我欠她八百万: a manner of speaking. */
const figurative = /(?:好像|像|跟|仿佛|似的).{0,4}欠了?.{0,4}$/;

const decimals = (currency: string): number => (currency === 'JPY' ? 1 : 100);

/** 五毛, 三块五, 12元5角: the part below the unit, and its length. */
const smallChange = (rest: string): { minor: number; length: number } => {
  const match =
    /^(?:([\d一二两三四五六七八九])(?:毛|角)(?:钱)?(?:([\d一二两三四五六七八九])分)?|([一二三四五六七八九\d])(?![\d%]|[.,]\d|(?!包邮|的|起|买|每|一[个件份斤月张瓶盒次])[一-鿿]))/.exec(
      rest,
    );
  if (!match) return { minor: 0, length: 0 };
  const digit = (text: string | undefined): number =>
    text ? '零一二三四五六七八九'.indexOf(text.replace('两', '二')) : 0;
  const value = (text: string | undefined): number =>
    text && /\d/.test(text) ? Number(text) : Math.max(0, digit(text));
  return { minor: value(match[1] ?? match[3]) * 10 + value(match[2]), length: match[0].length };
};

interface Priced {
  readonly money: Money;
  readonly start: number;
  readonly end: number;
}

const inMinor = (value: number, currency: string): Money => ({
  amountMinor: Math.round(value * decimals(currency)),
  currency,
});

const named = (text: string, number: NumberFound): Priced | null => {
  const fuzzy = more.exec(text.slice(number.end, number.end + 6))?.[0].length ?? 0;
  const scaled = /^万/.test(text.slice(number.end + fuzzy)) ? 1 : 0;
  const rest = text.slice(number.end + fuzzy + scaled, number.end + fuzzy + scaled + 24);
  const value = scaled ? number.value * 10000 : number.value;
  for (const [name, currency] of names) {
    const match = name.exec(rest);
    if (!match) continue;
    const change = currency === 'CNY' ? smallChange(rest.slice(match[0].length)) : { minor: 0, length: 0 };
    const base = inMinor(value, currency);
    const end = number.end + fuzzy + scaled + match[0].length + change.length;
    return { money: { ...base, amountMinor: base.amountMinor + change.minor }, start: number.start, end };
  }
  const cents = /^ ?(?:cents?\b|美分|p\b(?!\.?m)|pence\b|毛钱|毛(?![巾衣病孩]))/.exec(rest);
  if (!cents || number.value >= 100) return null;
  const [currency, size] = /毛/.test(cents[0])
    ? (['CNY', 10] as const)
    : /p/.test(cents[0])
      ? (['GBP', 1] as const)
      : (['USD', 1] as const);
  return {
    money: { amountMinor: Math.round(number.value * size), currency },
    start: number.start,
    end: number.end + cents[0].length,
  };
};

/** €12,50 and 1.234,56 euros: a comma before the cents. */
const continental = (text: string, number: NumberFound): Priced | null => {
  const match = /^(\d{1,3}(?:\.\d{3}){0,3}|\d{1,7}),(\d{2})(?![\d,])( ?(?:€|eur\b|euros?\b))?/.exec(
    text.slice(number.start, number.start + 24),
  );
  const sign = /(?:€|eur) ?$/.exec(text.slice(Math.max(0, number.start - 4), number.start));
  if (!match || (!sign && !match[3])) return null;
  const amountMinor = Number((match[1] ?? '').replaceAll('.', '')) * 100 + Number(match[2]);
  return {
    money: { amountMinor, currency: 'EUR' },
    start: number.start - (sign?.[0].length ?? 0),
    end: number.start + match[0].length,
  };
};

const signed = (text: string, number: NumberFound): Priced | null => {
  const before = text.slice(Math.max(0, number.start - 8), number.start);
  for (const [sign, currency] of signs) {
    const match = sign.exec(before);
    if (match)
      return {
        money: inMinor(number.value, currency),
        start: number.start - match[0].length,
        end: number.end,
      };
  }
  return null;
};

const bill =
  '(?:学费|押金|定金|货款?|手表|手机|电脑|车|包|课|沙发|首付|保费|礼金|酒|保证金|套餐|机票|房款|贷款)';
/** 一万三啊, 3000多的课: so much, or so plainly for a thing, that it can hardly be anything but money. */
const largeAlone = /^多?(?:$|[,.。!?;、\s]|[啊呢吧呀哪])/;
const forThing = new RegExp(`^多?的${bill}`);
const isPlainlyMoney = (value: number, words: string, rest: string): boolean =>
  value >= 50 && ((/万|w$/.test(words) && largeAlone.test(rest)) || forThing.test(rest));
const notMoney =
  /^ ?(?:[a-z](?![a-z])|[年月日号天周个次户人名位台件楼栋室米平分钟小点岁斤单条句遍张只双份期季度倍折页层集%％克升辆套款组顿回种级届度瓶盒箱包袋棵部把间所支首本]|am\b|pm\b|hours?|days?|weeks?|months?|years?|minutes?|mins?|times?|people|miles|km|kg|calls?|emails?|-|\/|:|th\b|st\b|nd\b|rd\b|stars?|points?|percent|gb|mb)/;

/** Money without its unit, after a word of paying: 赔我两万, 'cost me 3k'. Small bare numbers are left alone. */
const implied = (text: string, number: NumberFound): Priced | null => {
  const rest = text.slice(number.end, number.end + 10);
  const before = text.slice(Math.max(0, number.start - 40), number.start);
  const words = text.slice(number.start, number.end);
  const chinese = spending.test(before);
  if (notMoney.test(rest.replace(more, '')) || figurative.test(before)) return null;
  if (
    chinese &&
    (number.value >= 100 ||
      /[百千万亿]/.test(words) ||
      (number.value >= 2 && taking.test(before) && /^(?:[,.。!?;、\s]|$)/.test(rest)))
  ) {
    const scaled = /^(?:多|来|几)?万/.exec(rest);
    const value = scaled && !words.includes('万') ? number.value * 10000 : number.value;
    return { money: inMinor(value, 'CNY'), start: number.start, end: number.end + (scaled?.[0].length ?? 0) };
  }
  if (isPlainlyMoney(number.value, words, rest)) {
    return { money: inMinor(number.value, 'CNY'), start: number.start, end: number.end };
  }
  if (
    spendingEn.test(before) &&
    (/k$|grand|thousand|hundred/.test(words) || /^\d[\d,]*\.\d\d$/.test(words))
  ) {
    return { money: inMinor(number.value, 'USD'), start: number.start, end: number.end };
  }
  return null;
};

/**
 * Amounts of money in a text: with sign, with unit, or after a word of paying.
 * Minor units are exact for what people write; larger than a safe integer is left out.
 */
export const findAmounts = (view: View, numbers: readonly NumberFound[]): Found<Money>[] => {
  const out: Found<Money>[] = [];
  let from = 0;
  for (const number of numbers) {
    if (number.start < from) continue;
    const priced =
      continental(view.text, number) ??
      signed(view.text, number) ??
      named(view.text, number) ??
      implied(view.text, number);
    if (!priced || !Number.isSafeInteger(priced.money.amountMinor) || priced.money.amountMinor <= 0) continue;
    const [start, end] = [view.startOf(priced.start), view.endOf(priced.end)];
    out.push({ value: priced.money, text: view.source.slice(start, end), start, end });
    from = priced.end;
  }
  return out;
};
