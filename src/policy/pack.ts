import { z } from 'zod';
import { locales, remedyKinds, roles } from '../terms.ts';
import { durationSchema } from './duration.ts';
import { approvalsSchema, finalResponseSchema, sanctionsSchema } from './pack-approvals.ts';
import {
  crisisSchema,
  floorSchema,
  refusalSchema,
  reportsSchema,
  retentionSchema,
  valueSchema,
} from './pack-later.ts';
import { clause, id, localized, severity, sourced, text, urgency } from './pack-parts.ts';
import type { Places } from './places.ts';

/** Details of a complaint that intake can ask for (IN-5), in the words of the dialog. */
export const detailNames = [
  'narrative',
  'when',
  'where',
  'subject',
  'order',
  'wanted',
  'name',
  'phone',
  'email',
  'contactPreference',
] as const;
export type DetailName = (typeof detailNames)[number];

const wordLists = z.strictObject({ 'zh-CN': z.array(text), en: z.array(text) });

const department = z.strictObject({ id, label: localized });

const complaintType = z.strictObject({
  id,
  label: localized,
  department: id,
  /** The broader type this one refines. */
  parent: id.optional(),
  /** What an outside body calls it. */
  code: text.optional(),
  /** Types of the general vocabulary that this one takes in: `[product_quality]` makes them this type. */
  covers: z.array(id).default([]),
  /** Words by which a text is of this type rather than of a covered one. */
  words: wordLists.optional(),
  /** Details asked for this type instead of the pack's. */
  details: z.array(z.enum(detailNames)).min(1).optional(),
  clause: clause.optional(),
});

const intake = z.strictObject({
  details: z.array(z.enum(detailNames)).min(1),
  questions: z.int().min(1).max(20),
  silence: durationSchema,
  files: z.strictObject({ maxBytes: z.int().positive(), mediaTypes: z.array(text).min(1) }),
  /** Most spokespeople a joint complaint may have. */
  representatives: z.strictObject({ most: z.int().positive(), clause }).optional(),
  clause,
});

const severityRules = z.strictObject({
  rules: z.array(z.strictObject({ id, level: severity, when: text, clause, note: text.optional() })).min(1),
  /** The level of everything else. */
  otherwise: z.strictObject({ level: severity, clause }),
});

const samenessRules = z.strictObject({
  window: durationSchema,
  /** Days a handled matter counts as the same when it comes back. */
  repeatWindow: durationSchema,
  clause,
});

const urgencyRules = z.strictObject({
  rules: z.array(z.strictObject({ id, urgency, when: text, clause })),
  /** Roles told at once of each urgency. */
  reports: z.array(z.strictObject({ urgency, to: z.array(z.enum(roles)).min(1), clause })),
  clause,
});

/** Moments a clock can run from or be met by. */
export const clockMoments = {
  from: ['received', 'resolved', 'remedy_accepted', 'higher_asked'],
  until: ['acknowledged', 'reply', 'progress', 'resolved', 'carried_out', 'followed_up', 'higher_answered'],
} as const;

const limit = z.strictObject({
  /** Over facts `complaintType`, and `severity`, `urgency`; always when absent. */
  when: text.optional(),
  /** A length, or `promised`: the date that was agreed. */
  within: z.union([z.literal('promised'), durationSchema]),
  /** Where a length of days ends: to the minute, with the day, or with the last window of the day. */
  ends: z.enum(['moment', 'day', 'business']).optional(),
  calendar: id.optional(),
  clause,
  ...sourced,
});

const clock = z.strictObject({
  id,
  label: localized,
  ledger: z.enum(['house', 'legal']),
  from: z.enum(clockMoments.from),
  until: z.enum(clockMoments.until),
  /** Begins again after each reply until the complaint is resolved. */
  repeats: z.boolean().default(false),
  /** Begins again when the complaint is reopened. */
  reopens: z.boolean().default(true),
  pausable: z.boolean().default(false),
  warnAt: z.array(z.int().min(1).max(99)).default([50, 75, 90]),
  limits: z.array(limit).min(1),
});

const pauses = z.strictObject({
  reasons: z.array(z.strictObject({ id, label: localized })).min(1),
  /** Longest that all pauses together may last. */
  longest: durationSchema,
  /** Levels at which a pause needs an approval, and whose. */
  approval: z.strictObject({ levels: z.array(severity), role: z.enum(roles) }),
  clause,
});

const wall = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day: write HH:MM, as 09:00');

const contact = z.strictObject({
  daytime: z.strictObject({ from: wall, to: wall }),
  attempts: z.strictObject({
    further: z.int().min(1).max(20),
    apart: durationSchema,
    within: durationSchema,
    clause,
  }),
});

const followUp = z.strictObject({
  after: durationSchema,
  askedBy: z.enum(['handler', 'other_than_handler', 'manager']),
  /** Watched over by this role (S2.5). */
  watchedBy: z.enum(roles).optional(),
  clause,
});

const chain = z.strictObject({
  severity,
  clause,
  steps: z
    .array(
      z.strictObject({ role: z.enum(roles), channel: z.enum(['team', 'manager']), wait: durationSchema }),
    )
    .min(1),
});

