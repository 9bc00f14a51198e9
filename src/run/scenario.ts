import { z } from 'zod';
import { Fault } from '../faults.ts';
import { readSource, type SourceFile, schemaFaults } from '../policy/source.ts';
import { locales } from '../terms.ts';
import { faultLine } from './data.ts';

const id = z.string().regex(/^[\p{L}\p{N}_-]+$/u, 'letters, digits, - and _ only');
const words = z
  .union([z.string(), z.array(z.string()).min(1)])
  .describe(
    "one message, or several sent in one burst; 'join {code of Ann}' types the code Ann was shown last",
  );
const length = z.string().regex(/^\d+\s*(s|min|h|d)$/, "a length is written '30 min', '4 h', '3 d'");
const someText = z
  .union([z.string(), z.array(z.string())])
  .describe('texts that must stand there; /…/ is a regular expression');
const press = z
  .string()
  .describe("a button: its label, or what it does ('take', 'approve-remedy', 'confirm', 'solved')");

const complainantStep = z.strictObject({
  complainant: id.describe('who: each name is a talk of its own'),
  locale: z.enum(locales).optional().describe('language their page was opened in'),
  says: words.optional(),
  presses: press.optional(),
});
const staffStep = z.strictObject({
  staff: id.describe('a person of the organisation file'),
  complaint: id.optional().describe("whose complaint: the complainant's name; the last one when absent"),
  presses: press.optional(),
  fields: z.record(z.string(), z.string()).optional().describe('input of the button’s form'),
  writes: z.string().optional().describe('an internal note in the complaint’s thread'),
  sees: someText.optional().describe('in the answer that only they see'),
});
const waitStep = z.strictObject({ wait: length });
const untilStep = z.strictObject({
  until: z.string().describe('an instant with its zone, 2026-11-24T10:00:00+08:00'),
});

const complaintExpectation = z
  .strictObject({
    of: id.optional().describe("the complainant's name; the last one when absent"),
    type: z.string(),
    severity: z.int().min(1).max(4),
    atMost: z.int().min(1).max(4).describe('severity is this level or a more severe one'),
    stage: z.string(),
    urgency: z.string(),
    handler: z.string().nullable(),
    department: z.string(),
    clause: z.string().describe('a clause among the reasons of the grade'),
    events: z.array(z.string()).describe('events that happened, in this order, others between them allowed'),
    not: z.array(z.string()).describe('events that did not happen'),
    none: z.literal(true).describe('there is no complaint'),
  })
  .partial();

const expectStep = z.strictObject({
  expect: z
    .strictObject({
      complaint: complaintExpectation,
      complainant: z.strictObject({ name: id, hears: someText.optional(), never: someText.optional() }),
      team: someText,
      teamNever: someText,
      manager: someText,
      managerNever: someText,
    })
    .partial(),
});

const crowd = z.strictObject({
  complaints: z.int().min(1).max(5000),
  over: length,
  says: z.array(z.string()).min(1).describe('what they say, each in turn; {name} is one of the numbers'),
  numbers: z
    .record(z.string(), z.tuple([z.int(), z.int()]))
    .default({})
    .describe('numbers in what they say, from … to: each has their own'),
  handlers: z.array(id).min(1).default(['lin', 'chen']).describe('who works on the complaints, each in turn'),
  reply: z.string().default('已联系相关部门核实情况，有进展马上告诉您。'),
  outcome: z.string().default('问题已经处理完毕，感谢您的耐心。'),
  remedy: z.string().default('安排维修，三天内上门，不收费用。'),
  cause: z.string().default('维修安排没有跟进'),
  answered: z
    .tuple([length, length])
    .default(['32 min', '70 min'])
    .describe('staff take and answer after so long, from … to; in office hours'),
  slow: z.int().min(0).max(100).default(10).describe('percent who wait longer …'),
  answeredSlowly: z.tuple([length, length]).default(['8 h', '30 h']).describe('… so long'),
  solved: z
    .tuple([length, length])
    .default(['6 h', '120 h'])
    .describe('… and tell the outcome so long after'),
  remedied: z.int().min(0).max(100).default(30).describe('percent who are offered a repair'),
  silent: z.int().min(0).max(100).default(15).describe('percent who do not answer the follow-up'),
  unhappy: z.int().min(0).max(100).default(10).describe('percent who say it is not solved'),
});
const crowdStep = z.strictObject({ crowd });

const scenarioSchema = z.strictObject({
  title: z.string(),
  about: z.string().optional(),
  start: z
    .string()
    .default('2026-11-23T10:00:00+08:00')
    .describe('when it begins; the clock stands still between steps'),
  pack: z.string().default('general'),
  organisation: z.string().optional(),
  zone: z.string().default('Asia/Shanghai'),
  steps: z.array(z.union([complainantStep, staffStep, waitStep, untilStep, crowdStep, expectStep])).min(1),
});

/** A scripted course of events: who says, presses and writes what, when, and what must be so. */
export type Scenario = z.output<typeof scenarioSchema>;
/** One step of a scenario. */
export type ScenarioStep = Scenario['steps'][number];
/** What must be so at a point of a scenario. */
export type Expectation = z.output<typeof expectStep>['expect'];
/** Many complainants over many days. */
export type Crowd = z.output<typeof crowd>;
/** A complainant speaks or presses. */
export type ComplainantStep = z.output<typeof complainantStep>;
/** Staff press or write. */
export type StaffStep = z.output<typeof staffStep>;

/** The scenario's JSON Schema, for editors and for `simulate --schema`. */
export const scenarioJsonSchema = (): object => z.toJSONSchema(scenarioSchema, { io: 'input' });

/** Reads a scenario file. Throws Fault `config-invalid` with a line per fault. */
export const parseScenario = (file: SourceFile): Scenario => {
  const source = readSource(file);
  const faults = source.syntax.length > 0 ? source.syntax : schemaFaults(source, scenarioSchema);
  if (faults.length > 0) throw new Fault('config-invalid', faults.map(faultLine).join('\n'));
  return scenarioSchema.parse(source.value);
};

const unitMs = { s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a length like `30 min`. */
export const lengthMs = (text: string): number => {
  const [, count, unit] = /^(\d+)\s*(s|min|h|d)$/.exec(text) ?? [];
  const ms = unit === 's' || unit === 'min' || unit === 'h' || unit === 'd' ? unitMs[unit] : Number.NaN;
  return Number(count) * ms;
};
