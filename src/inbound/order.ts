import type { InboundMessage } from './message.ts';

const isText = ({ message }: { readonly message: InboundMessage }): boolean => message.kind === 'text';

/**
 * What waits of one talk, its words in the order they were said: Slack promises no order of arrival.
 * Texts change places with texts alone, and only where each tells when it was sent; all else stays where it came.
 */
export const inSpokenOrder = <One extends { readonly message: InboundMessage }>(
  waiting: readonly One[],
): readonly One[] => {
  const texts = waiting.filter(isText);
  if (texts.some(({ message }) => message.sentAt === undefined)) return waiting;
  const saidAt = ({ message }: One): string => message.sentAt ?? '';
  const spoken = texts
    .toSorted((one, other) => (saidAt(one) < saidAt(other) ? -1 : saidAt(one) > saidAt(other) ? 1 : 0))
    .values();
  return waiting.map((one) => (isText(one) ? (spoken.next().value ?? one) : one));
};
