import { typeOf, typeVocabulary } from '../policy/intake.ts';
import type { Policy } from '../policy/policy.ts';
import type { Understand } from './understand.ts';

/** Reads texts for one pack: its own types by its own words where they stand in the text, else the general type's place in it (TR-1). */
export const understandFor =
  (understand: Understand, policy: Policy): Understand =>
  (text, context = {}) => {
    const general = understand(text, { ...context, complaintTypes: typeVocabulary(policy) });
    const type = typeOf(text, general.type, policy);
    return type === general.type ? general : { ...general, type, facts: { ...general.facts, type } };
  };
