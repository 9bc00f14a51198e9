import type { BudgetStanding } from '../policy/budget.ts';
import type { Organisation } from '../policy/organisation.ts';
import type { Policy } from '../policy/policy.ts';
import type { Money } from '../terms.ts';
import type { Remedy } from './state.ts';

/** What a decision may look at besides the file: the pack frozen at receipt, the people as they are now. */
export interface Context {
  readonly policy: Policy;
  readonly organisation: Organisation;
  /** Ids of people kept out because the complaint names them (S1.13); empty when nobody is. */
  readonly recusals: readonly string[];
  /** What this complainant was granted in other files: counted with what is proposed here (AP-2). Nothing when absent. */
  readonly granted?: readonly Money[];
  /** Last offers this complainant did not agree to in other files about the same matter: they bind here too (S1.9). None when absent. */
  readonly lastOffers?: readonly Remedy[];
  /** Budgets this remedy draws on, with what was granted out of them in their period (AP-2). None when absent. */
  readonly budgets?: readonly BudgetStanding[];
}
