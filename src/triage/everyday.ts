import { featureOf } from './hashing.ts';

/** English stems that most complaints share, commonest first. */
const english = [
  'the a my and it i in to on for you of is your me was at with that one no by from not has have be im',
  'what out this said all there up back so he about they ive as told two off us like do had ask been an',
  'we are now who our never call want when every can got since came id only if says how or number three',
  'were week please phone would over then app day them go open after time new man same put year left',
  'still she cant card month just door his take get know say her people does order but before night',
  'took down hour pay car four which nobody show sent work bill name him am look days tell account',
  'where read dont box went own fee stop last five here next again under letter driver whole because',
  'claim could why six did need someone through wrong will refund complaint see charg bank old come',
  'money room late let turn th without return tim ten nine court first sign paid page good free noth',
  'line mother second even any answer isnt wont minut hand mine right shop somebody post email send',
  'sold floor made lawyer third lost flat ticket keep half gave into twice book form photo school',
  'report may morn home eleven ring park paper police another thank wait gone bought front clos well',
  'lock give more wife arriv dead way tuesday agent window screen office repair seat water youve other',
  'each miss round small husband addres mov monday house list should word text found price com kids',
  'promis daughter lot laugh bus while didnt till forty sunday desk too neighbour cancell end full',
  'train charge kitchen cancel hotel friday kind love credit light machine fire start everyth company',
  'find shut button leak today hear ombudsman very kept goes used dog lift gate once liv make add writ',
  'rang behind broken than manager sorry smell bag live ever deliver person think ill hold fix receipt',
  'baby hospital outside bed doesnt fine flight change help chang deposit weve solicitor its print son',
  'stand case customer statement someth wall food walk sell wrote write news gym their march leave file',
  'council staff seven check switch data insurance talk mean payment board lady explain pass br site',
  'cover away anyone tablet both ad whoever service camera rep friend table meter cold street use sat',
  'girl store else thursday firm record youre buy part side delivery eight close watch nice branch done',
  'wasnt parcel speak rent thousand between past saturday woman sleep real different heat warranty mum',
  'long those film until already everyone cost fridge alarm quiet wash anyth dad van plan sister queue',
  'online must tap june doctor nurse clean course play hundr chat picture seen set hot lad voice sort',
  'tonight child tak within heard contract written little near kill stopp couldnt coach engineer review',
  'pick team these clinic life point job inside offer star paint died station fell road chair video',
  'taken view fil landlord ear complain group block officer clas toilet shower loan pool rain courier',
  'wouldnt yes menu mak brother happen hi includ dear refus cash dollar face human gas size dark none',
  'mail head gets invoice thirty code date consumer thought battery pack kid count broke though mark',
  'counter fami alway run regulator reach tomorrow passport law garden many ago apology build crew',
  'itself blue burn smoke colour wheel nursery fees shout contact saw bar drop yet far pound sue fail',
  'hall touch track father exchange finger lunch pension debit place wheelchair scan drive runn',
];

