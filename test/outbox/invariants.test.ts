import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClosed } from '../../src/complaint/state.ts';
import { wantedFollowUps } from '../../src/outbox/follow-ups.ts';
import { attempts, commandOf } from '../complaint/random-commands.ts';
import { minutes } from '../support/given.ts';
import { Life, type Lived, setting } from './life.ts';

/** Random things tried in all; `STEPS=10000` for the long run. */
const steps = Number(process.env.STEPS ?? 5000);
/** Commands of a random life, of people and of time, on average. */
const stepsPerLife = 140;

/** Lives through random attempts of staff, managers, complainants and time; `watch` sees every append. */
const always = (watch: (lived: Lived, life: Life) => void): number => {
  let tried = 0;
  fc.assert(
    fc.property(attempts, (tries) => {
      const life = new Life(watch);
      let elapsed = 0;
      for (const attempt of tries) {
        elapsed += attempt.wait;
        life.passTo(minutes(elapsed));
        life.do(commandOf(attempt, life.file, elapsed));
      }
      tried += life.steps;
    }),
    { numRuns: Math.ceil(steps / stepsPerLife), endOnFailure: true },
  );
  return tried;
};

const nextDates = ({ file, waiting }: Life) => {
  if (file === null) return { wanted: [], waiting: [] };
  const dates = (list: readonly { key: string; dueAt: string }[]) =>
    list.map(({ key, dueAt }) => `${key} ${dueAt}`).sort();
  return { wanted: dates(wantedFollowUps(file, setting)), waiting: dates([...waiting.values()]) };
};

const holderOrChain = ({ after }: Lived, life: Life): boolean =>
  after.handler !== null || after.escalation !== null || life.waiting.size > 0;

const checkSpeech = ({ after, events, messages }: Lived): void => {
  const sent = events.flatMap((event) =>
    // A letter that goes as a document is announced by ourselves; its words are on the paper.
    event.type === 'ReplySent' || (event.type === 'LetterSent' && !event.files) ? [event.text] : [],
  );
  const voiced = messages.filter(({ voice, to }) => voice === 'staff' && 'contact' in to);
  expect(voiced.map(({ text }) => text)).toEqual(after.contact === null ? [] : sent);
};

const checkAuthority = ({ before, events }: Lived): void => {
  for (const { by, type } of events) {
    if (by.kind !== 'staff' || before === null) continue;
    expect(before.recusals, `${type} by somebody kept out`).not.toContain(by.id);
  }
  for (const event of events) {
    if (event.type !== 'RemedyOffered' && event.type !== 'RemedyOrdered') continue;
    const remedy = events.findLast((one) => one.type === 'RemedyProposed');
    const known = before?.remedies.find(({ id }) => id === event.remedyId);
    const signed =
      (known?.approvals.length ?? 0) + events.filter(({ type }) => type === 'RemedyApproved').length;
    expect(signed).toBe((known?.steps ?? remedy?.steps ?? ['?']).length);
  }
};

describe('whoever does what, whenever', () => {
  test('every open file has a holder or a chain, a next date that will come, and says nothing nobody sent', () => {
    const paid = new WeakMap<Life, Set<string>>();
    const tried = always((lived, life) => {
      const { after, before, events } = lived;
      if (!isClosed(after)) {
        const dates = nextDates(life);
        expect(dates.wanted.length).toBeGreaterThan(0);
        expect(dates.waiting).toEqual(dates.wanted);
        expect(holderOrChain(lived, life)).toBe(true);
      }
      for (const event of events) {
        if (event.type !== 'RemedyCarriedOut') continue;
        expect(before?.remedies.find(({ id }) => id === event.remedyId)?.status).toBe('accepted');
        const known = paid.get(life) ?? new Set();
        expect(known).not.toContain(event.remedyId);
        paid.set(life, known.add(event.remedyId));
      }
      checkSpeech(lived);
      checkAuthority(lived);
    });
    expect(tried).toBeGreaterThan(steps / 2);
  }, 60_000);
});
