import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/complaint/decide.ts';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { evolve } from '../../src/complaint/evolve.ts';
import type { Complaint } from '../../src/complaint/state.ts';
import { noticesOf } from '../../src/outbox/notices.ts';
import type { Locale } from '../../src/terms.ts';
import { attempts, commandOf } from '../complaint/random-commands.ts';
import { context } from '../support/given.ts';
import { setting } from './life.ts';

/** Events whose card says enough; every other one is told in a thread. */
const silent: readonly ComplaintEvent['type'][] = [
  'ComplaintReceived',
  'ComplaintAcknowledged',
  'ContactDelivered',
  'GroundFound',
  // In the other thread only, once there is one.
  'NoteAdded',
  // Only where new facts raise the level.
  'ComplaintAssessed',
];

/** Texts of the notices of some hundred random lives, by kind of event. */
const noticesIn = (locale: Locale): ReadonlyMap<ComplaintEvent['type'], readonly string[]> => {
  const told = new Map<ComplaintEvent['type'], string[]>();
  for (const tries of fc.sample(attempts, { numRuns: 1500, seed: 1 })) {
    let file: Complaint | null = null;
    let elapsed = 0;
    for (const attempt of tries) {
      elapsed += attempt.wait;
      const decision = decide(file, commandOf(attempt, file, elapsed), context);
      for (const event of decision.kind === 'events' ? decision.events : []) {
        const before: Complaint | null = file;
        const after: Complaint = evolve(before, event);
        file = after;
        const known = told.get(event.type) ?? [];
        if (known.length >= 20) continue;
        const messages = noticesOf(event, { before, after }, { ...setting, deskLocale: locale });
        told.set(event.type, [...known, ...messages.map(({ text }) => text)]);
      }
    }
  }
  return told;
};

describe.each<Locale>(['zh-CN', 'en'])('notices in %s', (locale) => {
  const told = noticesIn(locale);

  test('tell staff of every kind of event but those the card says enough of', () => {
    const unheard = [...told].filter(([, texts]) => texts.length === 0).map(([type]) => type);
    expect(unheard.filter((type) => !silent.includes(type))).toEqual([]);
    expect(told.size).toBeGreaterThan(60);
  });

  test('leave no gap, and no id where a name belongs', () => {
    const texts = [...told.values()].flat();
    expect(
      texts.filter((text) => text.trim() === '' || /undefined|null|\{\w+[,}]|\bgeneral_manager\b/.test(text)),
    ).toEqual([]);
  });
});
