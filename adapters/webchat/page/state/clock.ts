import { signal } from '@preact/signals';
import type { Locale } from '../../../../src/terms.ts';

interface Reference {
  readonly server: number;
  readonly local: number;
  readonly rate: number;
}

let reference: Reference = { server: Date.now(), local: Date.now(), rate: 1 };

/** The server's time in milliseconds, moved on every few seconds: what relative times are counted from. */
export const now = signal(Date.now());

const serverNow = (): number => reference.server + (Date.now() - reference.local) * reference.rate;

let beat: ReturnType<typeof setInterval> | undefined;

/** Follows the server's clock: in rehearsal an hour may last a second. */
export const setClock = (server: string, rate: number): void => {
  reference = { server: Date.parse(server), local: Date.now(), rate };
  now.value = serverNow();
  clearInterval(beat);
  beat = setInterval(
    () => {
      now.value = serverNow();
    },
    rate > 1 ? 2_000 : 20_000,
  );
};

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `just now`, `5 minutes ago`; the day itself after a week. */
export const relativeTime = (at: string, locale: Locale, justNow: string): string => {
  const seconds = (Date.parse(at) - now.value) / 1000;
  if (Math.abs(seconds) < 60) return justNow;
  if (Math.abs(seconds) > 7 * 86_400) return shortDay(at, locale);
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
  const style = { numeric: 'always', style: locale === 'en' ? 'narrow' : 'short' } as const;
  return new Intl.RelativeTimeFormat(locale, style).format(Math.trunc(seconds / length), unit);
};

const shortDay = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' }).format(new Date(at));

/** The hour and minute, and the day when it is not today. */
export const clockTime = (at: string, locale: Locale): string => {
  const then = new Date(at);
  const today = new Date(now.value).toDateString() === then.toDateString();
  const day = today ? {} : ({ month: 'short', day: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(then);
};

/** Day, hour and zone in full. */
export const absoluteTime = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(new Date(at));
