import { emergencyNumbers } from '../../policy/intake.ts';
import { filing } from '../script/filing.ts';
import { type SoFar, say, seedOf, withIntake } from './so-far.ts';

/** Whether the turn speaks of danger to life or health now (IN-14). */
export const isDanger = (turn: SoFar): boolean =>
  turn.input.understanding.facts.safety === 2 || turn.input.understanding.intent === 'emergency';

/** Safety before everything: get away, call these numbers. Once for each complaint told, at any hour (IN-14). */
export const warn = (turn: SoFar): SoFar => {
  if (turn.dialog.intake?.warned) return turn;
  const { locale } = turn;
  const numbers = emergencyNumbers(turn.input.policy)
    [locale].map((one) =>
      locale === 'zh-CN'
        ? `${one.number}（${one.label}）`
        : `${one.number} (${one.label.replace(/ \((.+)\)$/u, ', $1')})`,
    )
    .join(locale === 'zh-CN' ? '、' : ', ');
  const text =
    numbers === '' ? filing(locale, 'dangerNoNumbers') : filing(locale, 'danger', { numbers }, seedOf(turn));
  return withIntake(say(turn, { move: 'danger', text, apart: true, always: true }), { warned: true });
};
