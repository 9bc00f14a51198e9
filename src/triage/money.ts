import type { Money } from '../terms.ts';
import { matches } from './matches.ts';
import { bareMoney, currencyHere, more } from './money-bare.ts';
import type { View } from './normalise.ts';
import { type NumberFound, readEnglishNumber } from './numbers.ts';
import type { Found } from './understanding.ts';

const signs: readonly (readonly [RegExp, string])[] = [
  [/(?:hk\$|hkd|港币|港元|港纸) ?$/, 'HKD'],
  [/(?:nz\$|nzd|新西兰元|纽币) ?$/, 'NZD'],
  [/(?:chf|sfr\.?|瑞郎|瑞士法郎) ?$/, 'CHF'],
  [/(?:aed|dhs?\.?|迪拉姆) ?$/, 'AED'],
  [/(?:₩|krw|韩币|韩元) ?$/, 'KRW'],
  [/(?:\brm|myr|马币|林吉特) ?$/, 'MYR'],
  [/(?:฿|thb|泰铢) ?$/, 'THB'],
  [/(?:(?<![a-z])a\$|au\$|aud|澳币|澳元) ?$/, 'AUD'],
  [/(?:(?<![a-z])c\$|ca\$|cad|加币|加元) ?$/, 'CAD'],
  [/(?:nt\$|ntd|twd|台币) ?$/, 'TWD'],
  [/(?:(?<![a-z])s\$|sgd|新币|新加坡元) ?$/, 'SGD'],
  [/(?:r\$|brl) ?$/, 'BRL'],
  [/(?:zł|pln) ?$/, 'PLN'],
  [/(?:₦|\bngn) ?$/, 'NGN'],
  [/\b(?:ksh|kes) ?$/, 'KES'],
  [/\bzar ?$/, 'ZAR'],
  [/(?:us\$|\$|usd|美元|美金) ?$/, 'USD'],
  [/(?:£|gbp|英镑) ?$/, 'GBP'],
  [/(?:€|eur|欧元) ?$/, 'EUR'],
  [/(?:jpy|日元|日币) ?$/, 'JPY'],
  [/(?:₹|inr|\brs\.?) ?$/, 'INR'],
  [/(?:¥|rmb|cny|人民币) ?[::]? ?$/, 'CNY'],
];
/** Where none of these stands, no sign does. */
const signEnd = /(?:[$£€¥₹₩฿₦ł.:：a-z]|[币元纸金民铢镑郎特姆]) ?$/;
const names: readonly (readonly [RegExp, string])[] = [
  [/^ ?(?:zł|zloty|pln\b)/, 'PLN'],
  [/^ ?(?:kr\b|kronor|sek\b)/, 'SEK'],
  [/^ ?(?:naira|ngn\b)/, 'NGN'],
  [/^ ?(?:rand\b|zar\b)/, 'ZAR'],
  [/^ ?(?:港币|港元|港纸|蚊(?![子虫香帐])|hkd\b|hong kong dollars?)/, 'HKD'],
  [/^ ?(?:新台币|台币|twd\b)/, 'TWD'],
  [/^ ?(?:日元|日币|yen\b|jpy\b)/, 'JPY'],
  [/^ ?(?:欧元|欧(?!洲|美|式)|euros?\b|eur\b|€)/, 'EUR'],
  [/^ ?(?:英镑|镑|pounds?\b(?! of| heavier| overweight)|quid\b|gbp\b|£)/, 'GBP'],
  [/^ ?(?:美元|美金|刀(?![片具])|(?:us )?dollars?\b|bucks?\b|usd\b|us\$|\$)/, 'USD'],
  [/^ ?(?:rupees?\b|inr\b)/, 'INR'],
  [/^ ?(?:chf\b|swiss francs?|francs?\b|瑞士法郎)/, 'CHF'],
  [/^ ?(?:nzd\b|new zealand dollars?)/, 'NZD'],
  [/^ ?(?:aed\b|dirhams?\b|迪拉姆)/, 'AED'],
  [/^ ?(?:krw\b|won(?!['’])\b|韩元|韩币)/, 'KRW'],
  [/^ ?(?:myr\b|ringgit\b|马币|林吉特)/, 'MYR'],
  [/^ ?(?:thb\b|baht\b|泰铢)/, 'THB'],
  [/^ ?(?:新币|新加坡元|sgd\b|singapore dollars?)/, 'SGD'],
  [/^ ?(?:aud\b|australian dollars?|澳币|澳元)/, 'AUD'],
  [/^ ?(?:cad\b|canadian dollars?|加币|加元)/, 'CAD'],
  [
    /^ ?(?:元(?![旦素宝气件器老])|圆(?![形圈满桌通滑规珠心柱润弧])|块钱|块(?![儿屏石表电地肉砖板玻布皮漆蛋巧糖豆面木铁腕手抹])|人民币|rmb|cny\b|yuan\b|大洋|大元|软妹币)/,
    'CNY',
  ],
];
const decimals = (currency: string): number => (currency === 'JPY' || currency === 'KRW' ? 1 : 100);

/** 五毛, 三块五, 12元5角: the part below the unit, and its length. */
const smallChange = (rest: string): { minor: number; length: number } => {
  const match =
    /^(?:([\d一二两三四五六七八九])(?:毛|角)(?:钱)?(?:([\d一二两三四五六七八九])(?:分|(?![一-鿿\d])))?|(\d)(?![\d%个人次天年点月号折件只张份楼层岁分毛位块]|[.,]\d)|([一二三四五六七八九])(?![\d%]|[.,]\d|(?!包邮|的|起|买|每|变|涨|降|改|成|到|就|还|也|都|不|是|要|给|钱|收|卖|我|你|他|了|吃|扣|退|一[个件份斤月张瓶盒次平吨度方米天年晚位人条双套间桌])[一-鿿]))/.exec(
      rest,
    );
  if (!match) return { minor: 0, length: 0 };
  const digit = (text: string | undefined): number =>
    text ? '零一二三四五六七八九'.indexOf(text.replace('两', '二')) : 0;
  const value = (text: string | undefined): number =>
    text && /\d/.test(text) ? Number(text) : Math.max(0, digit(text));
  return { minor: value(match[1] ?? match[3] ?? match[4]) * 10 + value(match[2]), length: match[0].length };
};

const tens = ['ten', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const inTens = tens.join('|');
/** 12 euro 50, five pounds fifty, £5 50p: what is said behind the unit, when it ends there. */
const centsBehind = new RegExp(
  `^ ?(?:(\\d{2})(?:p\\b)?|((?:${inTens})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))(?=$| ?[,.!?;)](?!\\d)| (?:back|for|each|extra|from|on|and|please|you|to|in|at|of|when|instead|per|a|but|which|i|we|they|it|so|not|is|was|the|he|she|late)\\b(?! (?:minutes|people|days)))`,
);
/** Two hundred dollars and sixty cents. */
const centsSaid = new RegExp(
  `^ ?(?:and )?((?:${inTens})(?:[ -][a-z]{3,5})?|\\d{1,2}|[a-z]{3,9}) (?:cents?|pence|p)\\b`,
);
const centsOf = (rest: string): { minor: number; length: number } => {
  const said = centsSaid.exec(rest);
  const value = said?.[1] === undefined ? 0 : Number(said[1]) || readEnglishNumber(said[1]);
  if (said && value > 0) return { minor: value, length: said[0].length };
  const match = centsBehind.exec(rest);
  const minor = match?.[1] ? Number(match[1]) : readEnglishNumber(match?.[2] ?? '');
  return { minor: match ? minor : 0, length: match?.[0].length ?? 0 };
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
  if (/[a-z]$/.test(text.slice(Math.max(0, number.start - 1), number.start))) return null;
  const fuzzy = more.exec(text.slice(number.end, number.end + 12))?.[0].length ?? 0;
  const scaled = /^万/.test(text.slice(number.end + fuzzy)) ? 1 : 0;
  const rest = text.slice(number.end + fuzzy + scaled, number.end + fuzzy + scaled + 40);
  const value = scaled ? number.value * 10000 : number.value;
  for (const [name, currency] of names) {
    const match = name.exec(rest);
    if (!match) continue;
    const behind = rest.slice(match[0].length);
    const change = currency === 'CNY' ? smallChange(behind) : centsOf(behind);
    const base = inMinor(value, currency);
    const end = number.end + fuzzy + scaled + match[0].length + change.length;
    return { money: { ...base, amountMinor: base.amountMinor + change.minor }, start: number.start, end };
  }
  const cents =
    /^ ?(?:cents?\b|美分|p\b(?!\.?m)|pence\b(?! piece| coin)|毛钱|毛(?![巾衣病孩])(?:(?!一[个件斤张瓶盒只])([一二三四五六七八九]))?)/.exec(
      rest,
    );
  if (!cents || number.value >= 100) return null;
  const [currency, size] = /毛/.test(cents[0])
    ? (['CNY', 10] as const)
    : /p/.test(cents[0])
      ? (['GBP', 1] as const)
      : (['USD', 1] as const);
  return {
    money: {
      amountMinor: Math.round(number.value * size) + '零一二三四五六七八九'.indexOf(cents[1] ?? '零'),
      currency,
    },
    start: number.start,
    end: number.end + cents[0].length,
  };
};

/** €12,50 and 1.234,56 euros: a comma before the cents, points between thousands. */
const continental = (text: string, number: NumberFound): Priced | null => {
  const match =
    /^(\d{1,3}(?:\.\d{3}){1,3}(?![,.]\d)|(?:\d{1,3}(?:\.\d{3}){0,3}|\d{1,7})(?=,\d{2}(?![\d,])))(?:,(\d{2}))?( ?(?:€|eur\b|euros?\b))?/.exec(
      text.slice(number.start, number.start + 24),
    );
  const sign = /(?:€|eur) ?$/.exec(text.slice(Math.max(0, number.start - 4), number.start));
  if (!match || (!sign && !match[3])) return null;
  const amountMinor = Number((match[1] ?? '').replaceAll('.', '')) * 100 + Number(match[2] ?? 0);
  return {
    money: { amountMinor, currency: 'EUR' },
    start: number.start - (sign?.[0].length ?? 0),
    end: number.start + match[0].length,
  };
};

const signed = (text: string, number: NumberFound): Priced | null => {
  const before = text.slice(Math.max(0, number.start - 8), number.start);
  if (/¥ ?$/.test(before) && /^ ?(?:yen|jpy|日元|日币|円)/.test(text.slice(number.end, number.end + 5)))
    return null;
  if (!signEnd.test(before)) return null;
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

/** 两三百块, 几千元 name no sum; 一分钱不退 is a manner of speaking; what weighs thirty pounds costs none. */
const isNoSum = (text: string, { start, end }: NumberFound): boolean =>
  text.slice(start, end) === '百八十' ||
  /^(?:好?几|数(?=[十百千万])|(?:hundreds|thousands|dozens)\b|[一二两三四五六七八九]{2}(?=[十百千万块元毛]))/.test(
    text.slice(start, start + 10),
  ) ||
  (/^块(?:儿|[吃去来走玩买住上坐投合做干过找报被订签拼租])/.test(text.slice(end, end + 2)) &&
    text.slice(start, end) === '一') ||
  (/块儿$/.test(text.slice(Math.max(0, start - 2), start)) && text.slice(start, end) === '八') ||
  (/(?:起鼓|空鼓|碎了?|裂了?|掉了?|翘了?|缺了?)$/.test(text.slice(Math.max(0, start - 3), start)) &&
    /^[多来]?块(?!钱)/.test(text.slice(end, end + 3))) ||
  (text[end] === '刀' && text.slice(start, end) === '一') ||
  (/^一?[毛分角]钱?(?:都|也|没|不)/.test(text.slice(end, end + 4)) && text.slice(start, end) === '一') ||
  /(?:feel|felt|looks?|looked) like $/.test(text.slice(Math.max(0, start - 12), start)) ||
  /\bweigh(?:s|ed|ing|t)?(?: is| of)?(?: (?:about|over|around|only|nearly))? $/.test(
    text.slice(Math.max(0, start - 24), start),
  );

/** They took R450 off my account: rand, where money is spoken of. */
const rand = (text: string, number: NumberFound): Priced | null =>
  /\b(?:paid|pay|charged?|took|taken|costs?|refund(?:ed)?|of|for|fee|owe|price|debited|extra|another)(?: me| us)? r$/.test(
    text.slice(Math.max(0, number.start - 24), number.start),
  ) && number.value >= 10
    ? { money: inMinor(number.value, 'ZAR'), start: number.start - 1, end: number.end }
    : null;

/** An extra pound, a dollar: one of them, where it is paid or taken. */
const single =
  /\b(?:charg(?:ed?|ing)|paid|pay|cost|took|taken|takes|owed?|refunded|fee of|tip|short by|for|short|adding|added) (?:me |us |my )?(?:\w+ )?(?:a|an|one)(?: (?:extra|additional|single|whole|measly|lousy|further))? (pound|dollar|euro|quid|buck)\b(?! (?:of|coin|sign|store|shop|tree|menu|per)\b|-)/g;

const singlesIn = ({ text }: View): Priced[] =>
  matches(text, single).map((match) => ({
    money: inMinor(1, /pound|quid/.test(match[1] ?? '') ? 'GBP' : match[1] === 'euro' ? 'EUR' : 'USD'),
    start: match.index + match[0].length - (match[1] ?? '').length,
    end: match.index + match[0].length,
  }));

/** The note itself: handed over a fifty, change for a twenty. */
const note =
  /\b(?:(?:gave|give|giving|handed|slipped) (?:him|her|them|over|the \w+|in|me|us)?|(?:paid|paying|pay) with|(?:change|back) (?:for|of|from|out of)|swallowed|ate|lost|keep|kept) ?(?:a|my|the|an?other) (?:crisp |crumpled |whole |full )?(five|ten|twenty|fifty|hundred|5|10|20|50|100)(?= ?[,.;!?)]|$| (?:and|but|for|to|from|in|on|back|note|bill|because|so|when|at|off|out|he|she|they|it|i|we|the|that|which|with|as|then)\b)/g;
const notesHanded = ({ text }: View): Priced[] =>
  matches(text, note).map((match) => ({
    money: inMinor(readEnglishNumber(match[1] ?? ''), currencyHere(text)),
    start: match.index + match[0].length - (match[1] ?? '').length,
    end: match.index + match[0].length,
  }));

const belowTwenty =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
/** Nine ninety-nine, twenty-four forty-nine: a price as it is said. */
const spoken = new RegExp(
  `(?<!\\bin |[-a-z])((?:(?:${inTens})[ -])?(?:${belowTwenty})|${inTens})[ -]((?:ninety|forty|seventy)[ -](?:nine|five)|ninety[ -]eight|(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]five)?(?= for (?:an? |one |the |some )(?:\\w+ )?(?:latte|coffee|tea|pint|beer|water|sandwich|coke|cup|slice|muffin|croissant|bottle|scone|toast|bagel|cookie|soda|juice|bun|loaf|stamp|cappuccino|espresso|ice)\\b))(?! ?(?:percent|%|years))\\b`,
  'g',
);
const spokenIn = ({ text }: View): Priced[] =>
  matches(text, spoken).map((match) => ({
    money: inMinor(
      readEnglishNumber(match[1] ?? '') + readEnglishNumber(match[2] ?? '') / 100,
      currencyHere(text),
    ),
    start: match.index,
    end: match.index + match[0].length,
  }));

const slang = /\b(?:(two|three) )?(fiver|tenner)s?\b/g;

/** A fiver, two tenners. */
const notesIn = ({ text }: View): Priced[] =>
  matches(text, slang).map((match) => ({
    money: inMinor(
      (match[2] === 'fiver' ? 5 : 10) * (match[1] === 'two' ? 2 : match[1] === 'three' ? 3 : 1),
      'GBP',
    ),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** 500 to 1000 dollars, 三到五万: the first has the unit of the second. */
const range = /^ ?(?:-|~|到|至|或|to|or) ?(?:[$£€¥] ?)?$/;

const shared = (text: string, number: NumberFound, next: NumberFound | undefined): Priced | null => {
  if (!next || !range.test(text.slice(number.end, next.start))) return null;
  const priced = signed(text, next) ?? named(text, next);
  if (!priced) return null;
  return { money: inMinor(number.value, priced.money.currency), start: number.start, end: number.end };
};

/** $20-30, £80 to 100: the second has the sign of the first. */
const upTo = (text: string, number: NumberFound, last: NumberFound | undefined): Priced | null => {
  if (
    !last ||
    last.value >= number.value ||
    !/^ ?(?:-|~|to|or|到|至) ?$/.test(text.slice(last.end, number.start))
  )
    return null;
  const first = signed(text, last);
  const isCounted = /^ ?(?:[a-z]?[a-z]{3,}|%|[-/:]\d)/.test(text.slice(number.end, number.end + 8));
  return first &&
    !(isCounted && !/^ (?:for|would|was|each|per|more|extra|a |and|in)/.test(text.slice(number.end)))
    ? { money: inMinor(number.value, first.money.currency), start: number.start, end: number.end }
    : null;
};

const implied = (text: string, number: NumberFound, isPriced: boolean): Priced | null => {
  const bare = bareMoney(text, number, isPriced);
  return bare && { money: inMinor(bare.value, bare.currency), start: number.start, end: bare.end };
};

/** With its sign, its unit or a neighbour's; else by the words around it. */
const pricedAt = (text: string, numbers: readonly NumberFound[], index: number): Priced | null => {
  const number = numbers[index];
  if (!number || isNoSum(text, number)) return null;
  return (
    continental(text, number) ??
    signed(text, number) ??
    named(text, number) ??
    shared(text, number, numbers[index + 1]) ??
    upTo(text, number, numbers[index - 1]) ??
    rand(text, number) ??
    implied(text, number, false)
  );
};

/** Where one sum is sure, what stands bare in the same text is easier believed. */
const allPriced = (text: string, numbers: readonly NumberFound[]): Priced[] => {
  const first = numbers.map((_, index) => pricedAt(text, numbers, index));
  if (first.every((one) => one === null)) return [];
  return numbers.flatMap((number, index) => {
    const one = first[index] ?? (isNoSum(text, number) ? null : implied(text, number, true));
    return one ?? [];
  });
};

/**
 * Amounts of money in a text: with sign, with unit, or after a word of paying.
 * Minor units are exact for what people write; larger than a safe integer is left out.
 */
export const findAmounts = (view: View, numbers: readonly NumberFound[]): Found<Money>[] => {
  const out: Found<Money>[] = [];
  const { text } = view;
  const priced = allPriced(text, numbers);
  const inEnglish = /[a-z] [a-z]/.test(text)
    ? [...spokenIn(view), ...notesHanded(view), ...notesIn(view), ...singlesIn(view)]
    : [];
  let from = 0;
  for (const one of [...inEnglish, ...priced].toSorted((a, b) => a.start - b.start)) {
    const { money } = one;
    if (one.start < from || !Number.isSafeInteger(money.amountMinor) || money.amountMinor <= 0) continue;
    const [start, end] = [view.startOf(one.start), view.endOf(one.end)];
    out.push({ value: money, text: view.source.slice(start, end), start, end });
    from = one.end;
  }
  return out;
};