/** Pairs of Chinese characters that most complaints share, commonest first. */
const chinese = [
  '你们 一个 了一 我的 给我 电话 没有 我们 个月 孩子 把我 出来 什么 二十 客服 现在 我家 自己 怎么 已经',
  '公司 了三 手机 个人 了我 分钟 那个 不是 师傅 的是 一次 的人 小时 就是 让我 还是 我一 了两 来了 一下',
  '投诉 今天 没人 可以 四十 司机 三个 回来 时候 是我 第二 我就 老人 门口 我妈 不能 都没 们的 到了 这个',
  '服务 来的 有人 一天 三十 平台 知道 我不 我在 了个 的时 的那 取消 快递 物业 一句 两个 小区 视频 十分',
  '也不 三天 十一 还有 律师 还在 合同 一样 第三 广告 能不 说是 里面 三次 会员 一百 我是 十二 酒店 要求',
  '天天 以后 东西 晚上 系统 下来 我没 我爸 退款 银行 医院 我要 他们 不要 全是 换了 电梯 都不 买的 走了',
  '说我 是不 第一 到我 收到 结果 给了 上门 是一 去了 打电 一张 照片 一点 着我 里的 也没 跟我 别人 短信',
  '了四 起来 不上 不给 好了 扣了 楼下 就不 给你 自动 里有 报警 押金 们这 停车 健身 那位 装修 朋友 充电',
  '处理 经理 得我 申请 子的 三百 不到 说好 材料 机器 在你 打了 的小 还没 了十 道歉 身份 四个 一家 公里',
  '空调 有没 显示 一条 垃圾 半夜 我老 隔壁 上了 家里 谢谢 我说 麻烦 直播 我把 有一 法院 二天 退了 十八',
  '不让 我已 一直 十五 了五 人的 写的 一起 电视 老师 是你 六十 都是 说话 保险 我自 每天 进去 人家 必须',
  '了半 有个 骑手 份证 不会 家的 前台 收了 多少 几个 丢了 名字 免费 的钱 来一 上的 没了 同一 十四 儿子',
  '十天 账单 时间 微信 群里 十六 告诉 到一 学校 一半 热水 一千 在我 好的 邻居 错了 个字 一分 那天 排队',
  '开了 家长 十几 退货 保安 游戏 了吧 联系 工作 新闻 骂我 一块 人在 这么 说明 了没 了还 送到 提前 宣传',
  '发票 记者 最后 理赔 奶奶 五十 坏了 得像 务员 每次 直接 账号 号码 我都 续费 起诉 密码 业主 过去 箱子',
  '报修 说这 这样 报告 不了 写着 年的 第四 客户 订单 预约 等了 过了 截图 五个 退回 天就 过一 宠物 看见',
  '后面 楼道 外卖 成了 个小 准备 不想 看不 不用 检测 说了 他说 人工 发了 贷款 之前 不起 三年 人来 出去',
  '设计 信息 不敢 的事 的老 宽带 过的 昨天 半小 不好 帮我 通知 营业 热线 问我 不行 窗口 百多 退我 上一',
  '都在 上班 洗衣 了六 早上 同事 中心 我儿 因为 了二 推销 软件 旁边 了吗 我打 大家 登录 前面 行李 的手',
  '关了 要我 说要 二手 七十 们把 记录 八百 不退 一年 人都 房东 承诺 两天 不开 明天 的车 单子 我只 看我',
  '不来 根本 十个 用的 在哪 建议 一遍 吃了 管理 十年 说不 这是 店里 面的 换一 清楚 请问 店员 官司 下去',
  '水器 厨房 楼上 一台 真的 送来 停了 身房 销售 子上 十多 医生 套餐 都说 只有 骗子 看了 天了 的地 新的',
  '售后 书面 举报 我那 账户 们家 只能 派出 出所 回去 衣机 礼拜 出一 似的 打不 小哥 路上 五百 修好 轮椅',
  '保修 三千 八十 两百 安全 按钮 地址 燃气 个电 一声 的一 到账 看到 机号 录音 我去 员说 半年 答应 多了',
  '看看 体检 诉我 上去 电池 等到 交了 维修 我奶 服说 我手 去年 下一 器人 以为 点半 哪个 六个 说一 一晚',
  '我也 厕所 送的 我看 人说 不知 发到 柜台 女儿 页面 十九 八个 一位 下雨 都能 两次 说没 要不 我这 说的',
  '写了 问了 衣服 网上 下午 全家 换个 网约 飞机 天没 别再 单上 儿童 倒是 我了 不出 能看 打车 请你 两年',
  '动车 反映 没来 我找 二次 本人 过来 地方 老板 我发 算了 等着 商家 小票 不认 玻璃 断了 约车 包裹 的电',
  '过我 姑娘 漏水 要是 我问 冰箱 多收 今年 护士 十三 就想 完了 一份 问题 发现 我跟 别的 高铁 给个 凌晨',
  '车上 物流 申诉 到第 还我 手续 那边 业务 还要 看着 六百 到期 两千 信用 点了 用卡 差点 生日 市场 们说',
  '当天 中介 半天 到底 墙上 高速 下的 关不 没用 包装 一路 上次 天我 人管 刹车 教练 就一 座椅 就没 一般',
  '态度 上来 八点 们那 打开 行不 对不 老婆 语音 的号 在门 到的 业厅 诉讼 就这 退订 我换 这种 提醒 屏幕',
  '我女 问一 收的 那台 程序 人脸 四次 买了 老公 上个 开始 法务 暖气 当着 餐厅 一看 里头 住了 房子 一股',
  '消防 报了 跟你 们一 夜里 意思 收我 每月 昨晚 了不 小孩 还能 五分 了你 监控 永远 沙发 三点 十七 上午',
  '付款 退票 解决 诉了 数据 不然 注销 妈的 我上 确认 媒体 十点 了八 道我 我等 小姐 送货 仲裁 收费 子一',
];

const ranks = new Map(
  [english, chinese].flatMap((lines) =>
    lines
      .join(' ')
      .split(' ')
      .map((word, rank) => [featureOf(word), rank] as const),
  ),
);
const veryCommon = 120;

/** How little a feature says by itself: 1 for what most complaints share, 2 for what many share, 0 for the rest. */
export const commonness = (feature: number): 0 | 1 | 2 => {
  const rank = ranks.get(feature);
  return rank === undefined ? 0 : rank < veryCommon ? 1 : 2;
};

/** Whether an English word is one that anybody uses, so that a capital does not make it a name. */
export const isEveryday = (word: string): boolean => ranks.has(featureOf(word));
