import type { Complaint } from './state.ts';

/** By what somebody can be found or told apart: addresses, and numbers of six digits and more. */
const traces = /[\w.+-]+@[\w-]+\.[\w.-]+|\d(?:[\s-]?\d){5,}/gu;
const dates = /\d{4}-\d{1,2}-\d{1,2}/gu;

const plain = (text: string): string => text.replaceAll(/[\s-]/gu, '').toLowerCase();

/**
 * Whether a text would tell somebody who speaks for another something of that person that they did not say themselves.
 * Never so once staff have confirmed that they may speak, nor where everybody speaks for themselves.
 *
 * @clause IN-13
 */
export const tellsOfAnother = (text: string, complaint: Complaint): boolean => {
  const { authority, complainant, number, statements } = complaint;
  if (complainant.onBehalfOf === undefined || authority !== null) return false;
  const said = plain(statements.map((statement) => statement.text).join(' '));
  const found = text.replaceAll(number, ' ').replaceAll(dates, ' ').match(traces) ?? [];
  return found.some((one) => !said.includes(plain(one)));
};
