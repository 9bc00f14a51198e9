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

const word = "[A-Z][a-zA-Z'’-]{1,20}";
const fullName = `(?:(?:Mr|Mrs|Ms|Miss|Dr)\\.? )?${word}(?: [A-Z]\\.?(?=\\s))?(?: (?:de |van |von |Mc|O['’])?${word}){0,2}`;
const givenEnglish: readonly RegExp[] = [
  new RegExp(
    `(?:[Mm]y (?:full )?name(?:'s|’s| is|:)|[Nn]ame(?: is)?:|[Cc]alled|[Ii]t's|[Yy]ou can call me|[Cc]all me) (?<name>${fullName})`,
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
  return out;
};

const inView = (view: View): Span[] => {
  const out: Span[] = [];
  for (const pattern of given) {
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