const trigger = z.strictObject({
  id: z.enum([
    'level',
    'unclaimed',
    'clock_warning',
    'breach',
    'asked',
    'reopened',
    'unresolved',
    'repeat',
    'supplier',
    'stalled',
    'sameness',
  ]),
  /** How often, how many percent, or how long in minutes, by kind. */
  at: z.int().positive().optional(),
  to: z.array(z.enum(roles)).optional(),
  departments: z.array(id).optional(),
  clause,
});

const remedy = z.strictObject({
  kind: z.enum(remedyKinds),
  label: localized,
  /** Types it suits; all when absent. */
  types: z.array(id).optional(),
  clause: clause.optional(),
});

const billing = z.strictObject({
  /** What the overcharge is multiplied with. */
  times: z.number().positive(),
  by: z.enum(remedyKinds),
  clause,
});

const bottomLine = z.strictObject({
  /** 'never': later offers never exceed it; 'new_facts': the top approver may accept new facts. */
  raise: z.enum(['never', 'new_facts']),
  clause,
});

/** `words`: a question that holds one of them asks for this reply. */
const reply = z.strictObject({ topic: id, words: wordLists, text: localized, clause: clause.optional() });
const emergency = z.strictObject({
  number: z.string().regex(/^\d{3,12}$/),
  label: text,
  /** Where somebody listens who is told of thoughts of death; not for fire or injury. */
  lifeline: z.boolean().optional(),
});

const recusal = z.strictObject({ scope: z.enum(['named', 'named_and_interested']), clause });

/** Everything a base pack says besides its name. */
const sections = {
  departments: z.array(department).min(1),
  types: z.array(complaintType).min(1),
  intake,
  severity: severityRules,
  sameness: samenessRules,
  urgency: urgencyRules,
  clocks: z.array(clock).min(1),
  pauses,
  contact,
  followUp,
  escalation: z.strictObject({ chains: z.array(chain).min(1), triggers: z.array(trigger) }),
  approvals: approvalsSchema,
  remedies: z.array(remedy).min(1),
  replies: z.array(reply),
  emergency: z.strictObject({ 'zh-CN': z.array(emergency).min(1), en: z.array(emergency).min(1) }),
};

/** Sections that not every pack needs. */
const optionalSections = {
  billing: billing.optional(),
  bottomLine: bottomLine.optional(),
  floors: z.array(floorSchema).optional(),
  recusal: recusal.optional(),
  /** Over the facts, `severity`, `urgency`: what is looked into although the complainant withdrew. */
  withdrawal: z.strictObject({ keepOpen: text, clause }).optional(),
  sanctions: sanctionsSchema.optional(),
  finalResponse: finalResponseSchema.optional(),
  refusals: z.array(refusalSchema).optional(),
  crisis: crisisSchema.optional(),
  reports: reportsSchema.optional(),
  retention: z.array(retentionSchema).optional(),
  value: valueSchema.optional(),
  /** Duties of a source that another part of the product keeps, so that none is forgotten. */
  duties: z.array(z.strictObject({ id, clause, what: text, keptBy: text, ...sourced })).optional(),
};

const head = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens only'),
  version: z.int().positive(),
  name: localized,
  /** The documents it follows. */
  sources: z.array(z.strictObject({ id: text, name: text })).min(1),
};

/** A base pack as its file says it: strict, so that a misspelt key is a fault. */
export const packSchema = z.strictObject({
  ...head,
  kind: z.literal('pack'),
  locales: z.array(z.enum(locales)).min(1),
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, as CNY'),
  ...sections,
  ...optionalSections,
});

/** A legal overlay: any section, joined to a base pack with `+`. */
export const overlaySchema = z.strictObject({
  ...head,
  kind: z.literal('overlay'),
  /** Types it adds; one without a department goes where its parent goes. */
  types: z.array(complaintType.extend({ department: id.optional(), parent: id })).optional(),
  departments: sections.departments.optional(),
  severity: z.strictObject({ rules: severityRules.shape.rules }).optional(),
  clocks: sections.clocks.optional(),
  intake: z.strictObject({ representatives: intake.shape.representatives }).optional(),
  approvals: z.strictObject({ writtenReply: approvalsSchema.shape.writtenReply }).partial().optional(),
  replies: sections.replies.optional(),
  ...optionalSections,
});

/** A policy pack: all that the house and the law ask of one organisation, as data. Overlays are merged in. */
export type Pack = Omit<z.output<typeof packSchema>, 'kind'> & {
  /** Names of the base and of each overlay with its version, `['general@1', 'cn-finance@1']`. */
  readonly parts: readonly string[];
  /** Where each rule stands, by its path: `clocks.first_reply`. */
  readonly places: Places;
};
/** A base pack's file before merging. */
export type BasePack = z.output<typeof packSchema>;
/** An overlay's file before merging. */
export type Overlay = z.output<typeof overlaySchema>;
/** One clock of a pack. */
export type PackClock = Pack['clocks'][number];
/** One limit of a clock. */
export type ClockLimit = PackClock['limits'][number];
