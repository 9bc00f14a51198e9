import type { Bare } from './money-bare.ts';

/** Words of paying, taking and owing right before a sum. */
export const spending =
  /(?:月租|[卡账]里(?:还)?[有剩]|余额(?:还)?[有剩]?|结算|结账变|(?<!一)赔偿?|花了?|交了?|付了?|亏了?|扣了?|收了?|退了?|退还|返还|补|要价|欠|损失了?|值|卖|贷款?|充了?|转了?|押金|定金|订金|首付|预付款?|货款|本金|保价|保额|人均|损失|多收|费用?|总价|罚款?|报价|打款|骗了?|盗刷了?|刷了?|氪了?|打了?款|赔了?|[一那这]笔|少了|差价|开口就是|欠的?那?|房价|月薪|工资|每月|每年|每人|每位|一个月|一年|每期还?|月[供还]|标价|原价|售价|变成了?|成了|账单变|结账|工单写|补交|氪金|投了?|借了?|存了?|取了?|掏了?|转账|汇款|提现|取现|充值|充|开价|罚单|抽了|[我想要]提|[拿刷划扣骗转卷吞抽收捞分]走|[让叫要]我[先再]?[打转汇]|打表|转(?:出去?|走|进去?|过去|入)的?|押|取出来?|中了|吐了|加了|吃了?|喝了|喊价|[要卖]了|[张开]口(?:就)?是?|叫价|变成?|到账|卖|还剩|剩下?|结余|报销|理赔|赔付|欠着?|应退|应收|多付|少付|多要|少给|挣|赚|收费|涨[到成至为]|降[到成至]|买的?|误的|一(?:户|人)摊|限额是?|额度是?|多出来|多的|封顶|加收|[降涨贵省减返垫押缴汇]了|便宜了?|优惠了?|垫付了?|搭进去|砸了|欠了|抠了|昧了|贪了|吞了)(?:我|我们|我妈|我爸|老人|人家|了我?|走|走了|了|是|共|大概|将近|差不多|近|大约|约|整整|得|给|至少|个|上|每人|每位|每户|一共){0,3}$/;
/** After these words even a small bare number is money: 收我28. */
export const taking =
  /(?:(?:要|得|另|再|又|还|多)(?:加|交|付|给|补|花|贴|收)(?:了|我)?|倒贴|[问跟找管向]我要|(?:让|叫|逼|喊)(?:我|我们|人|你)(?:再|又|另|先)?(?:加|交|付|给|补|掏|转|贴)(?:了)?|(?:收|扣|要|找|少找|补|罚|坑|宰|讹|卖|收了|扣了|要了|多收了?|多扣了?|少退了?|退了?|赔了?|给|转)我(?:们)?|(?:转|给)[他她你]们?|扣了?|加收(?:每[人位])?|人均|封顶|账单变|结账|工单写|多出来|多的|一个月|每月|每年|成了|起来|罚单|到账|[张开]口(?:就)?是?|多付|多要)$/;
/** 收我80开个锁: what is taken from me is money, whatever it is for. */
const takingFromMe = /(?:收|扣|罚|宰|坑|讹)了?我(?:们)?(?:整整|足足|将近)?$/;
/** Every fee, price and wage ends in one of these: 物业费2800, 工资三千. */
export const ofMoney =
  /(?:[费金款价租钱薪资额]|[年月季次周]卡|预授权|(?<![投选发股支张])票|广告|写着|写的是?|(?:明细|收据|发票|小票|单子|价签|标签|账单|合同|票)上?(?:只|就|却|又|才)?(?:写|开|显示|标)(?:着|了|的是)?|标着|标的|说好|讲好|谈好|团购|活动价|到手|实付|实收|应付|划走|划了|划掉|被划|提到|报的?|要我|面|餐|一(?:碗|份|杯|盘|只|条|双|件|套|个|瓶|盒|斤|单|晚|次|趟|张|节|堂|间|位)[一-鿿]{0,4}|一(?:天|周|小时|学期|年)|每[节次位晚斤份堂间平笔单件张个趟桌台辆瓶盒])(?:是|要|共|为|才|就|都|:|了|从|涨到|只要|竟然|居然|高达|达|约|整整|得|他们|你们){0,2}$/;
