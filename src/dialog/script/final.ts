import type { Locale } from '../../terms.ts';
import { finalEn } from './final.en.ts';
import { finalZh } from './final.zh-CN.ts';
import { speaker } from './say.ts';

const say = speaker({ en: finalEn, 'zh-CN': finalZh });

/**
 * Our final response: the outcome in the handler's words, and the ways outside that stay open (AP-6).
 *
 * @param values `ways` in words, the law's first; without any the complainant is only told that we are still here
 */
export const finalText = (
  locale: Locale,
  values: { readonly number: string; readonly text: string; readonly ways: readonly string[] },
  seed = '',
): string =>
  [
    say(locale, 'final', { number: values.number }, seed),
    values.text,
    ...(values.ways.length > 0
      ? [say(locale, 'ways', {}, seed), ...values.ways.map((way) => `• ${way}`)]
      : []),
    say(locale, 'stillHere', {}, seed),
  ].join('\n');
