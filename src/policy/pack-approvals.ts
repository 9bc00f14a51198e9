import { z } from 'zod';
import { remedyKinds, roles } from '../terms.ts';
import { durationSchema } from './duration.ts';
import { amount, clause, id, localized, severity, sourced, text } from './pack-parts.ts';

const role = z.enum(roles);

/**
 * Who signs, in the file as it is said: one after the other, and a list within the list in any order.
 * `[[head, legal], leader]`: head and legal as they come, then the leader.
 */
const rounds = z
  .array(z.union([role, z.array(role).min(2)]))
  .min(1)
  .transform((given) => ({
    steps: given.flat(),
    rounds: given.flatMap((one, round) => [one].flat().map(() => round)),
  }));

/** Who must say yes to a remedy or a letter, and how long silence may last. */
export const approvalsSchema = z.strictObject({
  /** Smallest authority first; the last has no limit. */
  ladder: z.array(z.strictObject({ role, upTo: amount.optional() })).min(1),
  /** Several who decide together, in any order: where `when` holds over facts and `severity`; whoever the ladder asks above them decides last. */
  joint: z.array(z.strictObject({ id, when: text, roles: z.array(role).min(2), clause })).default([]),
  /** Remedies that need nobody's approval. */
  free: z.array(z.enum(remedyKinds)),
  /** Least role for what moves no money but costs us something. */
  inKind: role,
  /** Least role per level. */
  least: z.array(z.strictObject({ severity, role })),
  /** A letter or e-mail, not a chat message (S1.5). */
  writtenReply: z
    .strictObject({ steps: rounds, clause })
    .transform(({ steps: { steps, rounds: order }, clause: source }) => ({
      steps,
      rounds: order,
      clause: source,
    })),
  /** Silence passes an approval to the next in line after this. */
  wait: durationSchema,
  clause,
});

/** What a final response tells besides the outcome (AP-6). */
export const finalResponseSchema = z.strictObject({
  /** Ways outside that the law makes us name, told word for word. */
  routes: z.array(z.strictObject({ id, text: localized, clause, ...sourced })).default([]),
  /** What must stand in the words themselves: shown to whoever writes them. */
  holds: z.array(z.strictObject({ id, label: localized, clause, ...sourced })).default([]),
});

/** How a serious failing of ours is dealt with: approved at the top, then told to everybody who works here (S0.7). */
export const sanctionsSchema = z.strictObject({
  /** Levels at which the general manager must approve. */
  levels: z.array(severity).min(1),
  clause,
});
