import type { Span } from './contacts.ts';
import { matches } from './matches.ts';
import type { Scan } from './scan.ts';

const chineseNamed =
  /(?:客服|销售|店长|经理|主管|师傅|顾问|业务员|柜员|管家|司机|老师|医生|护士|骑手|工号)(?:是|叫|名叫|:)?\s?(?:小|老)?[\u4e00-\u9fa5](?:[\u4e00-\u9fa5]{0,2}?)(?=[,.。!?\s"说的在对给把很就也还]|$)|[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶谢邹潘范彭鲁韦马方袁柳唐罗薛雷贺倪汤郝常于傅齐康余顾孟黄萧尹姚邵汪毛宋熊纪舒项董梁杜贾江郭林钟徐邱高夏蔡田樊胡万管卢丁邓洪石崔龚程陆翁段侯武刘龙叶黎白赖卓乔谭温庄易廖][\u4e00-\u9fa5]?(?:经理|主管|店长|师傅|总监|客服|医生|老师|主任|总(?![是共算的体之得])|工(?![作人程资地具业厂]))|(?:小[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏谢潘范彭马方袁唐罗薛雷汤郝于傅余顾黄姚宋熊董梁杜江郭林徐高夏蔡田胡邓程陆刘叶谭廖])(?=[,.。!?\s"说的在对给把很就也还]|$)|工号[::]?\s?[a-z0-9]{2,12}/g;
const englishNamed =
  /(?:(?:manager|agent|rep|representative|salesman|saleswoman|salesperson|employee|cashier|waiter|waitress|server|driver|supervisor|advisor|adviser|technician|clerk|person|guy|lady|woman|man|consultant|staff member|operator|attendant|receptionist|teller|broker|someone)(?:,? (?:named|called|by the name of|whose name is|name was|name is)?,? ?)(?<after>[A-Z][a-z]{2,15}(?: [A-Z](?:[a-z]{1,15}|\.))?))|(?:(?:your|the|a) (?<by>[A-Z][a-z]{2,15}) (?:from|in|at) (?:your|the|customer|sales|support|billing))|(?<titled>(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][a-z]{2,15})|(?<told>[A-Z][a-z]{2,15}) (?:from (?:customer service|support|billing|sales|your|the)|was (?:very |so |extremely )?(?:rude|unhelpful|unprofessional)|hung up)/g;
const notName =
  /^(?:The|This|That|Your|Very|Who|And|But|Was|Is|Said|Told|Refused|They|He|She|It|We|You|My|Not|On|At|In|For|From|To|When|Then|Bank|Customer|Staff|Service|Amazon|Apple|Google|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** More than a text can sensibly accuse; a flood of them must not cost time. */
const mostAccused = 60;

/** Staff who are named or described by their role, for recusal (S1.13); ranges of the received text. */
export const findAccused = (scan: Scan): Span[] => {
  const { view } = scan;
  const out: Span[] = [];
  const add = (start: number, end: number): void => {
    if (out.length < mostAccused && !out.some((one) => one.start < end && start < one.end))
      out.push({ start, end, value: view.source.slice(start, end).trim() });
  };
  for (const match of matches(view.text, chineseNamed))
    add(view.startOf(match.index), view.endOf(match.index + match[0].length));
  for (const match of matches(view.source, englishNamed)) {
    const groups = match.groups ?? {};
    const name = groups.after ?? groups.by ?? groups.told;
    if (name === undefined || !notName.test(name)) add(match.index, match.index + match[0].length);
  }
  for (const hit of scan.hits('role.staff').slice(0, 20)) add(view.startOf(hit.start), view.endOf(hit.end));
  return out.sort((a, b) => a.start - b.start);
};
