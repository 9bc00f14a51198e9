import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '../../src/faults.ts';
import { type Calendar, parseCalendar } from '../../src/policy/calendar.ts';
import { newTimeline, type Timeline } from '../../src/policy/deadlines.ts';
import { type Organisation, parseOrganisation } from '../../src/policy/organisation.ts';
import type { Pack } from '../../src/policy/pack.ts';
import { packFiles, parsePack } from '../../src/policy/parse.ts';
import { compilePolicy, type Policy } from '../../src/policy/policy.ts';
import type { SourceFile } from '../../src/policy/source.ts';
import type { Severity, Urgency } from '../../src/terms.ts';

const dir = join(import.meta.dirname, '../../policies');

/** Base packs that ship. */
export const bases = [
  'general',
  'manufacturer',
  'telecom',
  'car-dealer',
  'retail-service',
  'property',
  'insurance-agency',
  'ecommerce',
  'bank',
  'catering',
] as const;

/** Legal overlays that ship. */
export const overlays = ['cn-finance', 'uk-disp', 'us-cfpb', 'eu-psd2', 'iso-10002'] as const;

/** A file of the policies folder. */
export const source = (file: string): SourceFile => ({ file, text: readFileSync(join(dir, file), 'utf8') });

/** A shipped pack by id, `property+cn-finance`. */
export const readPack = (id: string): Pack => {
  const known = packs.get(id);
  if (known) return known;
  const parsed = parsePack(packFiles(id).map(source));
  invariant(parsed.ok, parsed.ok ? '' : JSON.stringify(parsed.faults));
  packs.set(id, parsed.pack);
  return parsed.pack;
};
const packs = new Map<string, Pack>();

/** Every calendar that ships. */
export const calendars: readonly Calendar[] = readdirSync(join(dir, 'calendars')).map((name) => {
  const parsed = parseCalendar(source(`calendars/${name}`));
  invariant(parsed.ok, parsed.ok ? '' : JSON.stringify(parsed.faults));
  return parsed.calendar;
});

/** One calendar that ships. */
export const calendar = (id: string): Calendar => {
  const found = calendars.find((one) => one.id === id);
  invariant(found, `calendar ${id}`);
  return found;
};

/** A shipped pack, ready to be asked. */
export const readPolicy = (id: string, zone = 'Asia/Shanghai'): Policy =>
  compilePolicy({ pack: readPack(id), calendars, zone });

/** The demonstration organisation. */
export const demo = (): Organisation => {
  const parsed = parseOrganisation(source('organisation.demo.yaml'));
  invariant(parsed.ok, parsed.ok ? '' : JSON.stringify(parsed.faults));
  return parsed.organisation;
};

/** A complaint of which only the receipt is known. */
export const received = (at: string, severity: Severity = 4, urgency: Urgency = 'general'): Timeline => ({
  ...newTimeline(at, 'other'),
  grades: [{ at, severity, urgency }],
});
