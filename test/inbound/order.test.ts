import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '../../src/inbound/message.ts';
import { inSpokenOrder } from '../../src/inbound/order.ts';

const from = { id: 'U1' };
const address = { channel: 'slack', place: 'D1' } as const;

const text = (key: string, second?: number): { readonly message: InboundMessage } => ({
  message: {
    kind: 'text',
    key,
    messageId: key,
    from,
    address,
    text: key,
    files: [],
    ...(second === undefined ? {} : { sentAt: `2026-11-23T02:00:0${second}.000Z` }),
  },
});
const press = (key: string): { readonly message: InboundMessage } => ({
  message: { kind: 'press', key, from, address, buttonId: 'b_1' },
});

const order = (waiting: readonly { readonly message: InboundMessage }[]): string =>
  inSpokenOrder(waiting)
    .map(({ message }) => message.key)
    .join(' ');

describe('the words of one burst', () => {
  it.each([
    ['are read as they were said, however they came', [text('b', 2), text('a', 1), text('c', 3)], 'a b c'],
    ['keep the order of arrival within one instant', [text('b', 1), text('a', 1)], 'b a'],
    ['keep the order of arrival where one does not tell its time', [text('b', 2), text('a')], 'b a'],
    ['leave a press where it came', [text('b', 2), press('p'), text('a', 1)], 'a p b'],
    ['may be none', [press('q'), press('p')], 'q p'],
  ])('%s', (_rule, waiting, expected) => expect(order(waiting)).toBe(expected));
});
