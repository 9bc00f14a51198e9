import type { Locale } from '../../terms.ts';
import { outgoingEn } from './outgoing.en.ts';
import { outgoingZh } from './outgoing.zh-CN.ts';
import { speaker } from './say.ts';

const say = speaker<keyof typeof outgoingZh>({ 'zh-CN': outgoingZh, en: outgoingEn });

const sentences = (locale: Locale, parts: readonly string[]): string =>
  parts.join(locale === 'zh-CN' ? '' : ' ');

/** A message about one complaint. */
interface About {
  readonly number: string;
}

/** An approved remedy, offered (AP-6). `remedy` in the handler's words; `money` formatted, null when none moves. */
export const offerText = (
  locale: Locale,
  values: About & {
    readonly remedy: string;
    readonly money: string | null;
    readonly withinDays: number;
    /** Nothing above it follows (S1.9): said, so that nobody waits for more. */
    readonly last?: boolean;
  },
  seed = '',
): string =>
  [
    say(locale, 'offer', { number: values.number }, seed),
    values.remedy,
    ...(values.money ? [say(locale, 'offerMoney', { money: values.money }, seed)] : []),
    say(locale, 'offerDays', { days: values.withinDays }, seed),
    ...(values.last ? [say(locale, 'offerLast', {}, seed)] : []),
    say(locale, 'offerAsk', {}, seed),
  ].join('\n');

/** Who speaks for all from now on is told so (IN-13). */
export const speakerText = (locale: Locale, values: About, seed = ''): string =>
  say(locale, 'speaker', { ...values }, seed);

/** Who handed the word on is told that it is done (IN-13). */
export const formerSpeakerText = (
  locale: Locale,
  values: About & { readonly name: string | undefined },
  seed = '',
): string => say(locale, 'formerSpeaker', { ...values, name: values.name ?? say(locale, 'another') }, seed);

interface Reasoned extends About {
  readonly name: string | undefined;
  /** The reason, in the handler's words. */
  readonly text: string;
}

const reasoned = (
  about: 'speakerDeclined' | 'wordReturned' | 'wordReleased',
  locale: Locale,
  { values: { name, number, text }, seed }: { readonly values: Reasoned; readonly seed: string },
): string =>
  [
    say(locale, about, { number, name: name ?? say(locale, 'another') }, seed),
    text,
    say(locale, `${about}After`),
  ].join('\n');

/** The word was not handed on: whoever wished it goes on speaking for all, and reads why (IN-13). */
export const speakerDeclinedText = (locale: Locale, values: Reasoned, seed = ''): string =>
  reasoned('speakerDeclined', locale, { values, seed });

/** Whoever was to speak for all need not, and nothing changes for them (IN-13). */
export const speakerStaysText = (locale: Locale, values: About, seed = ''): string =>
  say(locale, 'speakerStays', { ...values }, seed);

/** Who had handed the word on has it again, and reads why (IN-13). */
export const wordReturnedText = (locale: Locale, values: Reasoned, seed = ''): string =>
  reasoned('wordReturned', locale, { values, seed });

/** Who spoke for all in between no longer does, and reads why (IN-13). */
export const wordReleasedText = (locale: Locale, values: Reasoned, seed = ''): string =>
  reasoned('wordReleased', locale, { values, seed });

/** The remedy was carried out (AP-7, S0.16). */
export const carriedOutText = (
  locale: Locale,
  values: About & { readonly remedy: string },
  seed = '',
): string =>
  [
    say(locale, 'carriedOut', { number: values.number }, seed),
    values.remedy,
    say(locale, 'carriedOutAfter', {}, seed),
  ].join('\n');

/** A billing error was found, and put right; sums as people read them (S1.12). */
export const billingDoneText = (
  locale: Locale,
  values: About & {
    readonly charged: string;
    readonly due: string;
    readonly over: string;
    readonly refunded: string;
    readonly words: string;
  },
): string =>
  [
    say(locale, 'billingDone', { ...values }),
    ...(values.words === '' ? [] : [values.words]),
    say(locale, 'carriedOutAfter'),
  ].join('\n');

/** 'Is it solved', asked the first time or again (CL-6). `attempt` 1 is the first. */
export const followUpText = (
  locale: Locale,
  values: About & { readonly attempt: number },
  seed = '',
): string => {
  const key = values.attempt > 1 ? 'followUpAgain' : 'followUp';
  return sentences(locale, [
    say(locale, key, { number: values.number }, `${seed}/${values.attempt}`),
    say(locale, 'followUpAfter', {}, seed),
  ]);
};

/** The outcome, in the handler's words, and when we ask again (S1.2). `followUp` spelled for people. */
export const resolvedText = (
  locale: Locale,
  values: About & { readonly text: string; readonly followUp: string | null },
  seed = '',
): string =>
  [
    say(locale, 'resolved', { number: values.number }, seed),
    values.text,
    values.followUp
      ? say(locale, 'resolvedAfter', { date: values.followUp }, seed)
      : say(locale, 'resolvedAfterUndated', {}, seed),
  ].join('\n');

/** Not taken on: the reason in the handler's words, and the ways that stay open (S1.14, S1.7). */
export const declinedText = (
  locale: Locale,
  values: About & { readonly text: string; readonly ways: readonly string[]; readonly reviewed: boolean },
  seed = '',
): string =>
  [
    say(locale, 'declined', { number: values.number }, seed),
    values.text,
    say(locale, values.reviewed ? 'declinedReviewed' : 'declinedAfter', {}, seed),
    ...(values.ways.length > 0
      ? [say(locale, 'declinedWays', {}, seed), ...values.ways.map((way) => `• ${way}`)]
      : [say(locale, 'declinedElsewhere', {}, seed)]),
  ].join('\n');

/** The file was shut after the follow-up. */
export const archivedText = (locale: Locale, values: About, seed = ''): string =>
  say(locale, 'archived', { number: values.number }, seed);

/** The file is open again; `firstReply` spelled for people, null when there is no date. */
export const reopenedText = (
  locale: Locale,
  values: About & { readonly firstReply?: string | null },
  seed = '',
): string =>
  sentences(locale, [
    say(locale, 'reopened', { number: values.number }, seed),
    ...(values.firstReply ? [say(locale, 'reopenedBy', { date: values.firstReply }, seed)] : []),
  ]);

/** A reply in a person's own words, which stand alone: nothing of ours is added. */
export const staffReplyText = (_locale: Locale, values: { readonly text: string }, _seed = ''): string =>
  values.text;

/** The file goes on within another. */
export const mergedText = (locale: Locale, values: About & { readonly into: string }, seed = ''): string =>
  say(locale, 'merged', { number: values.number, into: values.into }, seed);

/** A person takes the talk (DI-3). `who` as the complainant may know them; absent, a colleague. */
export const talkTakenText = (locale: Locale, values: { readonly who?: string }, seed = ''): string =>
  say(locale, 'talkTaken', { who: values.who ?? say(locale, 'colleague') }, seed);

/** The bot takes the talk back, and says so (DI-3). */
export const talkReturnedText = (
  locale: Locale,
  _values: Readonly<Record<never, never>> = {},
  seed = '',
): string => say(locale, 'talkReturned', {}, seed);
