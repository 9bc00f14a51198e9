import { isAlnum, isCjk } from './normalise.ts';
import type { Hit, Scan } from './scan.ts';

/** Kinds of words that name a thing one complains of: what was bought before what was ridden, read or signed. */
const kinds: readonly (readonly string[])[] = [
  ['appliance', 'clothes', 'home', 'vehicle', 'food'],
  ['network', 'insurance', 'travel', 'bank', 'parcel', 'digital', 'fee'],
  ['building'],
];

/** Of a building only what is looked after, as one looks after a machine; its rooms tell where. */
const fixtures = /^(?:电梯|楼梯|车位|车库|泳池|扶手|绿化|lifts?|elevators?|garage|pool|stairs|staircase)$/;

/** Words of these kinds that are parts, acts or places rather than things. */
const noThing = new Set(
  (
    '面 粉 门 窗 菜 肉 鱼 虾 米 油 酱 汤 酒 锅 车 床 网 卡 件 货 费 号码 短信 通话 密码 后台 按钮 字体 数据 视频 广告 图标 菜单 首页 更新 升级 ' +
    '版本 登录 下载 推送 开户 销户 到账 冻结 解冻 转账 汇款 取款 取钱 存款 还款 逾期 催收 柜台 网点 银行 余额 额度 支付 理赔 报案 投保 退保 ' +
    '拒赔 赔付 直付 受益人 免责 改签 晚点 延误 误机 中转 直飞 打车 托运 机场 接送 航空 发货 到货 收货 签收 派送 派件 配送 送货 揽收 收件人 包装 ' +
    '箱子 单号 运单 仓库 海关 清关 搬运 费用 收费 扣费 扣款 缴费 欠费 金额 多收 价格 标价 价钱 原价 现价 差价 单价 结账 买单 尺码 码数 面料 提车 试驾 ' +
    '停车 续航 油耗 保养 车牌 结果 屏 灯 饭 餐 ' +
    'fraudulent desk food card leather guarantee plane 工资 外卖 驿站 营业厅 超市 学校 医院 商场 订单 快递 物流 发票 直播 扫码 二维码 网站 网页 页面 系统 服务器 首付 定金 订金 押金 违约金 年 delivery order orders screenshot screenshots warehouse site checkout statement form ticket tickets button buttons servicer lender cheque plate camera game games trainer trainers coach tab bag receipt receipts 小票 link ad ads notification notifications copy ' +
    'size data line lines login online log page pages screen screens bot system level levels icon icons font layout settings file files link ' +
    'gate boarding boarded tarmac runway takeoff landed connection connecting seat platform port trip passenger passengers check checks ' +
    'deposit transfer withdraw withdrawal wire dispute disputes disputed fraud collection collector collectors inquiry inquiries debit credit ' +
    'address post posted mail mailed shipping shipped dispatched dispatch delivered delivering deliver deliveries ordered depot slot total amount ' +
    'charge charges price prices pricing cost costs rate rates fine fined interest tax tip payment payments balance watch fan plug drain wall walls ' +
    'floor door doors home menu kitchen portion portions snack dish claims plan speed speeds reception coverage carrier cell data ac service ups ' +
    'logged password update version removal movers box boxes envelope doorstep porch tracking fees pan cut fit ring'
  ).split(' '),
);

/** Signs that end a Chinese name of a thing to the left: particles, verbs, persons, counts, times. */
const ends: ReadonlySet<string> = new Set(
  '的了是在把被就都又还没不到去来说给看我你他她它们这那哪您和跟与从对向有要会能可让叫使得着过才刚再只最很太挺真好坏破烂消保完码程玩刷留贵贴转过办每第个只件条台辆部张双把口盒瓶份款种些点块号月日年天时分秒次上下里外前后中内间一二三四五六七八九十两几半多少买卖订换装修送收发用坐开关打寄拿退吃喝穿戴住取办交充扣昨今明新旧整全家爸妈父母催查等做卡坏拆找问',
);
const longestName = 5;

const startInChinese = ({ view }: Scan, hit: Hit): number => {
  let start = hit.start;
  while (start > Math.max(0, hit.start - longestName)) {
    const code = view.codes[start - 1] ?? 0;
    if ((!isCjk(code) && !isAlnum(code)) || ends.has(String.fromCharCode(code))) break;
    start -= 1;
  }
  return start;
};

