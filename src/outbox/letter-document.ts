import type { Complaint, Letter } from '../complaint/state.ts';
import { sayLetter } from '../dialog/script/letter.ts';
import type { Instant, Locale } from '../terms.ts';
import type { Setting } from './plan.ts';

/** A formal letter as it stands on paper, before anybody draws it (S1.5). */
export interface LetterDocument {
  readonly locale: Locale;
  readonly fileName: string;
  readonly at: Instant;
  /** Who writes: name, then address and contact, a line each. */
  readonly sender: { readonly name: string; readonly lines: readonly string[] };
  readonly title: string;
  readonly reference: string;
  readonly date: string;
  /** Says that it has not been sent; '' on what is. */
  readonly mark: string;
  /** The text, a line each; '' leaves a line free. */
  readonly paragraphs: readonly string[];
  readonly signedBy: string;
  /** Version and checksum of the text, at the foot of every page. */
  readonly proof: string;
}

const spelledDate = (at: Instant, locale: Locale, zone: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: zone }).format(
    Temporal.Instant.from(at).epochMilliseconds,
  );

/** The Chinese font sets curly quotes as wide as a character: between Latin letters they tear holes. */
const typeset = (line: string, locale: Locale): string =>
  locale === 'en' ? line.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") : line;

/**
 * The last version of a letter with our letterhead, in the complainant's language.
 *
 * @param at when it leaves, or is looked at
 * @clause S1.5
 */
export const letterDocument = (
  complaint: Complaint,
  { letter, at, draft }: { readonly letter: Letter; readonly at: Instant; readonly draft: boolean },
  setting: Setting,
): LetterDocument => {
  const locale = complaint.contact?.locale ?? setting.deskLocale ?? 'zh-CN';
  const { contact, letterhead, name } = setting.organisation;
  const { number } = complaint;
  const version = letter.versions.length;
  const last = letter.versions.at(-1);
  const reference = `${number}/${complaint.letters.indexOf(letter) + 1}-${version}`;
  const address = letterhead.address?.[locale];
  return {
    locale,
    fileName: `${number}-${complaint.letters.indexOf(letter) + 1}-v${version}.pdf`,
    at,
    sender: { name: name[locale], lines: [...(address ? [address] : []), contact[locale]] },
    title: sayLetter(locale, 'title', { number }),
    reference: sayLetter(locale, 'reference', { reference }),
    date: spelledDate(at, locale, setting.zone),
    mark: draft ? sayLetter(locale, 'draft') : '',
    paragraphs: (last?.text ?? '').split(/\r?\n/).map((line) => typeset(line.trim(), locale)),
    signedBy: letterhead.signedBy?.[locale] ?? name[locale],
    proof: sayLetter(locale, 'proof', { version, sha256: last?.sha256 ?? '' }),
  };
};
