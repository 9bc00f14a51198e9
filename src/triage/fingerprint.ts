import { isCjk, viewOf } from './normalise.ts';
import { synonyms } from './synonyms.ts';
import type { Understanding } from './understanding.ts';

/** What a complaint is compared by. Plain data: can be stored beside the complaint. */
export interface Fingerprint {
  /** Hashed features of the wording, sorted and distinct. */
  readonly features: readonly number[];
  /** What pins it down: `building:3`, `model:xr200`, `order:ab123`, `place:朝阳店`; sorted and distinct. */
  readonly marks: readonly string[];
  /** Complaint type, '' when not read. */
  readonly type: string;
  readonly language: 'zh' | 'en';
}

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
};

const filler = new RegExp(
  [
    '你们公司|贵公司|贵司|你们家|你们|我们|咱们|他们|你家|我家|他家|请问|您好|你好|谢谢|麻烦|尽快|赶紧|马上|立刻|希望|要求|投诉|一下|已经|现在|怎么|什么|为什么|这个|那个|这种|那种|就是|还是|但是|可是|因为|所以|如果|然后|结果|居然|竟然|真的|非常|特别|太|很|都|也|又|再|就|才|了|的|地|得|着|过|吗|呢|吧|啊|呀|嘛|把|被|给|让|叫|跟|和|与|在|从|到|对|向|是|有|我|你|您|他|她|它',
  ].join('|'),
  'g',
);
const stops = new Set(
  'the a an and or but so to of in on at for from with by is are was were be been am it its this that these those i me my we us our you your they them their he she him her his have has had do does did will would can could should not no just very really please thanks thank hello hi dear sir madam team what when where why how which who there here again still also as if than then too all any some because about into out up off over after before since get got going go im ive dont'.split(
    ' ',
  ),
);

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|ly)$/, '') : word);

