import type { PromiseEvent } from '../further-events.ts';
import type { Complaint, StaffPromise } from '../state.ts';

const marked = (complaint: Complaint, id: string, status: StaffPromise['status']): Complaint => ({
  ...complaint,
  promises: complaint.promises.map((promise) => (promise.id === id ? { ...promise, status } : promise)),
});

/** The ledger of promises after one more event. */
export const evolvePromise = (complaint: Complaint, event: PromiseEvent): Complaint => {
  if (event.type === 'PromiseKept') return marked(complaint, event.promiseId, 'kept');
  if (event.type === 'PromiseMissed') return marked(complaint, event.promiseId, 'missed');
  const { promiseId: id, text, dueAt } = event;
  return { ...complaint, promises: [...complaint.promises, { id, text, dueAt, status: 'open' }] };
};
