import type { ComplaintEvent, ReplySent } from '../complaint/events.ts';
import type { Complaint } from '../complaint/state.ts';
import { findPromises } from '../triage/promises.ts';
import type { Notice, Words } from './notice-words.ts';

/** Dated promises of a sent reply, each offered for the ledger with its sentence: a person confirms what the rules found (CL-8). */
export const offeredPromises = (event: ReplySent, say: Words, zone: string): readonly Notice[] =>
  findPromises(event.text, event.at, zone).flatMap(({ text, dueAt }, index) =>
    dueAt === null || dueAt <= event.at
      ? []
      : [
          {
            ...say.team('promised', { when: say.when(dueAt) }),
            quoted: text,
            buttons: [{ do: 'note-promise', promiseId: `${event.replyId}-${index + 1}`, text, dueAt }],
          },
        ],
  );

/** What became of promises in the ledger; undefined for other events. */
export const promiseNotices = (
  event: ComplaintEvent,
  { after, say }: { readonly after: Complaint; readonly say: Words },
): readonly Notice[] | undefined => {
  const known = (id: string) => after.promises.find((promise) => promise.id === id);
  switch (event.type) {
    case 'PromiseNoted': {
      const { promiseId, text, dueAt } = event;
      const told = say.team('promiseNoted', { who: say.who(event), when: say.when(dueAt), text });
      return [{ ...told, buttons: [{ do: 'keep-promise', promiseId }] }];
    }
    case 'PromiseKept':
      return [say.team('promiseKept', { who: say.who(event), text: known(event.promiseId)?.text ?? '' })];
    case 'PromiseMissed': {
      const { text = '', dueAt = event.at } = known(event.promiseId) ?? {};
      const told = say.team('promiseMissed', { when: say.when(dueAt), text });
      return [{ ...told, buttons: [{ do: 'keep-promise', promiseId: event.promiseId }] }];
    }
    default:
      return undefined;
  }
};
