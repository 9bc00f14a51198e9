import { type EmergencyNumber, emergencyNumbers, lifelines } from '../../policy/intake.ts';
import type { Locale } from '../../terms.ts';
import { filing } from '../script/filing.ts';
import { type SoFar, say, seedOf, textsOf, withIntake } from './so-far.ts';
import { wordsOf } from './told.ts';
import { despairs } from './words.ts';

/** Words that only look like a call for help are no reason to speak of ambulances. */
const sureOfEmergency = 0.6;

/** Whether the turn speaks of danger to life or health now (IN-14). */
export const isDanger = ({ input: { understanding } }: SoFar): boolean =>
  understanding.facts.safety === 2 ||
  (understanding.intent === 'emergency' && understanding.intentConfidence >= sureOfEmergency);

const listed = (numbers: readonly EmergencyNumber[], locale: Locale): string =>
  numbers
    .map(({ number, label }) =>
      locale === 'zh-CN' ? `${number}（${label}）` : `${number} (${label.replace(/ \((.+)\)$/u, ', $1')})`,
    )
    .join(locale === 'zh-CN' ? '、' : ', ');

const warning = (turn: SoFar): string => {
  const { locale, input } = turn;
  const numbers = listed(emergencyNumbers(locale, input.policy), locale);
  const lines = listed(lifelines(locale, input.policy), locale);
  if (numbers === '') return filing(locale, 'dangerNoNumbers');
  return lines !== '' && despairs(wordsOf(textsOf(turn)))
    ? filing(locale, 'lifeline', { lines, numbers }, seedOf(turn))
    : filing(locale, 'danger', { numbers }, seedOf(turn));
};

/** Safety before everything: get away, call these numbers, be with somebody. Once for each complaint told, at any hour (IN-14). */
export const warn = (turn: SoFar): SoFar =>
  turn.dialog.intake?.warned
    ? turn
    : withIntake(say(turn, { move: 'danger', text: warning(turn), apart: true, always: true }), {
        warned: true,
      });
