import type { Span } from './contacts.ts';
import type { View } from './normalise.ts';

const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊甄曲封储靳段富巫焦巴谷车侯全班仰仲伊宫宁仇栾甘祖武符刘景詹束龙叶幸司黎薄印白怀蒲邰从索籍赖卓蔺屠蒙池乔阴闻党翟谭贡姬申冉宰雍桑桂边尚温庄晏柴瞿阎习艾容向古易廖耿关查游权';
const title = '(?:先生|女士|小姐|太太|老师|同学|阿姨|叔叔)';
const notName =
  /^(?:于是|时候|时间|明天|明明|和你|和我|应该|从来|全部|全家|单独|成都|成为|平时|高兴|安心|向你|计划|易|常常|强烈|何时|何况|管理|关心|金额|万一|黄牛|云南|江苏|石家庄|房东|车主|白买|任何)/;
const chineseName = `(?:[${surnames}](?:${title}|[\\u4e00-\\u9fa5]{1,3}?${title}?)|(?:欧阳|上官|司马|诸葛|司徒|东方|慕容)[\\u4e00-\\u9fa5]{1,2})(?=$|[\\s,.。!;;:、()"\\d]|(?:电话|手机|是|住|在|的|来自|,|您|你|想|要|投诉|女,|男,|联系))`;
const given: readonly RegExp[] = [
  new RegExp(
    `(?:我(?:的名字)?叫(?:做)?|本人(?:叫|是|姓名)?:?|(?:我的)?(?:姓名|名字)(?:是|为|:):?|联系人(?:是|为|:)?:?|投诉人(?:是|:)?:?|收货人(?:是|:)?:?|署名:?|此致 ?敬礼[,!.]? ?)\\s?(?<name>${chineseName})`,
    'g',
  ),
  new RegExp(
    `(?<![他她们不])我是(?:业主|客户|车主|住户|会员|用户|\\d[\\d栋号楼室单元-]{1,12}(?:的)?(?:业主|住户)?)?(?<name>${chineseName})`,
    'g',
  ),
  new RegExp(`(?:我姓|免贵姓|鄙人姓|本人姓)(?<name>[${surnames}])(?![名氏])`, 'g'),
];

/** Signs that names are made of: a word of two or three signs before a comma is a name only when it is built like one. */
const givenSigns =
  '君宏伶玮炜楷凌淇沁妤伊宛筱仪慈念晓珮佩彬宾冰滨兵柳春霖博渊婧菡曼蕊菊苹璟伦伯仲叔季勤俭朴耕耘耿介亚非雷霆震宝贝娣弟妹姐妮妞丫囡囝巧珏钊铮键钢铜铁锡琰珩玥昊昱旻旺昕昭晟晔景智暄暖瀛灏炳焕燊烽伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅鹏辉玲飞燕鑫波斌莉丹萍建国文志晓晴雪琳慧佳宇浩轩子涵欣怡梦瑶思雨诗颖倩婷蓉薇薛琪琦珊珍凤云龙虎海江河山川林森树春夏秋冬东南西北中正义仁礼智信忠孝德才俊彦博远航翔宁康健安乐福禄寿喜庆祥瑞福嘉良善美好新民生长永恒久光荣耀宗祖家富贵荣昌盛兴旺发达成功全胜利凯威武雄豪毅坚定诚实守恩惠爱心兰菊竹莲荷桃杏梨枫松柏楠桐岚岩石峰岳岭晨曦阳旭日月星辰宸瀚泽润沐沛淼鸿鹤雁莺鹭咸丰广权升腾跃进升起来小大彤帆舟笑天然若如意可依依一凡尘卿婉柔淑贤惠娴雅媛娥姣娇婵妍嫣菲芸苑茜萌苗芷茹莹萱蔓蕾薏馨香雯霏露霜虹霓珏珂珠琴瑟瑾瑜璐璇璟钧铭锋锐镇鉴钰钦铁柱栋梁材栎梓樱槐榕檀炎焱煜烨熙照煦然立竑章端童竞笙筠策简箫籽粤素紫红绍绮缘纯维绪继续纲缨罗羽翎翰翼耀耘聪肖胤舒良艺芝苏英茂范荃荣莎莉菁萧蓝蓓蔚蕙谊谦谨谷豫贝贞贤赫超越路轶辰达迅迪逸道遥邦郁郎采金银锦鑫长雁雅青靖静非韬韵音顺颂颐风飒驰骏骥高魁魏鲁鸣麟黎默齐龄';
