/** What complainants call by many words: a thing, or what went wrong with it. Chinese and English name one and the same. */
export interface Concept {
  readonly name: string;
  readonly zh: RegExp | null;
  readonly en: RegExp | null;
}

const zhOf = (words: string): RegExp | null => (words === '' ? null : new RegExp(words));
const enOf = (words: string): RegExp | null => (words === '' ? null : new RegExp(`\\b(?:${words})\\b`));
const list = (rows: readonly (readonly [name: string, zh: string, en: string])[]): readonly Concept[] =>
  rows.map(([name, zh, en]) => ({ name, zh: zhOf(zh), en: enOf(en) }));

/** What the complaint is about. */
export const things: readonly Concept[] = list([
  ['lift', '电梯|升降机|[号楼]梯(?!队)', 'lifts?|elevators?'],
  ['escalator', '扶梯|扶手电梯', 'escalators?|moving stairs?'],
  ['heating', '暖气|供暖|供热|停暖|暖器|热力', 'heating|heaters?|radiators?|boilers?'],
  ['water', '自来水|停水|供水|水龙头|没水|水箱', 'tap water|taps?|water(?! park)'],
  ['power', '停电|供电|断电|没电(?!池)|电力|的电', 'power|electricity|blackout'],
  ['internet', '宽带|断网|上网|网络|光缆|wifi', 'internet|wi-?fi|broadband|network|online|router'],
  ['signal', '信号|没有服务|打不了电话|通话', "signal|no service|make calls|reception|can't call"],
  [
    'flight',
    '航班|飞机|机场|登机|起飞|机票|空乘|空姐|飞',
    'flights?|planes?|airlines?|airport|boarding|took off|landed|gate',
  ],
  ['train', '列车|高铁|火车|动车|车厢|乘务', 'trains?|railway|coach|carriage'],
  ['metro', '地铁|轨道交通|号线', 'tube|underground line|subway|metro|[a-z]+ line'],
  ['bus', '公交|巴士|班车|\\d路', 'bus|buses|bus stop|the stop'],
  ['hotel', '酒店|宾馆|民宿|入住|海景房', 'hotels?|hostel|b&b|room|suite|check-?in'],
  [
    'parcel',
    '快递|包裹|物流|驿站|快件|分拣|的件|签收|单号',
    'parcels?|packages?|shipments?|deliver\\w*|courier|depot|tracking',
  ],
  ['locker', '快递柜|丰巢|自提柜|储物柜|柜', 'lockers?'],
  ['flowers', '鲜花|花束|玫瑰|的花', 'flowers?|bouquets?|roses?'],
  [
    'food',
    '鸡腿|鱼|菜|饭|餐|肉|食堂|酸奶|奶茶|面包|蛋糕|没熟|月饼|草莓|枇杷|荔枝|外卖|生蚝|自助',
    'food|chicken|fish|cod|meat|wraps?|sandwich\\w*|meals?|dinner|lunch|buffet|canteen|cake|dining|oysters?|curry|pizza|salad|coffee|menu|yogh?urt|milk',
  ],
  [
    'fruit',
    '水果|草莓|枇杷|荔枝|苹果|葡萄|生鲜',
    'fruits?|strawberr\\w+|berries|apples?|veg(?:etables?)?|veg box',
  ],
  ['gym', '健身|瑜伽|私教|会员卡|年卡', 'gyms?|fitness|yoga|workout|pilates|membership|fitzone'],
  ['pool', '泳池|游泳|深水区|救生员', 'pools?|swim\\w*|deep end|lifeguard|chlorine'],
  [
    'school',
    '学校|小学|中学|班主任|幼儿园|校区|老师|家长|年级',
    'schools?|nursery|primary|teachers?|pupils?|class|parents?|kindergarten',
  ],
  [
    'personal-data',
    '隐私|住址|地址|身份证|个人信息|名单|成绩|姓名|分数|泄露',
    'personal data|privacy|addresses|data breach|medical (?:register|conditions)|names?|allergies|spreadsheet|list|marks|scores?|results',
  ],
  [
    'medical',
    '医院|体检|报告|门诊|化验|抽血',
    'clinic|hospital|blood|bloods|test results|doctor|gp|x-ray|appointment',
  ],
  ['medicine', '药店|药|降压|胶囊', 'pharmacy|chemist|tablets?|medicine|pills?|prescription'],
  [
    'app',
    'app|小程序|软件|客户端|升级|更新|新版|版本',
    'app|update[ds]?|updating|upgrade[ds]?|version|release',
  ],
  ['balance', '余额|钱包|零元|0元|0\\.00|变成0', 'balance|wallet|0\\.00|zero|nil'],
  ['camera', '摄像头|相机|拍照|扫码', 'camera|scan(?:ner|ning)?'],
  [
    'login',
    '登录|登不上|刷脸|人脸|验证码|密码|进不去',
    "log ?in|logging in|sign in|face (?:id|login)|password|face not recognised|couldn't get in(?:to)?",
  ],
  ['cards', '银行卡|信用卡|绑定', 'payment cards?|saved cards?|credit card|debit card|my cards?'],
  ['transfer', '转账|汇款|到账|转给', 'transfers?|money sent|sent (?:my|the) \\w+'],
  ['points', '积分|里程', 'points|miles|loyalty'],
  [
    'hotline',
    '客服|热线|电话(?:打|全|占|没|永|关)|忙音|占线',
    'helpline|hotline|call centre|customer service|engaged|busy|rang|picked up',
  ],
  ['ticket', '门票|票|座位|检票|出票|取票', 'tickets?|seats?|row [a-z]|presale|box office|kiosk'],
  [
    'event',
    '音乐节|演唱会|音乐会|演出|儿童剧|灯光秀|话剧|开场',
    'festival|fest|concerts?|gig|show|theatre|carols?|headliner',
  ],
  ['sound', '音响|音质|啸叫|听不清|喇叭', 'sound|speakers?|feedback|hear nothing|silence'],
  ['film', '电影|影城|影院|放映|号厅', 'films?|movies?|cinema|screen \\d|odeon'],
  ['exam', '考试|考场|考点|监考|口语', 'exams?|test centre|speaking test|examiner|resit'],
  ['cable-car', '索道|缆车', 'cable car|gondola|chairlift|ski lift'],
  ['bill', '账单|话费|月租', 'bill|bills|invoice|statement'],
  ['add-on', '视频会员|包月|增值|会员费|自动续费', 'add-?on|video pass|subscription|signed? up'],
  ['fuel', '加油|汽油|柴油|油(?:有水|里|品)', 'petrol|unleaded|diesel|fuel|pump'],
  [
    'charger',
    '充电桩|充电枪|号枪|充不进',
    'charg(?:er|ing) (?:point|station)|ev charger|ev|charger \\d|charger number|kwh',
  ],
  ['car', '汽车|租车|刹车|车漆|我的?车|轿车', 'cars?|windscreen|bonnet|brakes?|paintwork'],
  ['garage', '车库|停车场|地库|道闸', 'car park|parking|garage|barrier'],
  ['fridge', '冰箱|冰柜', 'fridge|freezer|refrigerator'],
  ['washer', '洗衣机|洗地机|扫地机', 'washing machine|washer|dishwasher|vacuum'],
  ['furniture', '衣柜|沙发|柜子|床垫', 'wardrobe|sofa|furniture|mattress|table'],
  ['phone', '手机', 'phone|mobile|handset|sim'],
  ['bottle', '水杯|杯子|保温杯|奶瓶', 'bottles?|flask|cups?|mugs?'],
  ['pushchair', '推车|童车|婴儿车', 'pushchair|buggy|stroller|pram'],
  ['formula', '奶粉', 'formula|baby milk'],
  ['clothes', '卫衣|衣服|裤|校服|t恤|鞋', 'hoodie|clothes|trousers|uniform|jacket|shirt|tee|shoes|boots'],
  ['gift-set', '礼盒|礼包|赠品|买一', 'gift ?set|gift box|hamper|free gift|buy one'],
  ['prize', '抽奖|中奖|中了|获奖|领奖', 'prize|draw|won|winner'],
  ['photos', '婚纱照|底片|照片|影楼', 'photos?|pictures|wedding pictures|hard drive'],
  [
    'building-work',
    '工地|施工|打桩|围挡|装修',
    'roadworks|drill\\w*|digs? up|construction|hoarding|building site|scaffold\\w*',
  ],
  [
    'new-home',
    '交房|楼盘|烂尾|开发商|停工|塔吊',
    'flats were promised|cranes|had keys|move in|developer|the site',
  ],
  ['facade', '外墙|墙砖|墙皮|脱落', 'cladding|tiles fell|facade|lumps of|came down'],
  ['manhole', '井盖|没盖的井|下水井', 'manhole|open drain|drain cover'],
  ['road', '马路|人行道|路面', 'pavement|road|footpath'],
  ['course', '培训|课|英语|学费', 'course|term|classes|lessons?|tuition|academy'],
  ['driving-school', '驾校|教练|练车|科目', 'driving school|driving|instructor|your test|book your test'],
  ['tour', '旅行社|旅游团|导游|跟团|团', 'tours?|guide|trip|excursion'],
  ['cruise', '游轮|邮轮|船上|甲板', 'cruise|ship|deck'],
  ['removal', '搬家|卸货', 'removals?|movers|unload'],
  ['installer', '安装|师傅|高空', 'fitter|install\\w*'],
  ['beauty', '美容|护理|补水|spa', 'spa|facial|treatment|salon'],
  ['library', '图书馆|自习室', 'library'],
  ['care-home', '养老院|护理院|敬老院', 'care home|nursing home|roommate'],
  ['adviser', '理财|客户经理|基金|保本|本金', 'adviser|advisor|fund|capital|invest\\w*|no risk'],
  ['booking', '订的|预订|包间|订座', 'book(?:ed|ing)|reserv\\w+|private room'],
  ['discount', '满减|优惠|折扣|券|尾款|定金', 'discount|code|black friday|per ?cent|%|offer|voucher'],
]);