const wordFeatures = (text: string, out: Set<number>): void => {
  for (const [word] of text.matchAll(/[a-z0-9][a-z0-9'-]*/g)) {
    if (stops.has(word.replaceAll("'", ''))) continue;
    const root = stem(word);
    out.add((hash(root) | 1) >>> 0);
  }
};

const characterFeatures = (text: string, out: Set<number>): void => {
  const plain = text.replace(/[a-z0-9'-]+/g, ' ').replace(filler, ' ');
  for (const [run] of plain.matchAll(/[一-鿿]+/g)) {
    for (let index = 0; index < run.length; index++) {
      // Single characters are even, all else odd: they help likeness but are too common for look-up keys.
      out.add((hash(run.slice(index, index + 1)) & ~1) >>> 0);
      if (index + 1 < run.length) out.add((hash(run.slice(index, index + 2)) | 1) >>> 0);
    }
  }
};

const numerals: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
};
const numeral = (text: string): string =>
  numerals[text] ??
  text.replace(/^十([一二三四五六七八九])$/, (_, digit: string) => `1${numerals[digit] ?? ''}`);
const n = '(\\d{1,5}|[一二两三四五六七八九]|十[一二三四五六七八九]?)';

const markPatterns: readonly (readonly [string, RegExp])[] = [
  ['building', new RegExp(`${n}(?:号楼|栋|幢|座)`, 'g')],
  ['unit', new RegExp(`${n}单元`, 'g')],
  ['room', /(\d{3,4})(?:室|房(?!间))/g],
  ['building', /\b(?:building|block|tower) ([a-z]|\d{1,4})\b/g],
  ['room', /\b(?:room|apartment|apt|flat|unit) #?(\d{1,4}[a-z]?)\b/g],
  ['gate', /([东南西北]{1,2})(?:大)?门/g],
  ['phase', new RegExp(`${n}期`, 'g')],
  ['flight', /\b([a-z]{2} ?\d{3,4})\b(?= |,|\.|!|\?|$|[一-鿿])/g],
  ['route', /\b(?:flight|train|bus|route|line|gate) #?([a-z]{0,2} ?\d{1,5})\b/g],
  ['model', /\b((?=[a-z-]*\d)(?=\d*-?[a-z])[a-z0-9]+(?:-[a-z0-9]+)*)\b/g],
  [
    'place',
    /([一-鿿]{2,6}?(?:花园|小区|苑|公寓|新城|家园|公馆|华府|广场|大厦|国际|名邸|山庄|分店|门店|支行|分行|营业厅|路店|街店|店|酒店|餐厅|超市|机场|车站|校区|医院))/g,
  ],
  [
    'place',
    /\b(?:at|in|from|on|the) (?:the |your |our )?([a-z][a-z'.-]+(?: [a-z][a-z'.-]+){0,2}) (?:store|branch|shop|restaurant|hotel|airport|mall|station|outlet|dealership|location|street|road|avenue|lane|drive|close|square|gardens|row|office|building|estate|apartments|court|terminal|clinic|gym|cafe)\b/g,
  ],
];
/** The wording without what pins it down: a shared address must not make two matters alike. */
const fold = (text: string): string => {
  let folded = viewOf(text.slice(0, 4000)).text;
  for (const [kind, pattern] of markPatterns) if (kind !== 'model') folded = folded.replace(pattern, ' ');
  for (const [pattern, word] of synonyms) folded = folded.replace(pattern, ` ${word} `);
  return folded;
};

const placeNoise =
  /^.*(?:在|到|去|来|从|的|你们|我们|咱们|住|位于|那家|这家|整个|现在|目前|附近|旁边|今天|昨天|昨晚|我家|你家|是|全|本|某)/;

/** Names inside an English sentence ('bought in Leeds'): capitals that no full stop explains. */
const namePattern = /(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?/g;
const notName =
  /^(?:I|App|Internet|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Please|Thanks|Customer|Service|Mr|Mrs|English|Chinese)\b/;

const marksOf = (text: string, understanding: Understanding | undefined): string[] => {
  const folded = viewOf(text.slice(0, 4000)).text;
  const out = new Set<string>();
  for (const [kind, pattern] of markPatterns) {
    for (const match of folded.matchAll(pattern)) {
      const value = numeral((match[1] ?? '').replaceAll(' ', '')).replace(placeNoise, '');
      const isPlain =
        /^(?:店|门店|小区|酒店|餐厅|超市|广场|公寓|医院|机场|家店)$/.test(value) || stops.has(value);
      const isDate =
        kind === 'model' &&
        /^(?:\d+(?:st|nd|rd|th|am|pm|k|gb|mb|hrs?|h|min|mins|days?|m|x|d|kg|g|cm|mm|ml|w)|\d{4}-\d.*|4s|5g|4g|3g|mp3|h5|b2b|covid-19)$/.test(
          value,
        );
      if (value.length > 0 && !isPlain && !isDate) out.add(`${kind === 'flight' ? 'model' : kind}:${value}`);
    }
  }
  for (const [name] of text.slice(0, 4000).matchAll(namePattern))
    if (!notName.test(name)) out.add(`name:${name.toLowerCase().split(' ')[0] ?? ''}`);
  for (const order of understanding?.orders ?? []) out.add(`order:${order.value.toLowerCase()}`);
  return [...out].sort();
};

/** Boils a complaint down to what it is compared by. `understanding` adds type and order numbers where it is at hand. */
export const fingerprint = (text: string, understanding?: Understanding): Fingerprint => {
  const folded = fold(text);
  const features = new Set<number>();
  wordFeatures(folded, features);
  characterFeatures(folded, features);
  const chinese = [...folded].filter((one) => isCjk(one.charCodeAt(0))).length;
  return {
    features: [...features].sort((a, b) => a - b),
    marks: marksOf(text, understanding),
    type: understanding && understanding.type !== 'other' ? understanding.type : '',
    language: chinese * 3 > folded.length ? 'zh' : 'en',
  };
};

const blockSize = 10;

/** What half of all complaints speak of: it finds nobody, however well it fits. */
const everyday = new Set(
  [
    ...'电话 客服 服务 问题 处理 解决 退款 公司 商家 订单 快递 收到 没有 时间 联系 态度 产品 质量 东西 平台 回复 费用 多扣 态度差 不理 故障 未收到'.split(
      ' ',
    ),
    ...'service customer call called phone told said day week month year time money parcel refund broken staff help back said asked want never even one two account card email product bank company store people issue problem contact support pay paid charge'.split(
      ' ',
    ),
  ].map((word) => (hash(/^[a-z]/.test(word) ? stem(word) : word) | 1) >>> 0),
);

/** A feature's place in the order that all texts share: everyday words come late, so that keys are mostly rare. */
const placeOf = (feature: number): number => {
  const mixed = Math.imul(feature ^ (feature >>> 15), 0x2c1b3c6d) >>> 0;
  if (everyday.has(feature)) return mixed + 0x200000000;
  return feature % 2 === 0 ? mixed + 0x100000000 : mixed;
};

/**
 * Keys under which a complaint is filed for look-up: two complaints that are alike share at least one, very probably.
 * The first features in an order that all texts share (two alike texts share their first ones) and what pins it down.
 *
 * @returns at most sixteen short strings
 */
export const blockingKeys = (print: Fingerprint): readonly string[] => {
  const first = print.features
    .map((feature) => ({ feature, place: placeOf(feature) }))
    .sort((a, b) => a.place - b.place);
  const marks = print.marks
    .filter((mark) => !mark.startsWith('room') && !mark.startsWith('unit'))
    .slice(0, 4);
  return [
    ...first.slice(0, blockSize).map(({ feature }) => `f${feature.toString(36)}`),
    ...marks.map((mark) => `m${mark}${print.type === '' ? '' : `/${print.type}`}`),
  ];
};

/** Newest of one key that are looked at: a key that thousands share finds nobody better than its newest. */
export const newestOfKey = 32;
/** Compared in full, at most: those that share the rarest keys, and the most of them. */
export const mostCompared = 80;

/**
 * Who is worth comparing, by shared keys: a key counts the more, the fewer share it.
 *
 * @param found what is filed under each key, newest first; at most `newestOfKey` of each are looked at
 */
export const rankByKeys = <T>(found: Iterable<readonly T[]>): readonly T[] => {
  const weights = new Map<T, number>();
  for (const all of found) {
    const newest = all.slice(0, newestOfKey);
    for (const one of newest) weights.set(one, (weights.get(one) ?? 0) + 1 / newest.length);
  }
  const ranked = [...weights].sort(([, a], [, b]) => b - a);
  return ranked.slice(0, mostCompared).map(([one]) => one);
};
