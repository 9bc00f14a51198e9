import type { Command } from '../../complaint/commands.ts';
import type { RefusalCode } from '../../complaint/refusal.ts';
import type { Actor, Instant } from '../../terms.ts';
import { checkReply, type Violation } from '../guard/check.ts';
import type { DeskAction } from './action.ts';
import type { Covered } from './covered.ts';

/** One press by one person of the organisation, with the fields of its form when it has one. */
export interface Press {
  readonly action: DeskAction;
  readonly fields: Readonly<Record<string, string>>;
  readonly personId: string;
  readonly at: Instant;
  /** Fresh id for what the press brings into being: a reply, a remedy. */
  readonly newId: string;
  /** What the file holds, what was approved, which days were agreed: a staff text may name them (DI-5). */
  readonly covered: Covered;
}

/** What a press comes to: a command for the file, or a problem with its input; with its wording, what and how to say it better. */
export type PressResult =
  | { readonly command: Command }
  | { readonly problem: RefusalCode; readonly violations?: readonly Violation[] };

/** What pressing comes to where its input can't be read. */
export const problem = (code: RefusalCode): PressResult => ({ problem: code });

/** Days within which something is done, three where nothing is said; undefined when it is no such number. */
export const readDays = (press: Press, name = 'withinDays'): number | undefined => {
  const days = Number(read(press, name) || '3');
  return Number.isInteger(days) && days >= 0 && days <= 365 ? days : undefined;
};

/** Reads a field's text; '' when it was left empty. */
export const read = ({ fields }: Press, name: string): string => (fields[name] ?? '').trim();

/** When and by whom. */
export const given = (press: Press) => {
  const by: Actor = { kind: 'staff', id: press.personId };
  return { at: press.at, by };
};

/** A command that needs words; a problem where they are missing. */
export const withReason = (press: Press, name: string, make: (reason: string) => Command): PressResult => {
  const reason = read(press, name);
  return reason === '' ? problem('needs-reason') : { command: make(reason) };
};

/** A command whose words go out as they are; what the guard objects to goes only when it was asked for once more (DI-5). */
export const worded = (press: Press, name: string, make: (words: string) => Command): PressResult => {
  // To decline is to refuse, and its form asks for the ground.
  const refuses = press.action.do === 'decline' || press.action.do === 'decline-speaker';
  const violations = checkReply(read(press, name), { by: 'staff', ...press.covered }).filter(
    ({ rule }) => !(refuses && rule === 'bare_refusal'),
  );
  return violations.length > 0 && read(press, 'anyway') !== 'yes'
    ? { problem: 'wording', violations }
    : withReason(press, name, make);
};
