import { matches } from '../../triage/matches.ts';
import type { Violation } from './rule.ts';

const apologies =
  /(?:非常|十分|万分|深感|深表|实在|真的|真是|很|特别)*(?:抱歉|对不起|对不住|歉意|道歉|致歉|赔礼|赔不是|不好意思|请(?:您)?(?:多多)?(?:原谅|谅解|见谅|包涵|海涵)|望(?:您)?(?:谅解|见谅|海涵|包涵))|\b(?:(?:so |very |really |deeply |truly |terribly |extremely )*sorry|(?:sincere |deepest |humble |heartfelt )*apolog(?:y|ies|i[sz]e)|forgive (?:us|me)|(?:beg|ask for) (?:your )?(?:pardon|forgiveness)|regret)\b/giu;

/** Apologies beyond the first weigh nothing and cost belief (S4.e1: 滥用道歉). The bot says it once; a person at most twice. */
export const apologyOveruse = (text: string, by: 'bot' | 'staff'): readonly Violation[] => {
  const found = matches(text, apologies);
  if (found.length <= (by === 'bot' ? 1 : 2)) return [];
  const zh = /\p{Script=Han}/u.test(text);
  return [
    {
      rule: 'apology_overuse',
      evidence: found.map(([word]) => word).join(zh ? '、' : ', '),
      clause: 'S4.e1',
      suggestion: zh
        ? '道歉一次就够，说在最要紧的地方，其余换成具体怎么办、什么时候办好。'
        : 'One apology is enough, where it matters most. Use the rest for what happens next, and by when.',
    },
  ];
};
