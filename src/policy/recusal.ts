import { findPerson, type Organisation, type Person } from './organisation.ts';

/** Somebody of ours whom a text seems to speak of, with the words that say so. */
export interface Named {
  readonly person: string;
  readonly words: string;
  /** False for a post, a surname, a name two people share: staff say who is meant. */
  readonly sure: boolean;
}

const posts = '先生|女士|小姐|经理|主管|总监|主任|师傅|老师|店长|律师|总|工';
const titled = 'Mr|Mrs|Ms|Miss|Dr|named|called|manager|agent|advisor|adviser|name is|name was|by';
/** Somebody asked for is not somebody accused: 'let me speak to your general manager'. */
const askedFor =
  /(?:找|叫|见|请|让|要求?|换|喊|联系|反映给|转给|转告|报给|上报|告诉|希望|麻烦|(?:speak|talk|write|complain|escalate|report|pass)(?:ing)?(?: this| it)?(?: on)? to|(?:speak|talk)(?:ing)? with|hear(?:ing)? (?:back )?from|call|contact|ask(?: for)?|want|need|demand|get(?: me)?|tell|inform|reach)(?:一下)?(?:你们|贵公司|贵司|的| your| the| a)*\s*$/iu;

const isLatin = (words: string): boolean => /^[\p{Script=Latin}\s.'’-]+$/u.test(words);
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Where words stand in a text; a Latin name only as whole words. Undefined when nowhere. */
const standsIn = (text: string, words: string): number | undefined => {
  if (words.trim() === '') return undefined;
  const pattern = isLatin(words)
    ? new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(words)}(?![\p{L}\p{N}])`, 'iu')
    : new RegExp(escaped(words), 'iu');
  return pattern.exec(text)?.index;
};

const namesOf = ({ name }: Person): readonly string[] =>
  typeof name === 'string' ? [name] : Object.values(name);

/** A single Latin word is a first name of many; two words, or Chinese characters, are somebody's name. */
const isWhole = (name: string): boolean => (isLatin(name) ? /\S\s+\S/.test(name.trim()) : name.length >= 2);

const byName = (text: string, person: Person): Named | undefined => {
  const words = [...namesOf(person).filter(isWhole), ...person.aliases].find(
    (one) => standsIn(text, one) !== undefined,
  );
  return words === undefined ? undefined : { person: person.id, words, sure: true };
};

const bySurname = (text: string, person: Person): Named | undefined => {
  for (const name of namesOf(person)) {
    const [surname] = name;
    const pattern = isLatin(name)
      ? new RegExp(String.raw`\b(?:${titled})\.? (?:${name.split(/\s+/).map(escaped).join('|')})\b`, 'u')
      : new RegExp(`姓${surname}的|[小老]${surname}(?![一-鿿])|${surname}(?:${posts})`, 'u');
    const words = pattern.exec(text)?.[0];
    if (words !== undefined) return { person: person.id, words, sure: false };
  }
  return undefined;
};

const byTitle = (text: string, person: Person): Named | undefined => {
  const words = Object.values(person.title ?? {}).find((title) => {
    const at = standsIn(text, title);
    return at !== undefined && !askedFor.test(text.slice(Math.max(0, at - 30), at));
  });
  return words === undefined ? undefined : { person: person.id, words, sure: false };
};

/**
 * The people of ours a text names or describes, at most once each.
 * Two people with one nickname are both unsure: keeping the wrong one out would leave the right one in.
 *
 * @param text what the complainant told, as received
 * @param own names of the complainant: nobody accuses themselves
 * @returns in the organisation's order; empty when nobody is meant
 * @clause S1.13
 */
export const findNamed = (
  text: string,
  organisation: Organisation,
  own: readonly string[] = [],
): readonly Named[] => {
  const told = own.filter((name) => name.length > 1).reduce((rest, name) => rest.replaceAll(name, ' '), text);
  const found = organisation.people.flatMap(
    (person) => byName(told, person) ?? bySurname(told, person) ?? byTitle(told, person) ?? [],
  );
  const shared = (one: Named): boolean =>
    found.some(({ person, words }) => person !== one.person && words === one.words);
  return found.map((one) => (shared(one) ? { ...one, sure: false } : one));
};

/**
 * Who stands in the line of a person: whom they report to, and who reports to them.
 *
 * @returns ids; empty for somebody we do not know
 * @clause S1.13, CN 2020-3
 */
export const lineOf = (id: string, organisation: Organisation): readonly string[] => {
  const above = findPerson(organisation, id)?.reportsTo;
  const below = organisation.people.filter(({ reportsTo }) => reportsTo === id).map((one) => one.id);
  return [...(above === undefined ? [] : [above]), ...below];
};
