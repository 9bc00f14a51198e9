import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/complaint/decide.ts';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { evolve, fold } from '../../src/complaint/evolve.ts';
import type { Complaint } from '../../src/complaint/state.ts';
import { erasedMark, eraseEvent, hashEvent, newSalt } from '../../src/store/chain.ts';
import { attempts, commandOf } from '../complaint/random-commands.ts';
import { context } from '../support/given.ts';

type Attempts = typeof attempts extends fc.Arbitrary<infer Value> ? Value : never;

const lived = (tries: Attempts): readonly ComplaintEvent[] => {
  const events: ComplaintEvent[] = [];
  let file: Complaint | null = null;
  let elapsed = 0;
  for (const attempt of tries) {
    elapsed += attempt.wait;
    const decision = decide(file, commandOf(attempt, file, elapsed), context);
    for (const event of decision.kind === 'events' ? decision.events : []) {
      events.push(event);
      file = evolve(file, event);
    }
  }
  return events;
};

const erasedOf = (event: ComplaintEvent, salt: string) => {
  const clean = eraseEvent(event, { salt, erased: null });
  const data: ComplaintEvent = clean === null ? event : JSON.parse(JSON.stringify(clean.data));
  return { data, erased: clean?.erased ?? null, salt: clean === null ? salt : null };
};

const figures = (file: Complaint | null) =>
  file && [
    file.number,
    file.version,
    file.stage,
    file.severity,
    file.handler,
    file.timeline,
    file.facts,
    file.complainant.id,
    file.complainant.kind,
    file.remedies.map(({ kind, money, status, dueAt }) => [kind, money, status, dueAt]),
    file.followUp,
    file.reopenings,
    file.escalation?.role,
  ];

/** Words that random lives put into events, all of them personal. */
const words = /王芳|李强|赵敏|周杰|洗衣机|还是漏水|态度很差|理由 \d|补偿|talk-1|session-1|检测报告/;

describe('whatever happened to a file, its erasure', () => {
  it('leaves every hash as it was, every figure as it was, and not a word', () => {
    let erasures = 0;
    fc.assert(
      fc.property(attempts, (tries) => {
        const events = lived(tries);
        const salts = events.map(() => newSalt());
        let [before, after] = ['', ''];
        const clean = events.map((event, index) => {
          const salt = salts[index] ?? '';
          const kept = erasedOf(event, salt);
          before = hashEvent(before, event, { salt, erased: null });
          after = hashEvent(after, kept.data, { salt: kept.salt, erased: kept.erased });
          expect(after).toBe(before);
          if (kept.erased) erasures += 1;
          return kept.data;
        });
        expect(figures(fold(clean))).toEqual(figures(fold(events)));
        // A unit is ours, whoever names it.
        const left = clean.map((event) => ('unit' in event ? { ...event, unit: '' } : event));
        expect(JSON.stringify(left).match(words)).toBeNull();
      }),
      { numRuns: 150 },
    );
    expect(erasures).toBeGreaterThan(500);
  });

  it('cannot be used to put other words or other figures in their place', () => {
    fc.assert(
      fc.property(attempts, fc.nat(), fc.string({ minLength: 1 }), (tries, pick, other) => {
        const [event] = lived(tries);
        if (!event || other === erasedMark) return;
        const salt = newSalt();
        const kept = erasedOf(event, salt);
        const hash = hashEvent('', event, { salt, erased: null });
        const paths = Object.keys(kept.erased ?? {});
        const path = paths[pick % paths.length] ?? '';
        const forged = structuredClone(kept.data);
        const steps = path.split('.');
        const holder = steps
          .slice(0, -1)
          .reduce<unknown>((at, step) => Reflect.get(Object(at), step), forged);
        Reflect.set(Object(holder), steps.at(-1) ?? '', other);
        expect(hashEvent('', forged, { salt: null, erased: kept.erased })).not.toBe(hash);
        expect(
          hashEvent(
            '',
            { ...kept.data, at: '2020-01-01T00:00:00.000Z' },
            { salt: null, erased: kept.erased },
          ),
        ).not.toBe(hash);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps hashes that nobody can guess a phone number from: the same words never hash alike twice', () => {
    const [event] = lived([{ type: 'ReceiveComplaint', by: 'apt', n: 14, wait: 0 }]);
    if (!event) throw new Error('nothing happened');
    const [one, other] = [erasedOf(event, newSalt()), erasedOf(event, newSalt())];
    expect(Object.keys(one.erased ?? {})).toEqual(Object.keys(other.erased ?? {}));
    for (const [path, hash] of Object.entries(one.erased ?? {})) expect(other.erased?.[path]).not.toBe(hash);
  });
});
