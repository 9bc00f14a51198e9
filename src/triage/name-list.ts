/** Somebody a list names. */
export interface NamedPerson {
  readonly name: string;
  /** What tells the household: a flat or house number; '' when none was written. */
  readonly household: string;
  /** '' when none was written. */
  readonly phone: string;
}

/** A list of people as somebody types it into a chat. */
export interface PeopleList {
  /** As written, oldest first; nobody twice. */
  readonly people: readonly NamedPerson[];
  /** Whether the writer names themselves: `me`, `我`. */
  readonly self: boolean;
}

const between =
  /[\n、;；,，。]+|(?<=\p{Script=Han})\s*(?:和|与|跟|以及|还有)\s*(?=\p{Script=Han})|\s+(?:and|&)\s+/u;
const phone = /\+?\d(?:[\s-]?\d){6,}/u;
const household = /(?:\d+(?:栋|幢|号楼|单元|楼|号|室|层|-))*\d+(?:室|号|户|[a-z])?|[A-Z]\d{1,4}/iu;
const self = /^(?:就?我(?:自己|本人|来|一个人?)?|本人|me|myself|only me|just me|I do|i will)$/iu;
const chinese = /^\p{Script=Han}{2,4}$/u;
const latin = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3}$/u;
/** Words around a name that are none of it. */
const fillers =
  /^(?:那么?|还是)?(?:就|由|让|请|选|派)+|(?:来|吧|好了)+$|\b(?:then|please|too)\b|我们?推(?:选|举)?|我叫|我是|代表(?:是|:|：)?|(?:手机|电话|号码|门牌|住|号)(?:是|:|：)?|(?:还有|另外|分别是|就是|以及)|\b(?:my name is|i am|i.m|phone|tel|mobile|flat|apartment|house|number|no\.|at|is|are|our|representatives?|speakers?)\b[:.]?/giu;
/** What looks like a name and is none. */
const notNames =
  /^(?:一共|总共|大家|我们|他们|几户|全部|业主|住户|邻居|都是|没有|不知道|不方便|跳过|谢谢|同意)/u;

const isName = (words: string): boolean =>
  (chinese.test(words) && !notNames.test(words)) || latin.test(words);

/** In Chinese a list may have only blanks between its parts; in English blanks stand inside names. */
const partsOf = (text: string): readonly string[] =>
  text
    .split(between)
    .flatMap((part) => (/\p{Script=Han}/u.test(part) ? part.split(/\s+/u) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '');

const readPart = (part: string): NamedPerson => {
  const number = phone.exec(part)?.[0] ?? '';
  const rest = part.replace(number, ' ').replaceAll(/[()（）:：[\]【】]/gu, ' ');
  const where = household.exec(rest)?.[0] ?? '';
  const words = rest.replace(where, ' ').trim().replaceAll(fillers, ' ').replaceAll(/\s+/gu, ' ').trim();
  return { name: words, household: where.trim(), phone: number.replaceAll(/[\s-]/gu, '') };
};

/**
 * Reads who a list names, one a line or with commas, each with a flat number and a phone where they stand beside the name.
 * What is no name is left out: a list misread by a word is worse than one short by a person, whom staff can add.
 *
 * @clause IN-13
 */
export const readPeople = (text: string): PeopleList => {
  const people: NamedPerson[] = [];
  let names = false;
  for (const part of partsOf(text.normalize('NFKC'))) {
    const read = readPart(part);
    if (self.test(read.name)) names = true;
    else if (isName(read.name)) people.push(read);
    else if (read.name === '') {
      const last = people.pop();
      if (last)
        people.push({
          ...last,
          household: last.household || read.household,
          phone: last.phone || read.phone,
        });
    }
  }
  const different = people.filter(
    ({ name, household: where }, index) =>
      people.findIndex((one) => one.name === name && one.household === where) === index,
  );
  return { people: different, self: names };
};
