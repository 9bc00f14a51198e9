import { isCjk, viewOf } from './normalise.ts';
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

/** Words that people choose between for one thing, reduced to one. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/电梯|升降机/g, '电梯'],
  [/(?:坏了|坏掉|故障|失灵|不能用|用不了|停运|停用|不工作|不运行|罢工|趴窝|出问题|出毛病)/g, '故障'],
  [/(?:漏水|渗水|渗漏|滴水|漏雨)/g, '漏水'],
  [/(?:退款|退钱|退费|退还|返还|退回)/g, '退款'],
  [/(?:没到账|不到账|未到账|没收到钱|没有到账)/g, '未到账'],
  [/(?:快递|包裹|物流|货物|配送)/g, '快递'],
  [/(?:没收到|未收到|没有收到|收不到|没到|未送达|没送到|一直没来|没送来)/g, '未收到'],
  [/(?:丢了|丢失|弄丢|遗失|不见了|丢件)/g, '丢失'],
  [/(?:多扣|多收|乱扣|乱收|重复扣|误扣|错扣|扣了两次|扣两次|被扣|私自扣|擅自扣)/g, '多扣'],
  [/(?:话费|费用|费|钱款)/g, '费'],
  [/(?:停水|没水|断水|没有水)/g, '停水'],
  [/(?:停电|没电|断电|跳闸)/g, '停电'],
  [/(?:断网|没网|没有网|上不了网|连不上网|网断|网络故障|网络中断)/g, '断网'],
  [/(?:噪音|噪声|吵|扰民|太吵)/g, '噪音'],
  [/(?:客服|热线|服务人员|工作人员)/g, '客服'],
  [/(?:不理|不回|不回复|没人理|没人管|不处理|没人处理|推诿|踢皮球|不搭理|没回复|没人接|打不通)/g, '不理'],
  [/(?:态度差|态度恶劣|态度不好|骂人|不耐烦|爱搭不理|没礼貌)/g, '态度差'],
  [/(?:闪退|崩溃|打不开|卡死|进不去|登不上|登录不了)/g, '闪退'],
  [/(?:拉肚子|腹泻|上吐下泻|食物中毒|吃坏肚子)/g, '腹泻'],
  [/(?:延期交房|逾期交房|推迟交房|晚交房|交房延期|迟迟不交房)/g, '延期交房'],
  [/(?:暖气|供暖|供热)/g, '暖气'],
  [/(?:不热|没热|不暖|冰凉|没暖)/g, '不热'],
  [/\b(?:elevators?|lifts?)\b/g, 'lift'],
  [
    /\b(?:broken|broke|out of order|not working|doesn't work|does not work|isn't working|stopped working|failed|fails|faulty|dead|down|out of service)\b/g,
    'broken',
  ],
  [/\b(?:parcel|package|shipment|order|delivery|item)s?\b/g, 'parcel'],
  [
    /\b(?:never arrived|not arrived|hasn't arrived|didn't arrive|never came|not received|never received|haven't received|didn't receive|hasn't come|missing|never showed up|not delivered|never delivered|undelivered|hasn't been delivered|wasn't delivered|didn't get|never got|lost)\b/g,
    'notarrived',
  ],
  [
    /\b(?:charged twice|double charged|billed twice|charged two times|duplicate charge|double billed|charged me twice|billed me twice|charged double)\b/g,
    'doublecharge',
  ],
  [/\b(?:refund(?:ed|s)?|money back|reimburse(?:d|ment)?)\b/g, 'refund'],
  [/\b(?:rude|impolite|disrespectful|nasty|unfriendly|attitude)\b/g, 'rude'],
  [/\b(?:staff|employee|employees|worker|workers|agent|rep|representative|assistant)\b/g, 'staff'],
  [/\b(?:internet|wifi|wi-fi|broadband|connection|network)\b/g, 'internet'],
  [/\b(?:leak|leaks|leaking|leaked|dripping|drips|water coming)\b/g, 'leak'],
  [/\b(?:noise|noisy|loud|racket)\b/g, 'noise'],
  [/\b(?:crash|crashes|crashed|crashing|freezes|freezing|frozen|freeze|won't open|doesn't open)\b/g, 'crash'],
  [/\b(?:cancelled|canceled|cancel|cancellation)\b/g, 'cancel'],
  [/\b(?:delayed|delay|delays|late)\b/g, 'late'],
  [/\b(?:sick|ill|food poisoning|vomiting|threw up|poisoned)\b/g, 'sick'],
  [/\b(?:heating|heater|radiators?|boiler)\b/g, 'heating'],
];

const fold = (text: string): string => {
  let folded = viewOf(text.slice(0, 4000)).text;
  for (const [pattern, word] of synonyms) folded = folded.replace(pattern, ` ${word} `);
  return folded;
};

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|ly)$/, '') : word);

const wordFeatures = (text: string, out: Set<number>): void => {
  let last = '';
  for (const [word] of text.matchAll(/[a-z0-9][a-z0-9'-]*/g)) {
    if (stops.has(word.replaceAll("'", ''))) continue;
    const root = stem(word);
    out.add(hash(root));
    if (last !== '') out.add(hash(`${last} ${root}`));
    last = root;
  }
};

const characterFeatures = (text: string, out: Set<number>): void => {
  const plain = text.replace(/[a-z0-9'-]+/g, ' ').replace(filler, ' ');
  for (const [run] of plain.matchAll(/[一-鿿]+/g)) {
    if (run.length === 1) out.add(hash(run));
    for (let index = 0; index + 1 < run.length; index++) out.add(hash(run.slice(index, index + 2)));
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
    /\b(?:at|in|from|on|the) (?:the |your |our )?([a-z][a-z'.-]+(?: [a-z][a-z'.-]+){0,2}) (?:store|branch|shop|restaurant|hotel|airport|mall|station|outlet|dealership|location|street|road|avenue|office|building|estate|apartments|court|terminal|clinic|gym|cafe)\b/g,
  ],
];
const placeNoise =
  /^(?:整个|现在|目前|全|本|同一个|附近|旁边|还有|一个|今天|昨天|咱|我家|你家|在|到|去|来|从|的|你们|我们|你|我|贵|这家|那家|这个|那个|某|一家|那|这|咱们|住在|位于|是)+/;

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

/**
 * Keys under which a complaint is filed for look-up: two complaints that are alike share at least one, very probably.
 * The smallest features under a mixing hash (two alike texts share their smallest ones) and what pins it down.
 *
 * @returns at most sixteen short strings
 */
export const blockingKeys = (print: Fingerprint): readonly string[] => {
  const mixed = print.features
    .map((one) => Math.imul(one ^ (one >>> 15), 0x2c1b3c6d) >>> 0)
    .sort((a, b) => a - b);
  const marks = print.marks
    .filter((mark) => !mark.startsWith('room') && !mark.startsWith('unit'))
    .slice(0, 4);
  return [
    ...mixed.slice(0, blockSize).map((one) => `f${one.toString(36)}`),
    ...marks.map((mark) => `m${mark}${print.type === '' ? '' : `/${print.type}`}`),
  ];
};