const determiner = /^(?:my|our|the|this|that|your|a|an)$/;
/** Words that are no part of an English name of a thing. */
const noName =
  /^(?:[0-9].*|.*(?:ed|ing|ly|n't|'ll|'ve|'re)|new|old|same|second|third|first|last|next|whole|entire|wrong|broken|stupid|damn|bloody|another|other|own|one|two|three|some|any|every|each|no|and|or|but|of|for|to|from|in|on|at|with|by|is|are|was|were|be|has|have|had|not|so|as|if|when|it|i|we|you|they|he|she|got|get|bought|sent|paid|said|told|use|just|still|only|even|also|then|than|more|too|both|half|out|up|down|off|over|about|after|before|who|which|what|lost|late|cold|raw|dirty|faulty|cheap|free|full|good|great|bad|worst|of)$/;

/** One or two words before the thing belong to its name where an article or an owner stands before them. */
const startInEnglish = ({ view }: Scan, hit: Hit): number => {
  const words =
    /(?:[a-z0-9'-]+ ){1,3}$/.exec(view.text.slice(Math.max(0, hit.start - 50), hit.start))?.[0] ?? '';
  const left = words.trim().split(' ');
  const owner = left.findLastIndex((word) => determiner.test(word));
  const name = left.slice(owner + 1);
  if (owner < 0 || name.length === 0 || name.some((word) => noName.test(word))) return hit.start;
  return hit.start - name.join(' ').length - 1;
};

/** Before a telephone that people speak through, or let ring: nobody answers the phone, two hours on the phone. */
const spokenThrough =
  /\b(?:answer(?:s|ed|ing)?|pick(?:s|ed|ing)? up|put(?:s|ting)? down|slammed|on|over|by|via) (?:the |their |your |its )?$/;

const isThing = ({ view }: Scan, hit: Hit): boolean => {
  const word = view.text.slice(hit.start, hit.end);
  const isMeans = /^phones?$/.test(word) && spokenThrough.test(view.text.slice(0, hit.start).slice(-24));
  return (
    word.length > 1 &&
    !isMeans &&
    !noThing.has(word) &&
    !/^(?: [a-z]{1,4}-?\d| says| said| shows| keeps saying|(?:上|里)?(?:显示|说)| poisoning| service| adjuster| number| with| me|台|记者|号|银行|[ :]?[0-9])/.test(
      view.text.slice(hit.end, hit.end + 12),
    )
  );
};

const isFixture = ({ view }: Scan, hit: Hit): boolean => fixtures.test(view.text.slice(hit.start, hit.end));

const bought: readonly RegExp[] = [
  /\b(?:the|my|a|an|this) ((?:[a-z][a-z-]+ ){1,2})(?:that |which |)(?:i|we|she|he|they|my \w+) (?:\w+ly |just |)(?:bought|ordered|purchased|rented|booked)\b/,
  /\b(?:bought|ordered|purchased|rented|booked) (?:a|an|the|my|this|your) ((?:[a-z][a-z-]+ ?){1,2})(?=[,.!?\n]|$| (?:from|for|and|but|online|last|in|on|at)\b)/,
  /(?:买|购买|订购|订|租)的([一-鿿]{2,6})(?=[,.。!?;\n]|$)/,
];

/** Something unheard of that was bought in so many words. */
const boughtThing = ({ view }: Scan): string | undefined => {
  for (const pattern of bought) {
    const match = pattern.exec(view.text.slice(0, 2000));
    const name = match?.[1]?.trim();
    if (!match || !name) continue;
    const isPlain = /[a-z]/.test(name)
      ? name.split(' ').some((word) => noName.test(word))
      : [...name].some((sign) => ends.has(sign));
    if (isPlain) continue;
    const start = match.index + match[0].indexOf(name);
    return view.source.slice(view.startOf(start), view.endOf(start + name.length)).trim();
  }
  return undefined;
};

/**
 * The thing a complaint is about, as the complainant names it; undefined where no known thing is named.
 * Half a sentence told back as 'About: …' is worse than asking.
 */
export const findSubject = (scan: Scan): string | undefined => {
  const { view } = scan;
  for (const [rank, lists] of kinds.entries()) {
    const unheard = rank === 1 ? boughtThing(scan) : undefined;
    if (unheard !== undefined) return unheard;
    const [first] = lists
      .flatMap((list) =>
        scan
          .hits(`field.${list}`)
          .filter((hit) => isThing(scan, hit) && (list !== 'building' || isFixture(scan, hit))),
      )
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
    if (!first) continue;
    const isChinese = isCjk(view.codes[first.end - 1] ?? 0);
    const start = isChinese ? startInChinese(scan, first) : startInEnglish(scan, first);
    return view.source.slice(view.startOf(start), view.endOf(first.end)).trim();
  }
  return undefined;
};
