import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Fault } from '../faults.ts';
import { type Calendar, parseCalendar } from '../policy/calendar.ts';
import { type Organisation, parseOrganisation } from '../policy/organisation.ts';
import { packFiles, parsePack } from '../policy/parse.ts';
import { compilePolicy, type Policy } from '../policy/policy.ts';
import type { PackFault, SourceFile } from '../policy/source.ts';
import { isLexiconFile, type Lexicons, parseLexicons } from '../triage/lexicon.ts';
import { createUnderstanding, type Understand } from '../triage/understand.ts';

/** The reviewed files that ship with the product; an organisation's own may lie elsewhere. */
export const policiesDir = resolve(import.meta.dirname, '../../policies');

/** One fault of a reviewed file as its author reads it: file, line, what, what instead. */
export const faultLine = ({
  file,
  line,
  what,
  suggestion,
}: Pick<PackFault, 'file' | 'line' | 'what' | 'suggestion'>): string =>
  `${file}:${line}: ${what}${suggestion ? `. ${suggestion}` : ''}`;

const invalid = (faults: readonly Pick<PackFault, 'file' | 'line' | 'what' | 'suggestion'>[]): Fault =>
  new Fault('pack-invalid', faults.map(faultLine).join('\n'), { data: { faults: faults.length } });

const readSource = async (path: string): Promise<SourceFile> => {
  try {
    return {
      file: path.startsWith(policiesDir) ? path.slice(policiesDir.length + 1) : path,
      text: await readFile(path, 'utf8'),
    };
  } catch (cause) {
    throw new Fault('config-invalid', `Cannot read ${path}`, { cause });
  }
};

const isPath = (pack: string): boolean => pack.includes('/') || /\.ya?ml$/.test(pack);

/** The files of a pack given as ids joined with `+`, or as paths joined with `+`. */
export const readPackSources = (pack: string): Promise<readonly SourceFile[]> =>
  Promise.all(
    pack
      .split('+')
      .flatMap((part) =>
        isPath(part)
          ? [readSource(resolve(part))]
          : packFiles(part).map((file) => readSource(join(policiesDir, file))),
      ),
  );

/** Every calendar that ships, by file. Throws Fault `pack-invalid`. */
export const readCalendars = async (): Promise<readonly Calendar[]> => {
  const dir = join(policiesDir, 'calendars');
  const names = (await readdir(dir)).filter((name) => name.endsWith('.yaml')).sort();
  const parsed = await Promise.all(
    names.map(async (name) => parseCalendar(await readSource(join(dir, name)))),
  );
  return parsed.map((one) => {
    if (!one.ok) throw invalid(one.faults);
    return one.calendar;
  });
};

/** Makes a pack askable from its texts. Throws Fault `pack-invalid` with a line per fault. */
export const policyFrom = (
  sources: readonly SourceFile[],
  calendars: readonly Calendar[],
  zone: string,
): Policy => {
  const parsed = parsePack(sources);
  if (!parsed.ok) throw invalid(parsed.faults);
  return compilePolicy({ pack: parsed.pack, calendars, zone });
};

/** Where the organisation file lies. */
export const organisationPath = (path: string | null): string =>
  path ? resolve(path) : join(policiesDir, 'organisation.demo.yaml');

/** Reads the organisation file; the demonstration one when none is named. Throws Fault `pack-invalid`. */
export const readOrganisation = async (path: string | null): Promise<Organisation> => {
  const parsed = parseOrganisation(await readSource(organisationPath(path)));
  if (!parsed.ok) throw invalid(parsed.faults);
  return parsed.organisation;
};

/** Reads the lexicons of every language. Throws Fault `pack-invalid`. */
export const readLexicons = async (): Promise<Lexicons> => {
  const dir = join(policiesDir, 'lexicons');
  const names = (await readdir(dir, { recursive: true })).filter(isLexiconFile).sort();
  const files = await Promise.all(names.map((name) => readSource(join(dir, name))));
  const parsed = parseLexicons(files);
  if (!parsed.ok) throw invalid(parsed.faults);
  return parsed.lexicons;
};

/** Makes the reader of texts from the lexicons that ship. */
export const readUnderstanding = async (): Promise<Understand> => createUnderstanding(await readLexicons());
