import { z } from 'zod';
import { roles } from '../terms.ts';
import { durationSchema } from './duration.ts';
import { amount, clause, id, localized, sourced, text } from './pack-parts.ts';

/** Sections of a pack that warn, count and organise rather than date or grade. */

/** Least the law gives a complainant in a case like this: warns when an offer is below (AP-5). */
export const floorSchema = z.strictObject({
  id,
  /** Over the facts. */
  when: text,
  /** How often the price. */
  times: z.number().positive(),
  least: amount,
  label: localized,
  clause,
  ...sourced,
});

/** Matters that may not be taken on again (S1.14): proposed to staff, decided by them. */
export const refusalSchema = z.strictObject({
  ground: z.enum(['settled', 'court', 'mediated', 'other_rule', 'not_ours']),
  label: localized,
  clause,
});

/** The command room and its rules. */
export const crisisSchema = z.strictObject({
  /** Over the facts: declares a crisis. */
  when: text,
  clause,
  checklist: z.array(z.strictObject({ id, label: localized, clause })).min(1),
  /** Said until a first line is approved. */
  holdingLine: localized,
  situationReports: durationSchema,
  /** Two people approve a statement. */
  fourEyes: z.boolean(),
  contacts: z.array(z.strictObject({ id, label: localized, number: text.optional() })).default([]),
  authorities: z
    .array(z.strictObject({ id, label: localized, within: durationSchema.optional(), clause, ...sourced }))
    .default([]),
  earlyWarning: z
    .strictObject({ window: durationSchema, times: z.number().positive(), least: z.int().positive(), clause })
    .optional(),
  /** Kinds of sudden events there is a plan for. */
  plans: z.array(z.strictObject({ id, label: localized, clause })).default([]),
});

/** What is counted, over which periods. */
export const reportsSchema = z.strictObject({
  periods: z
    .array(
      z.strictObject({
        id: z.enum(['month', 'half_year', 'year']),
        /** First months of the periods: `[12, 6]` are December–May and June–November. */
        starts: z.array(z.int().min(1).max(12)).min(1),
        /** Day of the month by which it is out. */
        dueDay: z.int().min(1).max(31),
        clause,
      }),
    )
    .min(1),
  to: z.array(z.enum(roles)).min(1),
  figures: z.array(id).min(1),
});

/** How long a kind of record is kept. */
export const retentionSchema = z.strictObject({
  record: z.enum(['complaint', 'transcript', 'file', 'delivery', 'audit']),
  keep: durationSchema,
  clause,
  ...sourced,
});

/** Figures of a customer's worth (S3.3). */
export const valueSchema = z.strictObject({
  firstPrice: amount,
  acquisition: amount,
  yearlyRevenue: amount,
  rate: z.number().positive(),
  years: z.int().positive(),
  furtherPurchase: amount.default(0),
  goodwill: z.number().nonnegative(),
  clause,
});
