import { absoluteTime, clockTime, relativeTime } from '../state/clock.ts';
import { locale } from '../state/settings.ts';
import { say } from '../words/words.ts';

/** When something was said: relative or as a clock shows it, in full when pointed at. */
export const Time = ({
  at,
  as = 'relative',
}: {
  readonly at: string;
  readonly as?: 'relative' | 'clock';
}) => (
  <time class="time" dateTime={at} title={absoluteTime(at, locale.value)}>
    {as === 'clock' ? clockTime(at, locale.value) : relativeTime(at, locale.value, say('common.justNow'))}
  </time>
);
