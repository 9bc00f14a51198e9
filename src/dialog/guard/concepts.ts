/**
 * Words that mean much the same to the learned tone, in both languages: what was learned of one holds for its kin.
 * A phrase is joined by underscores.
 */
const concepts: Readonly<Record<string, string>> = {
  you: '您 你 您的 您们 你们 先生 女士 you your yours sir madam',
  self: '自己 本人 亲手 yourself yourselves own',
  we: '我们 我方 我司 本店 本公司 公司 咱们 本行 我行 行里 店里 咱家 我店 厂里 we our us ours company bank shop firm airline',
  me: '我 me i my mine myself',
  they: '他 她 他们 她们 人家 he she they them him her their his',
  not: "不 没 没有 无 未 并非 从未 不是 not no never none n't neither nor isn't aren't wasn't weren't doesn't don't didn't hasn't haven't hadn't",
  cannot:
    "不能 无法 没法 不了 不行 不可 不予 办不到 做不到 不可能 不允许 不让 不给 不接受 不支持 can't cannot won't couldn't unable impossible refuse refused denied declined rejected ruled_out not_able not_possible not_happening",
  mustNot:
    "别 不要 不必 不用 无需 勿 甭 少来 何必 没必要 犯不着 不值 needn't no_need don't_bother no_point no_use pointless",
  must: '必须 得 只能 只好 务必 must have_to need ought only_way',
  ought: '应该 该 本该 理应 应当 should supposed',
  hindsight:
    "当初 当时 早 怎么不 为什么不 早知 谁让 谁叫 怪谁 怨谁 才怪 迟早 若是 要不是 should_have could_have would_have had_you if_you_had why_didn't you_did next_time",
  careless:
    '不看 没看 没注意 没有看 不小心 不检查 操作不当 使用不当 保管不善 粗心 大意 马虎 毛躁 拖到 read reading checked careful carelessly careless look looked attention ignored skipped forgot dropped',
  maybe:
    '可能 也许 大概 估计 或许 差不多 应该是 说不定 说不准 不好说 看情况 视情况 或者 大约 maybe perhaps might possibly probably hopefully presumably imagine suppose guess hoping hope trust depends depend',
  sometime:
    '尽快 尽早 到时 到时候 过一阵 过阵子 以后 后续 迟早 总会 慢慢 回头 改天 陆续 适时 有空 早晚 快了 soon eventually sometime someday somehow later shortly due_course some_point before_long sooner whenever in_time one_day',
  someone:
    '有人 相关 有关 有关部门 相关部门 各方 上面 那边 someone somebody somewhere something relevant channels various team',
  ponder:
    '研究 考虑 评估 酌情 综合 商量 斟酌 讨论 关注 consider considered options possibilities factors review discuss looked_at looking_into see_what',
  wait: '等 等着 等等 等待 耐心 排队 轮到 排到 先放 挂起 搁 缓缓 稍等 静候 再说 再议 再来 再问 候着 wait waiting patient patience queue turn hold parked park line bear_with sit_tight come_back call_back check_back ring_again try_again',
  chase:
    '催 催促 老问 天天问 追问 反复 重复 chase chasing asking rush hurry pushing nagging daily every_day keep_asking',
  afterwards:
    '过完年 节后 年后 月底 下周 下月 下个月 季末 开春 过几天 明年 忙完 旺季 season spring quarter holidays next_week next_month next_year',
  day: '今天 明天 后天 今晚 今早 明早 上午 下午 中午 周一 周二 周三 周四 周五 周六 周日 星期 点前 日前 today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday noon pm am morning evening',
  weather: '天气 下雪 下雨 雨 雪 雾 台风 冻 雷雨 疫情 weather fog snow storm frost rain strike strikes',
  busy: '忙 人手 爆 爆仓 大促 高峰 暑运 春运 双十一 节假日 缺人 业务量 单量 订单多 顾不上 busy understaffed short_staffed short-staffed peak sale demand overwhelmed swamped rush_hour backlog sick men_down month_end payday',
  machine:
    '系统 升级 电脑 机器 后台 服务器 网络 平台 割接 老化 system software update computer server app migration network technical glitch machine screen',
  inevitable:
    "难免 在所难免 正常 没办法 没法子 没辙 常事 有什么办法 怎么办 不可抗力 控制不了 inevitable bound happens happen normal nature unavoidable outside_our_control beyond_our what_can nothing_anyone life expect expected that's_life",
  colleague:
    '同事 柜员 客服 销售 营业厅 师傅 仓库 财务 快递 总行 总部 前台 兼职 新人 新来的 代理 厂家 厂商 供应商 物流 中介 保安 司机 技师 施工队 学徒 前任 旅行社 运营商 平台方 置业顾问 地服 装维 夜班 开发商 店员 员工 colleague clerk courier driver warehouse sales supplier trainee agent agency engineer predecessor contractor handlers manufacturer maker apprentice department staff shift crew captain plumbers whoever desk office lads lot',
  blunder:
    '弄错 搞错 录错 发错 贴错 弄混 看错 写错 记错 漏 失误 疏忽 错误 搞砸 弄坏 烂摊子 没交接 不交接 乱说 瞎说 瞎许 messed mess mixed mistake mistakes error errors mislabelled botched wrong wrongly slip sloppy slapdash hopeless forgot asleep',
  best: '最好 第一 领先 标杆 口碑 金奖 荣获 一流 数一数二 遥遥领先 龙头 百年 品牌 好评 好评率 专业 高端 权威 评为 拿过 有口皆碑 品质 最受 行业 best leading award awards proud pride finest trusted voted prize prizes prize-winning award-winning famed envy rating benchmark number_one second_to_none favourite premium unmatched rated certified safest fastest excellence',
  heart:
    '心碎 心碎了 心痛 痛心 感同身受 家人 流泪 眼泪 哭 哭了 难过 抱抱 么么哒 心连心 煎熬 心疼 寝食难安 没睡 睡不着 心如刀割 heart hearts heartbroken broken weep wept cry tears devastated shattered family love hugs suffer suffered sorrow pain sleep awake grief beloved terribly',
  flattery:
    '尊敬 尊贵 亲 亲亲 亲爱 宝 宝贝 上帝 至上 衷心 真诚 追求 满意 幸福 动力 dear valued treasured precious happiness delight joy priority important_to sweetie centre',
  liable:
    '责任 全责 承担 担责 过错 失职 认 承认 认错 我们的错 归咎 难辞其咎 负全责 我们负责 liable liability blame responsible responsibility negligence negligent admit concede accept guilty answerable own_up our_fault our_mistake answer_for',
  caused:
    '造成 导致 害 害您 引起 使得 才 因此 caused cause led result through because due_to owing hence made_you',
  harm: '受伤 摔 烫伤 损失 损坏 伤 坏 碎 断 过敏 事故 泡坏 丢 injury injured hurt damage damaged broke burn fell lost loss ruined cost_you accident',
  rule: '规定 制度 流程 条款 手册 规章 政策 细则 口径 权限 标准 指引 话术 章程 规矩 办法 文件 设定 字段 协议 policy policies rule rules procedure procedures guideline guidelines guidance handbook manual clause terms section regulation regulations workflow process practice matrix instructions script protocol setup tariff',
  calm: '冷静 激动 消气 消消气 消火 淡定 情绪 理智 深呼吸 平复 上火 发火 动怒 别急 着急 心平气和 降火 火气 小声 息怒 理性 calm calmly relax breath breathe temper upset chill easy compose composed rational worked_up anger angry shout shouting emotional emotions cool simmer level-headed alarm dramatic tone_down lower',
  money:
    '退 退款 退钱 退还 赔 补偿 赔偿 免 减免 抹掉 代金券 红包 话费 补 退您 赔您 money refund refunded refunds reimburse compensation compensate pay paid payment credit replacement free waive waived penny voucher gift cash price discount charge euros pounds',
  goods:
    '换 换货 退货 换新 维修 改签 解约 退房 押金 订金 exchange return returned repair replace cancel deposit rebooked upgrade upgrading new',
  final:
    '就这样 没商量 免谈 没得谈 结案 到此为止 作废 关闭 不通过 没批 不批 final closed ended end_of no_further stands rests not_offer out_of no_deal case_closed',
  notOurs:
    "不归 不属于 不是我们 没关系 无关 不负责 管不着 不参与 问错 不管 与我们无关 归谁 not_ours isn't_ours nothing_to wrong_person not_my not_our elsewhere their_affair no_part someone_else affair",
  goThere:
    '找 去找 您找 联系 打给 向 问 另打 ask contact ring call see_them talk_to raise raise_it speak_to write_to go_to get_in',
  surely:
    "保证 一定 肯定 绝对 准 包 打包票 拍胸脯 放心 包在 说话算数 说了算 保准 一言为定 做主 没跑 准保 promise guarantee guaranteed definitely certainly assure assured surely word honour trust_me no_question without_fail count_on rest_assured done_deal don't_worry",
  threat:
    '报警 律师 律师函 起诉 法律责任 黑名单 后果 封号 封 停机 保安 催收 征信 吃官司 禁飞 追究 诽谤 掂量 小心 当心 会记录 影响您 sue lawyer lawyers solicitor solicitors legal police blacklist consequences collector collectors collections debt security ban banned no-fly libel court_action suspended suspend regret careful_what mind_how warning blocked score evict terminate',
  outside:
    '消协 监管 媒体 记者 法院 仲裁 差评 评论 帖子 帖 网上 微博 工信部 民航局 信访 协会 调解 保险公司 住建局 诉讼 打官司 曝光 投诉 视频 横幅 ombudsman regulator press newspaper journalist journalists court review reviews post posting online social tribunal authority arbitration standards association media tweet video complaint council insurer mediator',
  takeDown:
    '删 删了 撤 撤了 撤回 下架 改成 摘了 撕 别发 不发 delete deleted remove removed withdraw withdrawn take_down took_down disappear disappeared taken_down turning quietly keep_it private',
  useless:
    '没用 白费 浪费 起不了 算了 折腾 不值当 没空 用不着 惊动 waste wastes lose nothing shame pointless worth better_drop save_yourself trouble sour drag',
  others:
    '别人 大家 别的客户 其他客户 人人 别家 其他人 everyone everybody others nobody other_customers nobody_else people plenty thousand thousands hundreds million hundred',
  neighbour:
    '隔壁 邻居 楼上 楼下 前妻 前夫 室友 您先生 您太太 那位 阿姨 前车主 客人 neighbour neighbours ex-wife ex-husband husband wife flatmate mr mrs ms couple gentleman chap lady owner',
  internal:
    '备注 备注栏 内部 档案 名单 标签 工作群 群里 派工单 客户系统 notes note internal flagged profile list remarks file card crm labelled staff_chat',
  whisper:
    "私下 偷偷 悄悄 别说是我 别说出去 咱们内部 透露 本来不该 between_us between_ourselves strictly_between quote_me on_the_quiet hear_it_from shouldn't_say between_you",
  secret:
    '密码 验证码 动态码 口令 卡号 身份证 正反面 有效期 安全码 付款码 护照 驾驶证 确认码 六位数 数字 password passcode pin puk code codes cvv cvc passport licence login sign-in selfie long_number tan memorable',
  give: '发 发给 给 告诉 提供 念 报 拍 发来 截图 发我 给我 send give tell read share provide text reply type photograph photo let_me',
  exclaim:
    '哎哟 呵呵 哈哈 哇 哟 佩服 恭喜 厉害 真有意思 天大 congratulations wow lol oh goodness gosh haha bravo adorable imagine tragedy sure',
  merely: '而已 不就 就 才 这点 一点 只是 罢了 only just mere merely simply little single',
  leave:
    '别家 换家 别处 另请 走人 elsewhere competitor competitors another_company go_somewhere another_airline other_banks',
  unimportant:
    "不差 不缺 无所谓 没所谓 不痛不痒 不算什么 不重要 排不上 优先 大客户 贵宾 配不上 不值得 有的是 don't_care hardly small tiny priority priorities low minor bigger important matter matters neither_here bother",
  hurtMe:
    '骂 凶 寒心 受伤 侮辱 羞辱 态度 自尊 针对 扎心 冲我 对我 跟我 过不去 难听 我也是人 insult insulted insults abuse rude hurtful hurts attack personally shouted punchbag thanks_i at_me have_a_go upset_me offended disrespect appreciate',
  myLot:
    '打工 打工的 工资 一个月 加班 发钥匙 又不是我 上班 weekend weekends hour early job my_job shift work',
  talk: '打断 别说 说完 停 先听 插话 让我 听我 讲完 interrupt finish finished stop speak talking listen enough skip hold_on hang_on',
  brief: '简短 直接 一句话 重点 长话短说 短 快点 说重点 point brief short shorter boil one_line straight',
  record:
    '记录 监控 录像 流水 证据 录音 图纸 曲线 扫描 白纸黑字 日志 record records log footage evidence proof graph graphs plans list scan',
  claim: '您说 说法 讲的 讲法 反映 说的 讲 所述 您讲 claim say said saying version story account describe',
  untrue:
    '不对 不属实 不可能有 不是这样 没有的事 瞎 睁眼 夸张 看花眼 听岔 记错了 说不通 谣言 不符 有误 untrue false lie lying myth imagined imagine exaggerating overstating nonsense mistaken debate disagree differ incorrect mixing',
  flawless:
    '没问题 没错 没有错 没有问题 无可挑剔 合规 正确 完好 得当 不可能出错 没有差错 没算错 没装错 挑不出 correct correctly properly perfect flawless flawlessly impeccably accurate beyond_reproach nothing_wrong by_the_book always stand_by designed highest',
  inspect:
    '核实 查 核对 了解 检测 看看 弄清楚 核 鉴定 check checked checking find_out investigate examine look_into verify compare inspected looking',
  thank: '谢谢 感谢 辛苦 多谢 thank thanks grateful',
  sorry: '抱歉 对不起 不好意思 很抱歉 歉意 sorry apologise apology apologies regret afraid',
  grasp: '明白 理解 体谅 懂 知道 understand see understandable hear realise',
  fair: '应该的 谁都 换了谁 难怪 有道理 您说得对 您有权 有权 权利 right fair anyone no_wonder every_right entitled',
  but: '但 但是 不过 可以 您看 要么 另外 或 换成 but instead however either alternatively also another meanwhile until',
  please: '请 麻烦 烦请 劳驾 please could would kindly may',
  decide:
    '主管 经理 有权 批 批了 定 决定 报上去 申请 店长 法务 科长 主任 decide decides decision approve approved manager request confirmed asked',
  tellYou:
    "告诉您 答复 回复您 给您打电话 联系您 写给您 跟您说 通知您 给您消息 tell_you call_you let_you write_to_you get_back hear_from you_hear ring_you i'll",
  help: '帮 帮您 替您 为您 替 给您 help arrange arranged booked for_you sort',
  free: '随时 由您 您决定 都可以 尽管 自己选 方便 free_to welcome welcome_to up_to_you choice your_decision convenient whenever_you',
  whether: '如果 要是 是否 是不是 有没有 能不能 会不会 哪 几 whether if which what when where',
  taken: '正在 已经 已 刚 这就 现在 马上 now already has_been have_been is_being',
};

const stemOf = (word: string): string =>
  word.length <= 4 ? word : word.replace(/(?:ingly|edly|ings?|ed|ies|es|ly|s|er|ment)$/u, '');

/** A word without its ending, as features hold it. */
export const stem = (word: string): string => (word.includes('-') ? word : stemOf(word));

const read = (): ReadonlyMap<string, readonly string[]> => {
  const out = new Map<string, readonly string[]>();
  for (const [concept, words] of Object.entries(concepts)) {
    for (const word of words.split(' ')) {
      const known = word.split('_').map(stem).join(' ');
      out.set(known, [...(out.get(known) ?? []), concept]);
    }
  }
  return out;
};

const byWords = read();
const none: readonly string[] = [];

/** What a word, or a phrase of stems, means to the learned tone; often nothing. */
export const conceptsOf = (words: string): readonly string[] => byWords.get(words) ?? none;