const builtName = `[${surnames}](?!是)[${givenSigns}]{1,2}`;
/** Heads of letters: 冯伟，订单……; after a code; as the one to be reached. */
const heads: readonly RegExp[] = [
  // Followed by a number to be found by, any two or three signs behind a surname are a name.
  new RegExp(
    `^(?:你好[,!。]?|您好[,!。]?)?(?<name>[${surnames}](?!是)[\\u4e00-\\u9fa5]{1,2}|[${surnames}](?:女士|先生|小姐|太太))(?=[,，。 (:：](?:[a-z0-9+]|订单|单号|电话|手机|合同|保单|运单|车牌|户号|会员|卡号|房号|票号|编号|客户|住|家住|[\\u4e00-\\u9fa5]{0,4}(?:单|号)[:：]?[a-z0-9]))`,
    'g',
  ),
  new RegExp(
    `(?:我(?:妈妈?|爸爸?|母亲|父亲|妻子|太太|老婆|老公|丈夫|爱人|女儿|儿子|奶奶|爷爷|外婆|外公|姥姥|姥爷|岳母|岳父|婆婆|公公|姐姐?|哥哥?|弟弟?|妹妹?)|家长|患者|病人|学员|学生|租客|房客|老人|代)(?:叫|名叫|是|:)?(?<name>${builtName})(?=$|[\\s,，.。!;:：、(\\d的在去被]|电话|手机)`,
    'g',
  ),
  new RegExp(
    `我(?:就)?是(?<name>${builtName})(?=的(?:女儿|儿子|家属|妻子|丈夫|老公|老婆|妈|爸|母亲|父亲))`,
    'g',
  ),
  new RegExp(
    `(?:—{1,2}|--|敬礼[!。]?|\\n) ?(?<name>${builtName})(?:敬上|谨上|上|留|呈)?(?:[ \\n]?\\d{2,4}[年./-].{0,12})?\\s*$`,
    'g',
  ),
  new RegExp(
    `(?:^|[a-z0-9]{4}[,，] ?|^我[,，] ?)(?<name>${builtName}|[乌阮欧上司诸][\\u4e00-\\u9fa5]?[${givenSigns}]{1,2})(?=[,，。(:：])`,
    'g',
  ),
  new RegExp(
    `(?:收件人|寄件人|联系人|乘客|旅客|投保人|被保险人|户主|业主|机主|车主|持卡人|本人姓名|我姓名|用户名?|客户名?)(?:姓名)?(?:[ ,:是为写叫]{0,3})(?<name>${builtName})(?=$|[\\s,，.。!;:：、(\\d]|电话|手机)`,
    'g',
  ),
];

