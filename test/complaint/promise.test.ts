import { describe, expect, test } from 'vitest';
import { wantedFollowUps } from '../../src/outbox/follow-ups.ts';
import { setting } from '../outbox/life.ts';
import { fileOf, given, history, hours, receive, staff, system } from '../support/given.ts';

const take = { type: 'TakeComplaint', at: hours(1), by: staff('lin') } as const;
const note = {
  type: 'NotePromise',
  at: hours(2),
  by: staff('lin'),
  promiseId: 'reply-1',
  text: '明天下午三点前给您回电',
  dueAt: hours(20),
} as const;
const keep = { type: 'KeepPromise', at: hours(19), by: staff('lin'), promiseId: 'reply-1' } as const;
const check = { type: 'CheckPromise', at: hours(20), by: system, promiseId: 'reply-1' } as const;

describe('the ledger of promises', () => {
  test('a promise put into the ledger gets its date, once [CL-8]', () => {
    given(history([receive(), take]))
      .when(note)
      .then({ type: 'PromiseNoted', dueAt: hours(20) });
    given(history([receive(), take, note]))
      .when(note)
      .thenNothing();
    const file = fileOf([receive(), take, note]);
    const dates = wantedFollowUps(file, setting).filter(({ command }) => command.type === 'CheckPromise');
    expect(dates.map(({ dueAt }) => dueAt)).toEqual([hours(20)]);
  });

  test('a kept promise is quiet when it falls due [CL-8]', () => {
    given(history([receive(), take, note]))
      .when(keep)
      .then({ type: 'PromiseKept' });
    given(history([receive(), take, note, keep]))
      .when(keep)
      .thenNothing();
    given(history([receive(), take, note, keep]))
      .when(check)
      .thenNothing();
  });

  test('a promise nobody kept is told when it falls due, not before, and can still be kept [CL-8]', () => {
    given(history([receive(), take, note]))
      .when({ ...check, at: hours(19) })
      .thenNothing();
    given(history([receive(), take, note]))
      .when(check)
      .then({ type: 'PromiseMissed' });
    given(history([receive(), take, note, check]))
      .when({ ...keep, at: hours(21) })
      .then({ type: 'PromiseKept' });
  });

  test('a date that has passed and an empty promise are refused', () => {
    given(history([receive(), take]))
      .when({ ...note, dueAt: hours(1) })
      .thenRefused('invalid-date');
    given(history([receive(), take]))
      .when({ ...note, text: ' ' })
      .thenRefused('facts-missing');
    given(history([receive(), take]))
      .when(keep)
      .thenRefused('stale');
  });
});