/** What went wrong. */
export const failings: readonly Concept[] = list([
  [
    'stuck',
    '停在|困在|被困|被关|卡住|卡死|趴在|不动|半空|空中|抬不起来|出不去|出不来',
    "stuck|trapped|jammed|stranded|hung|stopped (?:mid|between)|wouldn't lift|in the air",
  ],
  [
    'broken',
    '坏了|坏掉|停在|困在|故障|失灵|不能用|用不了|停运|停用|不工作|罢工|趴窝|出问题|出毛病|爬楼|瘫痪',
    "stuck|broken|broke(?! (?:a|my|the|our|into))|out of (?:order|service|action)|not working|(?:doesn't|does not|isn't|won't|stopped) work(?:ing)?|no working|faulty|dead|been out|packed in|no (?:lift|elevator)|fault",
  ],
  [
    'fell',
    '掉下|坠|脱落|砸|掉墙|滑到|往下掉|掉了|就掉',
    'fell|fallen|dropped|plunged|came (?:off|down)|collapsed|drop',
  ],
  ['reverse', '倒转|逆行|反转|倒着', 'backwards|reversed?|wrong way'],
  [
    'collapse',
    '倒了|就倒|塌|踩踏|挤塌|栏杆|护栏',
    'collapsed|gave way|went|crush(?:ed)?|railing|fence|barrier',
  ],
  [
    'cancelled',
    '取消|停飞|停办|不演|少发|没来|不来',
    'cancell?ed|cancell?ation|called off|scrapped|never came|missing|no show',
  ],
  [
    'delayed',
    '延误|晚点|迟到|推迟|耽误|拖了|晚开|才开|才飞|才来|干等|延迟',
    'delay\\w*|hours? late|late\\b(?! fee)|six hours|hour and a half|started .{0,20}late|sat for',
  ],
  ['stranded', '睡地板|坐了一夜|过夜|一夜|一宿', 'slept|overnight|bench|spent the night|no hotel|fend for'],
  [
    'not-arrived',
    '没收到|未收到|收不到|没到|未送达|没送|没来|还没到|影子',
    "never (?:arrived|came|got|received|reached)|not (?:arrived|received|delivered)|(?:hasn't|didn't|haven't|hasn't been) (?:arrived?|come|received?|delivered|turn)|nothing has come|nobody here has|still hasn't|marked as signed",
  ],
  [
    'closed',
    '关门|关了|倒闭|跑路|封条|人去楼空|门锁|锁着|停业|歇业|没了|闭馆|关店|早关|提前关|解散',
    'shut|closed|chains|locked|vanished|gone bust|closed (?:down|early)|locked door|disappeared|sign on the door',
  ],
  ['opened-late', '才开门|晚开|九点半才', 'opened .{0,25}late|unlocked|till \\d+'],
  [
    'nobody',
    '没人管|没人理|没人接|联系不上|打不通|没有人|没人看|没人修|没说法|不管|占线|忙音|没人通知',
    'nobody|no one|no staff|unmanned|no answer|unanswered|shrugged|silence|no announcements|nobody answers',
  ],
  [
    'no-notice',
    '没(?:人|有)?通知|没贴通知|没告知|没提前|不通知|没公告|没给说法|没人给个说法|没说',
    'without (?:a word|notice|telling|asking|warning|a note)|no (?:notice|warning|text|email|explanation)|never told|nobody told|not told|without consent',
  ],
  [
    'cold',
    '冰凉|不热|没暖|没热|冷得|冻|停暖|没暖气|没有暖气|1\\d度',
    'cold|freezing|no heating|\\d+ degrees|coats|stone cold',
  ],
  ['hot', '没冷气|不制冷|蒸笼|闷热|热晕|空调坏', 'no air ?con\\w*|boiling|stifling|sweltering'],
  [
    'leak',
    '漏水|渗水|渗漏|滴水|漏雨|滴到|还在滴|漏',
    'leak\\w*|drip\\w*|let(?:s)? the rain in|comes through|water coming',
  ],
  ['flooded', '淹|进水|泡|湿透|湿了|都湿', 'flood\\w*|soaked|wet through|rained into|waterlogged|ruined'],
  ['discoloured-water', '发黄|黄的|黄汤|铁锈|浑', 'brown|rusty|colou?r of tea|discolou?red|murky'],
  ['no-water', '停水|没水|断水|没有自来水', "no water|taps? dry|water's been off|can't flush"],
  [
    'no-power',
    '停电|没电|断电|停了一[宿夜]',
    'power (?:went|cut)|no electricity|blackout|pitch dark|no .{0,12}lights',
  ],
  [
    'no-internet',
    '断网|没网|宽带断|掉线|网断',
    'no internet|broadband down|outage|offline|connection dropped|internet (?:is )?down',
  ],
  ['no-signal', '没信号|没有服务|信号一直是叉|打不了电话', "no (?:signal|service)|can't make calls"],
  [
    'crash',
    '闪退|崩溃|崩了|打不开|卡死|白屏|白花花|转圈|繁忙|系统忙',
    "crash\\w*|freezes?|frozen|froze|won't open|doesn't open|white screen|blank|error|spinning|went down",
  ],
  [
    'vanished',
    '没了|不见了|清零|清空|变成0|变成零|显示零|显示0|为零|0\\.00|全没|都丢|弄没',
    'vanish\\w*|gone|wiped|lost|to zero|disappear\\w*|nil|zero|shows? 0|0\\.00|cards are gone',
  ],
  [
    'login-failed',
    '登不上|登录不了|进不去|识别失败|识别一直|刷脸总失败|不通过',
    "couldn't (?:get in|log in)|not recognised|refused me|can't log|broken on",
  ],
  [
    'smoke',
    '冒烟|起烟|烧|着火|起火|熏黑',
    'smok\\w+|fire|flames?|scorch\\w*|burn(?:t|ing)? (?:out|down)|caught fire',
  ],
  ['burnt', '烫|烧伤|起泡', 'scald\\w*|burn(?:t|ed)|blister\\w*'],
  ['burst', '爆管|炸了|爆裂|冒白汽', 'burst|went up|exploded|blew'],
  [
    'ill',
    '拉肚子|腹泻|上吐下泻|食物中毒|肚子疼|吐|病倒|腹痛',
    'sick|ill|poison\\w*|vomit\\w*|threw up|bathroom|stomach',
  ],
  ['raw', '没熟|生的|带血|夹生', 'raw|undercooked|see-through|pink inside'],
  [
    'spoiled',
    '变质|发霉|霉味|烂|发酸|馊|结块|哈喇|腐|蔫',
    'mould\\w*|moldy|rott\\w+|off\\b|spoil\\w*|grey with fur|sour|wilted|half dead|brown at',
  ],
  ['vermin', '蟑螂|虫|老鼠|苍蝇', 'cockroach\\w*|bugs?|insects?|rats?|mice|beetle|flies|alive'],
  ['expired', '过期|到期了|超过保质', 'expired|out[- ]of[- ]date|past its date'],
  ['smell', '刺鼻|味道|臭|塑料味|呛人|异味|有毒', 'stinks?|smells?|reeks?|chemicals?|toxic'],
  [
    'irritated',
    '红肿|眼睛疼|睁不开|皮疹|疹子|过敏|脸肿|疙瘩|氯|烂脸|脸烂',
    'rash|red eyes|burned my|swollen|allergic|chlorine|blisters|burnt face',
  ],
  ['lumps', '结块|疙瘩|冲不开|不溶', "lumps|won't dissolve|clump\\w*"],
  [
    'damaged',
    '凹|破|裂|碎|坑|砸|撞坏|变形|划',
    'crack\\w*|smash\\w*|split|dent\\w*|damaged|broken in|torn|scratch\\w*|mush',
  ],
  ['seams', '开线|裂了|一洗就破|裆', 'seams?|ripped|split'],
  ['dye', '掉色|褪色|染', 'bled|dye|runs|blue|fade[ds]?'],
  ['came-off', '脱落|掉了|就掉|松脱', 'came off|fell off|dropped off|fall off'],
  [
    'missing-part',
    '少了|只有|缺|只发|就一个|少发',
    'missing|instead of|short of|only got|incomplete|only \\d',
  ],
  [
    'overcharged',
    '多收|多扣|多算|多了一笔|多出|扣了\\d|\\d{2,}(?:块|元)?.{0,6}扣的|没订过|没开通|高空费|高空作业费|乱收|无缘无故|莫名|莫名其妙|扣了我|被开|多扫|坐地起价|涨到|要\\d{3,}|扣的|翻倍|宰',
    "overcharg\\w*|charged (?:me )?(?:\\D{0,12})?\\d|never asked for|didn't sign up|wanted \\d+|demanded|nearly doubled|went from|taken|charged seventy|charged for",
  ],
  [
    'double-charged',
    '扣了两次|重复扣|收了两|扣两次|扣两笔',
    'charged twice|billed twice|double[- ](?:charged|billed)|two times|billed me twice|charged me twice',
  ],
  ['no-refund', '不退|退款|退费|谁退|退钱', 'refunds?|money back|reimburse\\w*'],
  [
    'mixed-up',
    '弄混|张冠李戴|别人的|弄错|搞错|拿错',
    "mixed up|somebody else's|someone else's|another (?:patient|person|customer)'?s?|wrong person|wrong name",
  ],
  [
    'leaked',
    '泄露|发到|传到|公开|群里|发了张|贴在|大屏|滚动播|放到|念出',
    'emailed every|leak\\w*|posted online|data breach|sent to the whole|attached|on (?:a|the) (?:screen|internet|billboard)|every family|online|consent|advertising',
  ],
  [
    'queue',
    '排队|排了|排到|挤|入场',
    'queue\\w*|standing in a line|stood in|waited|one gate|in line|line for',
  ],
  [
    'rude',
    '骂|吼|出言不逊|冷嘲|羞辱|说哭|态度|翻白眼|阴阳怪气|横|爱搭不理',
    'rude|swore|verbally abuse\\w*|shout\\w*|sarcastic|eff off|insult\\w*|abuse|impolite|nasty|attitude',
  ],
  [
    'thrown-out',
    '赶出|让.{0,12}出去|不让进|赶走',
    'pushed .{0,30}out|thrown out|kicked out|wait in the corridor|turned away',
  ],
  ['manhandled', '动手|推搡|打人|拽|拖', 'grabbed|manhandl\\w*|dragg?(?:ed)?|drag|by the hood|pushed'],
  [
    'unattended',
    '没人看|玩手机|呛水|溺水|差点出事',
    'nobody watching|texting|on the phone|drown\\w*|went under|pulled a child',
  ],
  ['child-harm', '粘|贴嘴|胶带|胶布|体罚', 'taped?|tape|punish\\w*'],
  ['fell-person', '摔|跌倒|没人扶', 'lay on the floor|on the (?:ground|floor)|fell over|broke my|fallen'],
  ['bribe', '红包|给钱|好处费|暗示要|五百', 'cash in hand|in cash|under the table|bribe|£?50'],
  [
    'noise',
    '噪音|噪声|吵|扰民|通宵|打桩|不断',
    'noise|noisy|drill\\w*|all night|at midnight|racket|no sleep',
  ],
  [
    'promise',
    '承诺|说好|保证|说是|宣传|保本|不会亏',
    "promised|swore|couldn't lose|no risk|was safe|false advertising|said 30|only gave",
  ],
  ['loss', '亏', 'down a third|lost (?:nine|\\d)|loss'],
  [
    'not-built',
    '停工|烂尾|没人了|拆了|遥遥无期|交房',
    'empty|nobody has worked|cranes have gone|should have had keys|promised for',
  ],
  ['mis-sold-view', '海景|货不对板|停车场的房间|窗外', 'sea view|view of|faces the|at the back'],
  [
    'given-away',
    '给了别人|没位|记错|重复卖|抢一个座|两张票|两拨人|坐着别人',
    'given it away|double booked|sold twice|had my seat|already taken|taken by people|turned away',
  ],
  ['forced', '强制|逼|锁车门|不买不让|每人消费', 'forced|locked the bus|held in|until we bought|threatening'],
  ['thrown-away', '扔了|清走|当垃圾|没了', 'binned|threw .{0,10}out|cleared our|thrown away'],
  ['thrown-about', '扔|雪地|雪里|雪天|露天', 'thrown about|on the snow|in the snow|heaps'],
  ['blocked', '占了|占道|挡|全占', "blocked|takes the whole|can't get|in the way"],
  ['no-cover', '没了|没盖|丢了|掉进|栽进', "no cover|cover's been gone|went in|open drain"],
  ['brakes', '刹车', 'brakes?'],
  ['stalled', '熄火|就抖|掺水|有水', 'juddering|died|water in|engine'],
  ['no-charge', '充不进|一度没充|没充', 'no charge|zero kwh|kwh'],
  ['print-failed', '出不了票|取不出|订单异常', "wouldn't print|said error|error"],
  ['no-transfer', '没到账|未到账|没收到|卡了', "never arrived|hasn't got it|in limbo|left my account"],
  ['unreachable', '打不进|没人接|忙音|占线', "engaged|nobody picked up|busy|could not reach|couldn't reach"],
  ['sold-out', '售罄|没货|没了', 'sold out|everything was gone|gone at'],
  ['fined', '罚款|罚单', 'fine[d]?|parking fine|penalty'],
  ['bad-sound', '炸麦|啸叫|听不清', 'feedback|hear nothing|speakers blew|sound went'],
  ['not-taught', '放鸽子|老师没来|白跑', 'nobody showed up|standing outside|no teacher'],
]);

/** Names of the concepts that a folded text speaks of. */
export const conceptsIn = (folded: string, concepts: readonly Concept[]): readonly string[] => {
  const isChinese = /[一-鿿]/.test(folded);
  return concepts
    .filter(({ zh, en }) => (isChinese && zh?.test(folded)) || en?.test(folded))
    .map(({ name }) => name);
};
