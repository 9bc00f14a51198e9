import { resolve } from 'node:path';
import type { Complaint } from '../complaint/state.ts';
import type { Config } from '../config.ts';
import { deadlines } from '../policy/deadlines.ts';
import { label } from '../policy/intake.ts';
import type { Policy } from '../policy/policy.ts';
import { wallTime } from '../policy/time.ts';
import { policyFrom, readCalendars, readPackSources } from '../run/data.ts';
import { findComplaint, readEvents } from '../store/complaints.ts';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { readPacks } from '../store/packs.ts';
import { withStore } from './store.ts';
import { InputError, say } from './terminal.ts';

const policyOf = async (db: Database, complaint: Complaint, config: Config): Promise<Policy> => {
  const stored = (await readPacks(db)).find(({ id }) => id === complaint.pack);
  return policyFrom(
    stored?.sources ?? (await readPackSources(config.policyPack)),
    await readCalendars(),
    config.timeZone ?? 'Asia/Shanghai',
  );
};

const grades = async (db: Database, number: string, zone: string): Promise<readonly string[]> =>
  (await readEvents(db, number)).flatMap((event) => {
    if (event.type === 'ComplaintAssessed') {
      const { severity, urgency, type, reasons } = event.assessment;
      const why = reasons.map(
        ({ clause, rule, fact, evidence }) =>
          `    ${clause} · ${rule} · ${fact}${evidence ? ` · “${evidence}”` : ''}`,
      );
      return [`  ${wallTime(event.at, zone)} level ${severity}, ${urgency}, ${type}`, ...why];
    }
    if (event.type !== 'ComplaintRegraded') return [];
    const who = event.by.kind === 'staff' ? event.by.id : event.by.kind;
    return [
      `  ${wallTime(event.at, zone)} level ${event.from} → ${event.severity} by ${who}: ${event.reason}`,
    ];
  });

/** What a model had a part in, with the prompt that asked it (AD-1). */
const readings = async (db: Database, number: string, zone: string): Promise<readonly string[]> =>
  (await readEvents(db, number)).flatMap((event) => {
    if (event.type === 'GradeSuggested')
      return [
        `  ${wallTime(event.at, zone)} level ${event.severity} suggested to staff · prompt ${event.promptHash}`,
      ];
    const statements =
      event.type === 'ComplaintReceived'
        ? event.statements
        : event.type === 'StatementAdded'
          ? [event.statement]
          : [];
    return statements.flatMap(({ at, promptHash }) =>
      promptHash === undefined ? [] : [`  ${wallTime(at, zone)} words read along · prompt ${promptHash}`],
    );
  });

/** `redress why NUMBER`: every grade with its reasons, every date with its steps, and what a model had a part in. */
export const whyCommand = (config: Config, number: string): Promise<number> =>
  withStore(config, async (db) => {
    await migrate(db, resolve(import.meta.dirname, '../../migrations'));
    const stream = await findComplaint(db, number.trim().toUpperCase());
    if (!stream)
      throw new InputError(
        number === '' ? 'why needs a complaint number' : `There is no complaint ${number}`,
      );
    const { complaint } = stream;
    const policy = await policyOf(db, complaint, config);
    say(
      `${complaint.number} · ${label(complaint.assessment.type, 'en', policy)} · ${complaint.stage} · pack ${complaint.pack}\nTimes of ${policy.zone}\n`,
    );
    say('Grades');
    for (const line of await grades(db, complaint.number, policy.zone)) say(line);
    say('\nDates');
    for (const { clock, ledger, dueAt, metAt, clause, steps } of deadlines(complaint.timeline, policy)) {
      say(
        `  ${label(clock, 'en', policy)} (${ledger}, ${clause}): due ${wallTime(dueAt, policy.zone)}, ${metAt ? `met ${wallTime(metAt, policy.zone)}` : 'open'}`,
      );
      for (const step of steps) say(`    ${step}`);
    }
    const read = await readings(db, complaint.number, policy.zone);
    if (read.length > 0) say('\nRead by a model');
    for (const line of read) say(line);
    return 0;
  });