const word = "[A-ZÀ-Þ][a-zA-ZÀ-ÿ'’-]{1,20}";
const fullName = `(?:(?:Mr|Mrs|Ms|Miss|Dr)\\.? )?${word}(?: [A-Z]\\.?(?=\\s))?(?: (?:de |van |von |Mc|O['’])?${word}){0,2}`;
const givenEnglish: readonly RegExp[] = [
  new RegExp(
    `(?:[Mm]y (?:full )?name(?:'s|’s| is|:)|[Nn]ame(?: is)?:|I am called|I'm called|[Yy]ou can call me|[Cc]all me) (?<name>${fullName})`,
    'g',
  ),
  new RegExp(
    `(?:^|[.!,\\n] ?|[Hh]i,? |[Hh]ello,? |[Hh]ey,? )(?:[Tt]his is|I am|I'm|I’m|[Ii]m) (?<name>${word} (?:[A-Z]\\.? )?${word})(?= ?(?:[,.!\\n]|and|from|calling|writing|here|$|\\())`,
    'g',
  ),
  new RegExp(
    `(?:[Rr]egards|[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Tt]hank you|[Tt]hanks|[Bb]est|[Cc]heers|[Ss]igned|[Yy]ours)[,.!:]?[ \\t]*\\n+[ \\t]*(?<name>${fullName})[ \\t]*(?=\\n|$|[,.])`,
    'g',
  ),
  new RegExp(`(?:[Rr]egards|[Ss]incerely),? (?<name>${word} ${word})\\.?(?=\\s*$|\\n)`, 'g'),
];
/** Who writes a letter names themselves first: 'Orla McGarvey, EX-5512,' · 'Ingrid Solheim here' · before their own address. */
const particle = '(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|ibn|abu|ter|ten|zu|dos|du|st)';
const cap = '[A-ZÀ-Þ]';
const low = '[a-zß-ÿāăąćčďđēęěğīıłńňőœřśşšťūůűźżž]';
const plainName = `${cap}(?:${low}|['’]){1,20}(?:-${cap}${low}{1,15})?(?: ${cap}\\.)?(?:[ -]${particle}){0,2}[ -](?:${cap}['’])?(?:Mc|Mac|Al-|El-|al-|el-)?${cap}${low}{1,20}(?:-${cap}${low}{1,15})?(?: ${cap}${low}{2,15}(?=,))?`;
const headsEnglish: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:[Hh]i|[Hh]ello|[Hh]ej|[Hh]ey|[Dd]ear \\w+|[Gg]ood (?:morning|afternoon|evening)|[Mm]orning|[Ee]vening)[,.!]? )?(?<name>${plainName})(?=(?:,? (?:here|again|speaking|writing)\\b)|,? ?[,:(—–]|\\. |\\s*\\n)`,
    'g',
  ),
  new RegExp(`(?:^|[.!?] )(?<name>${plainName})(?= here\\b)`, 'g'),
  new RegExp(`^(?<name>${cap}${low}{2,15})(?= here[,.:])`, 'g'),
  new RegExp(
    `\\b(?:[Mm]y|[Oo]ur) (?:late )?(?:mother|father|mum|mom|dad|wife|husband|partner|son|daughter|sister|brother|client|grandmother|grandfather|aunt|uncle|nan|gran|mother-in-law|father-in-law),? (?<name>${plainName})`,
    'g',
  ),
  new RegExp(`(?:on behalf of|complaining for|writing for) (?:my \\w+,? )?(?<name>${plainName})`, 'g'),
  new RegExp(
    `(?:[Tt]hanks|[Tt]hank you|[Cc]heers|[Rr]egards|[Ss]incerely|[Bb]est|[Yy]ours(?: \\w+)?|—|--|–)[,.!]? ?(?<name>${plainName})[.]?\\s*$`,
    'g',
  ),
  new RegExp(`(?<=\\b[A-Z0-9]{2,8}-?[A-Z0-9-]{3,14}, )(?<name>${plainName})(?=[.,])`, 'g'),
  new RegExp(`(?<name>${plainName})(?=,? ?[(<]?[a-z0-9._-]+@)`, 'g'),
  /(?:[Tt]his is|I am|I'm|I’m|(?<=^))[ ]?(?<name>(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][a-zA-Z'’-]{1,20}(?: [A-Z][a-zA-Z'’-]{1,20})?)(?= here| again| speaking|[,.]| from)/g,
];
const opening =
  /^(?:Customer|Service|Dear|Sir|Madam|Good|Worst|Best|Bad|Terrible|Horrible|Awful|Never|Black|Cyber|Royal|British|Order|Booking|Absolutely?|Total|Utter|Great|Poor|Rude|Delivery|Parcel|Refund|Flight|Hotel|Room|Bank|Card|Account|Credit|Complaint|Update|Subject|Reference|Hello|Thank|Thanks|Please|Pls|Just|My|Our|Your|The|This|That|These|Those|When|Where|What|Why|Who|How|Is|Are|Was|Were|Do|Does|Did|Can|Could|Would|Will|Has|Have|Had|No|Not|Yes|So|And|But|For|From|With|Since|After|Before|On|In|At|To|Two|Three|Four|Five|Six|Ten|First|Second|Third|Last|Next|New|Old|Big|Small|One|Half|Every|All|Another|Still|Again|Also|Any|Some|Same|Day|Week|Month|Year|Today|Yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|New|Happy|Merry|Trading|Citizens|Financial|Energy|Legal|Data|Small|County|High|Apple|Google|Amazon|Samsung|Sony|Ford|Toyota|Premier|Prime|Team|Support|Head|General|Re|Fwd|Attn|Attention|Formal|Official|Final|Urgent|Important|Bought|Paid|Ordered|Got|Sent|Waited|Called|Asked|Told|Shame|Disgusting|Disgraceful|Shocking|Unbelievable|Ridiculous|Appalling)$/;
const isOpening = (name: string): boolean => name.split(/[ -]/).some((part) => opening.test(part));

const notEnglishName =
  /^(?:Thanks|Regards|Sincerely|Best|Cheers|Signed|Yours|Hi|Hello|The|This|That|Not|Very|Your|Still|Just|Never|Customer|Service|Disgusted|Disappointed|Angry|Furious|So|Sorry|Sick|Really|A|An|In|At|On|From|Also|Please|Thank|Chinese|American|British|Writing|Calling|Bank|Card|What|Why|How|I|It|No|Is|And|But|Good|Great|Fine|Done|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

const inSource = (view: View): Span[] => {
  const out: Span[] = [];
  for (const pattern of givenEnglish) {
    for (const match of view.source.matchAll(pattern)) {
      const name = (match.groups?.name ?? '').replace(/ (?:And|From|Here|Calling|I|My|The)$/, '');
      const start = match.index + match[0].lastIndexOf(name);
      if (name !== '' && !notEnglishName.test(name))
        out.push({ start, end: start + name.length, value: name });
    }
  }
  for (const pattern of headsEnglish) {
    for (const match of view.source.matchAll(pattern)) {
      const name = match.groups?.name ?? '';
      const start = match.index + match[0].indexOf(name);
      if (!isOpening(name) && !notEnglishName.test(name))
        out.push({ start, end: start + name.length, value: name });
    }
  }
  return out;
};

const inView = (view: View): Span[] => {
  const out: Span[] = [];
  for (const pattern of [...given, ...heads]) {
    for (const match of view.text.matchAll(pattern)) {
      const name = match.groups?.name ?? '';
      if (name === '' || notName.test(name)) continue;
      const end = match.index + match[0].length;
      const [start, stop] = [view.startOf(end - name.length), view.endOf(end)];
      out.push({ start, end: stop, value: view.source.slice(start, stop) });
    }
  }
  return out;
};

/** Names that the writer gives as their own, as ranges of the received text. */
export const findNames = (view: View): Span[] => {
  const all = [...inView(view), ...inSource(view)].sort((a, b) => a.start - b.start || b.end - a.end);
  let until = 0;
  return all.filter((one) => {
    const isFree = one.start >= until;
    if (isFree) until = one.end;
    return isFree;
  });
};
