import type { GuardRule } from './rule.ts';
import { arguing } from './rules/arguing.ts';
import { asksSecret } from './rules/asks-secret.ts';
import { bareRefusal } from './rules/bare-refusal.ts';
import { blamesColleague } from './rules/blames-colleague.ts';
import { blaming } from './rules/blaming.ts';
import { calmDown } from './rules/calm-down.ts';
import { customerUnimportant } from './rules/customer-unimportant.ts';
import { delay } from './rules/delay.ts';
import { discloses } from './rules/discloses.ts';
import { discouragesOutside } from './rules/discourages-outside.ts';
import { earlyLiability } from './rules/early-liability.ts';
import { excuses } from './rules/excuses.ts';
import { internalRules } from './rules/internal-rules.ts';
import { interrupting } from './rules/interrupting.ts';
import { mocking } from './rules/mocking.ts';
import { notAdmitting } from './rules/not-admitting.ts';
import { notOurPolicy } from './rules/not-our-policy.ts';
import { pretence } from './rules/pretence.ts';
import { selfPraise } from './rules/self-praise.ts';
import { takenPersonally } from './rules/taken-personally.ts';
import { threatening } from './rules/threatening.ts';
import { unapprovedPromise } from './rules/unapproved-promise.ts';
import { vague } from './rules/vague.ts';

/** The rules that are read sentence by sentence, in the order of PRODUCT's list, what harms after it (DI-5). */
export const guardRules: readonly GuardRule[] = [
  arguing,
  interrupting,
  blaming,
  mocking,
  notAdmitting,
  customerUnimportant,
  takenPersonally,
  vague,
  excuses,
  blamesColleague,
  selfPraise,
  pretence,
  earlyLiability,
  delay,
  internalRules,
  calmDown,
  bareRefusal,
  notOurPolicy,
  unapprovedPromise,
  threatening,
  discouragesOutside,
  discloses,
  asksSecret,
];
