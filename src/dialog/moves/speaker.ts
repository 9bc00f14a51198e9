import type { Party } from '../../complaint/further-commands.ts';
import { type Complaint, isClosed } from '../../complaint/state.ts';
import { others } from '../script/others.ts';
import { addToFile } from './intake.ts';
import { giveJoinCode } from './others.ts';
import { awaitAnswer, byComplainant, order, type SoFar, say, seedOf, type TextItem } from './so-far.ts';
import { wordsOf } from './told.ts';

const name = "([\\p{Script=Han}·]{2,4}?|[\\p{Script=Latin}'’-]+(?: [\\p{Script=Latin}'’.-]+){0,3}?)";
const start = '(?:^|[\\n,，.。;；!！:：]\\s*)(?:so |and |but |所以|因此|那么?|好的?|请|麻烦)*';
const end = '(?:了|吧|哈|呢|好吗|可以吗|行吗|谢谢|please|thanks?|thank you|[\\s,，.。!！~～?？])*$';
const when = '(?:(?:以后|今后|往后|之后|接下来|后面|现在|从(?:现在|今天|今)(?:开始|起|往后)?)[,，\\s]*)';
const all = '(?:我们|大家|大伙儿?|我|全体|业主|住户|各位)';
const you = '(?:[跟和与向同]你们)';
const us = '(?:us|all of us|the group|everyone|everybody|me)';
const later = '(?:\\s+(?:from now on|now|instead(?: of me)?))*';
const from = '(?:please |ok(?:ay)?,? |from now on,? )*';
/** What stands where a name would and is none. */
const noName =
  /^(?:你|您|他|她|我|谁|别人|其他|一个|经理|领导|客服|律师|媒体|(?:me|you|him|her|it|us|them|he|she|they|we|i|who|some|any|no|a|an|the|my|your|our|this|that)\b)/iu;

/** How people hand the word to another: each frame holds the name, at the end of what was said. */
const frames: readonly RegExp[] = [
  `${start}${when}?(?:就|都|改|${all})*(?:由|让|请|换成?|改由|改成|交给)${name}(?:来|去)?(?:代表|代替|替|代|当代表|做代表|作代表|出面|发言|${you})${all}*${you}?(?:说话?|发言|出面|联系|沟通|谈|对接|跟进)?${end}`,
  `${start}${all}?(?:重新|改|新)?(?:推选?|选)(?:举|了)?${name}(?:来)?(?:当|做|作|为|作为)(?:新的?)?代表${end}`,
  `${start}${when}${name}(?:来)?代表${all}+${you}?(?:说话?|发言|出面|联系|沟通)?${end}`,
  `${start}${from}(?:let|have) ${name} (?:speak|talk|answer|act|decide)(?: (?:for|on behalf of|to|with) (?:${us}|you))*${later}${end}`,
  `${start}${from}${name} (?:will|should|shall|is going to|can) (?:now )?(?:(?:speak|talk|answer|act) (?:for|on behalf of)|represent) ${us}${later}${end}`,
  `${start}${from}${name} (?:is|will be|shall be|should be) (?:now )?our (?:new )?(?:speaker|spokes(?:person|man|woman)|representative|contact(?: person)?)${later}${end}`,
].map((frame) => new RegExp(frame, 'iu'));

/** Longer words tell more than who shall speak. */
const longest = 120;

/** Whom the words name to speak for all from now on; null when they are about something else. */
export const namedSpeaker = (words: string): string | null => {
  const text = words.trim();
  if (text.length > longest) return null;
  for (const frame of frames) {
    const found = frame.exec(text)?.[1];
    if (found && !noName.test(found)) return found;
  }
  return null;
};

const sameName = (party: Party, asked: string): boolean =>
  party.name.toLowerCase() === asked.toLowerCase() ||
  party.name.toLowerCase().startsWith(`${asked.toLowerCase()} `);

/**
 * Whoever complains for several hands the word to another of them; null when the words ask for nothing of the kind.
 * Staff record it, once they know that the other agrees; only somebody who joined in a talk of their own can be reached.
 *
 * @clause IN-13
 */
export const handWord = (
  turn: SoFar,
  texts: readonly TextItem[],
  complaint: Complaint | null,
): SoFar | null => {
  if (!complaint || isClosed(complaint) || turn.dialog.intake !== null) return null;
  const { complainant, facts, parties } = complaint;
  const words = wordsOf(texts);
  const asked = facts.collective || parties.length > 0 ? namedSpeaker(words) : null;
  if (asked === null) return null;
  const free = awaitAnswer(words.length > 30 ? addToFile(turn, texts, {}) : turn, null);
  const known = parties.filter(({ joined }) => joined !== undefined && joined.id !== complainant.id);
  const [found, ...more] = known.filter((party) => sameName(party, asked));
  if (!found?.joined || more.length > 0) {
    const text = others(turn.locale, 'speakerUnknown', { name: asked });
    return giveJoinCode(say(free, { move: 'speaker-unknown', text, always: true }));
  }
  const wished = order(free, { type: 'RequestSpeaker', ...byComplainant(turn), to: found.joined.id });
  const text = others(turn.locale, 'speakerAsked', { name: found.name }, seedOf(turn));
  return say(wished, { move: 'speaker-asked', text, always: true });
};
