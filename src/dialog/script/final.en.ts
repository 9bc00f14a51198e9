import type { Lines } from './say.ts';

/** Our last word to a complainant, English. */
export const finalEn: Lines<'final' | 'ways' | 'stillHere'> = {
  final: 'This is our final response to complaint {number}:',
  ways: 'If you do not agree with it, these are open to you:',
  stillHere: 'You can still write to us here at any time; a new fact will always be looked at.',
};