const notOfMoney =
  /(?:基金|现金流|资料|物资|投资人|工资条|额温|平面|里面|外面|上面|下面|前面|后面|全面|画面|页面|墙面|地面|桌面|方面|表面|封面|水面|路面)(?:是|要|共|为|才|就|都|了){0,2}$/;
const standsAlone =
  /^(?:[,.。!?;、)\s"”]|出头|$|的(?![人话时速概])|[了呢啊吧吗呀啦嘛哦](?!解)|就|都|也(?!许)|还|但|却|可(?!以)|[行够]吗|可以吗|[收扣问](?!据|货|题)|什么时|啥时|何时|怎么)/;
const perUnit =
  /^(?:一|每|\/)(?:个月|课时|小时|位|斤|人|个|份|晚|年|月|次|张|盒|瓶|平|天|只|碗|杯|套|度|吨|方|桌|间|节)/;
/** 从68涨到98, 话费从58变成128 */
const rising = /^(?:块|元)?(?:涨|变|改|调|提|降|升|加|扣|打)(?:成|到|为|至)/;
/** 原来68，现在98 */
const once = /(?<![的他她我妈爸子人爷奶])(?:原来|现在|原先|以前|如今|去年|今年)(?:是|要|才|只要|就|卖)?$/;
const ofPrices = /[价费贵涨]|一(?:份|碗|斤|杯|晚|次)/;
const buying =
  /^多?(?:块|元)?(?:包[邮年月]|(?:买|租|拍|盘|请|订|办|抢|配|修|充|做|淘|团|换|入手?)(?:的|了|下|来)|入手)/;
const sumOf =
  /^多?(?:的)?(?:定金|押金|首付|学费|货款|保证金|本金|存款|贷款|套餐|年卡|月租|话费|代金券|违约金|罚款|茶位费|锅底|年费|月费|门票|封顶|定期|活期|理财|年金|彩礼|养老钱|血汗钱|辛苦钱|补偿|赔偿|差价|[物服手运学培报违滞保管停清卫安装取暖水电燃网伙餐房误路拖加班][一-鿿]{0,2}[费金])/;
const thing =
  /^多?的["“「]?(?!的?(?:老|奶|爷|妈|爸|父|母|岁|积分|流量|电量)|感觉|效果|样子|味道|水平|[人话时速概率是])[一-鿿a-z]/;
const sized = /^的["“「]?(?:鞋|码|尺|寸|裤|腰|屏|电视|内存|胎|汽油|油|网|宽带|角)/;
const countable =
  /(?:第|号|楼|路|期|班|度|点|[:/\-a-z\d]|高铁|航班|电话|热线|打|拨|编号|尾[号数]|年|月|编码|[我们]是|住在?|房间?|教室|店|线|版|型号?|打了?|拨打)$/;
/** 两千三, 一万八: cut short like that, a number is money, unless something is measured. */
const clipped = /(?:[千万][一二三四五六七八九]|万\d|百[一二三四五六七八九])$/;
const measured =
  /(?:体重|身高|血压|时速|海拔|面积|名|第|里程|公里数|步数?|转速|心率|阅读量?|播放量?|粉丝|浏览量?|人数|考了?|得了|分|速度|容量|像素|热量|库存|销量|电压|流量|积分|跑了|走了|粉|播放|点赞|评论|转发|掉粉|涨粉|销量|下载量?)[一-鿿]{0,2}$/;
/** 九千打水漂了, 648氪了三单: what happens to money. */
const gone =
  /^多?(?:块|元)?(?:就|全|也|都|一直|至今|还|说|现在|到现在|迟迟|直接){0,2}(?:打水漂|只?剩|亏|缩水|转不|取不|提不|退不|拿不|要不回|没了|不见了|不翼而飞|到账|没到账|没退|不退|不给|不还|被扣|扣了|氪|白花|白交|被转|被盗|被刷)/;
/** 99两件, 10块3斤 */
const several = /^[两二三四五六](?:件|斤|瓶|盒|个|双|包|条|只|支|份|杯|碗|串)/;
/** 医院才四十二: less elsewhere. */
const elsewhere = /(?:才|只要|只需|也就|就要|只卖|才卖)$/;
const ofAge =
  /(?:年|岁|人|[他她它我你]|[妈爸爷奶]|孩子|儿子|女儿|宝宝|娃|总共|一共|速度|温度|分|大小|重|跑|成绩|网速|电量|信号)(?:今年|现在)?(?:才|也就)$/;
const ofPrice = /[卖价贵费块元]|收了?我|要了?我|花了|结账/;

/** 羊毛衫七百多, 手机三千: what it cost. */
const goods =
  /(?:(?:鞋|裤|裙|袜|帽|被|桌|椅|柜|镜|箱|车|房|盘)子|电脑|手表|自行车|电动车)$|[衫衣服鞋裤裙包机器表床椅桌柜门窗票菜饭餐饼酒茶肉骨鱼虾蟹糕卡课药镜链镯戒套靴帽伞锅壶杯灯箱垫被枕毯果桃莓梨楂花糖油米]$/;

/** 移机150, 加氟又200: work, and what it costs. */
const ofWork =
  /(?:移机|加氟|拆装|上门|开锁|换锁|补胎|疏通|清洗|洗车|打包|挂号|化验|拍片|洗牙|补牙|拔牙|理发|剪发|烫发|染发|美甲|搬运|代驾|维修|检修)(?:又|再|还|另|就|都)?$/;
/** 那床垫1680, but not a card, a door or a car with its number. */
const pointedAt = /[那这][^,。!?]{1,6}(?<![卡门桌车柜票])$/;

type Way = (bare: Bare) => boolean;

/** Ways that hold whatever stands behind the number. */
const always: readonly Way[] = [
  ({ before, rest, value }) =>
    perUnit.test(rest) && value >= 5 && /(?:^|[一-鿿"“「,。!? ])$/.test(before) && !countable.test(before),
  ({ before, rest, value }) =>
    buying.test(rest) && !countable.test(before) && value >= (/^包[邮年月]/.test(rest) ? 1 : 100),
  ({ before, rest, value }) => /[从由]$/.test(before) && rising.test(rest) && value >= 5,
  ({ before, rest, value, text }) =>
    once.test(before) && value >= 5 && standsAlone.test(rest) && ofPrices.test(text),
  ({ before, rest, words }) =>
    several.test(rest) && /^\d/.test(words) && /[一-鿿]$/.test(before) && !countable.test(before),
  ({ before, rest, value }) => /^套餐/.test(rest) && value >= 10 && !countable.test(before),
  ({ before, rest, value }) =>
    (/满$/.test(before) && /^(?:块|元)?(?:减|送|返|打|可用|包邮|才)/.test(rest)) ||
    (/[满充存]了?[\d一二三四五六七八九十百千万两]{1,6}(?:块|元)?(?:减|送|返)了?$/.test(before) &&
      value > 0) ||
    (/按$/.test(before) && /^(?:块|元)?(?:一[斤份个位])?(?:算|收|结|计|扣)/.test(rest)),
  ({ before, rest, value }) => gone.test(rest) && value >= 50 && !countable.test(before),
];

/** Ways that need something else than a unit behind the number. */
const unitless: readonly Way[] = [
  ({ before, value }) =>
    (/(?:另|再|又|还)(?:要|得|让)?(?:加|交|付|给|补|收|花|掏)(?:了|我)?$/.test(before) && value >= 5) ||
    (/(?:要|得)(?:加|补|交|付|掏)$/.test(before) && value >= 10) ||
    (/花了?我?$/.test(before) && value >= 5) ||
    (/[扣收罚付交退刷](?:走|掉|了)?的那?$/.test(before) && value >= 10),
  ({ before, rest, words, text }) =>
    clipped.test(words) &&
    !measured.test(before) &&
    (!/百.$/.test(words) || ofPrice.test(text) || /^[,。!?;]|^$/.test(rest)),
  ({ before, rest, value, words }) =>
    spending.test(before) &&
    (value >= 100 || /[百千万亿]/.test(words) || (value >= 10 && standsAlone.test(rest))),
  ({ before, rest, value }) => taking.test(before) && value >= 2 && standsAlone.test(rest),
  ({ before, rest, words }) =>
    /一(?:度电?|吨水?|方气?|分钟|公里|斤)$/.test(before) && /\.\d/.test(words) && standsAlone.test(rest),
  ({ before, rest, value }) =>
    value >= 2 && standsAlone.test(rest) && /(?:划|扣|收|付|刷|转|充|退)[^,。]{0,4}[笔次]$/.test(before),
  ({ before, rest, value }) =>
    value >= 100 && standsAlone.test(rest) && /(?:转|付|交|借|赔|退|打)给[一-鿿]{1,4}$/.test(before),
  ({ before, rest, words }) =>
    /[两三四五](?:双|件|斤|盒|瓶|个|条|只|份|杯|包|袋)$/.test(before) &&
    /\.\d/.test(words) &&
    standsAlone.test(rest),
  ({ before, rest, words }) => /\.(?:[89]|9[89])$/.test(words) && /^[,。!]/.test(rest) && goods.test(before),
  ({ before, rest, value }) => value >= 10 && standsAlone.test(rest) && ofWork.test(before),
  ({ before, value }) =>
    before.endsWith('多了') && /[费险钱价租款资][^,。]{0,8}多了$/.test(before) && value >= 10,
  ({ before, rest, value }) => takingFromMe.test(before) && value >= 10 && !/^多?[家户]/.test(rest),
  ({ before, rest, value }) =>
    /(?:都|也|光|得)要$/.test(before) && !ofAge.test(before) && value >= 10 && standsAlone.test(rest),
  ({ before, rest, value, words }) =>
    ofMoney.test(before) &&
    !notOfMoney.test(before) &&
    value >= 10 &&
    (standsAlone.test(rest) ||
      /\.\d\d?$/.test(words) ||
      /[千万]/.test(words) ||
      (/[百十]/.test(words) && /^多?(?:[已全没未到在给被是从说交付退打转你我他咱]|以[上下])/.test(rest))),
  ({ before, rest, value, words }) =>
    goods.test(before) &&
    value >= 10 &&
    (/[百千万]/.test(words) || rest.startsWith('多')) &&
    /^(?:多|来)?[,。!?;]/.test(rest) &&
    !countable.test(before),
  ({ before, rest, words }) =>
    pointedAt.test(before) && goods.test(before) && /^\d{3,5}$/.test(words) && /^[,。!]/.test(rest),
  ({ before, rest, words }) => /[(（]$/.test(before) && /^[)）]/.test(rest) && /^\d{3,6}$/.test(words),
  ({ before, rest, value }) => sumOf.test(rest) && value >= 10 && !countable.test(before),
  ({ before, rest, value, text }) =>
    elsewhere.test(before) &&
    !ofAge.test(before) &&
    value >= 10 &&
    standsAlone.test(rest) &&
    ofPrice.test(text),
  ({ before, rest, value, words }) =>
    /万|w$/.test(words) &&
    !measured.test(before) &&
    /^多?(?:$|[,.。!?;、\s]|[啊呢吧呀哪是]|[行够]吗|可以吗)/.test(rest) &&
    value >= 50,
  ({ before, rest, value, words }) =>
    thing.test(rest) &&
    !measured.test(before) &&
    !(sized.test(rest) && value < 3000) &&
    !countable.test(before) &&
    (/\d/.test(words) ? value >= 20 : value >= 100),
];

/** Money without its unit, as Chinese leaves it out: 赔我两万, 129的口红, 48一位. */
export const isBareInChinese = (bare: Bare, isCounted: boolean): boolean =>
  always.some((way) => way(bare)) || (!isCounted && unitless.some((way) => way(bare)));
