import { readConfig } from '../config.ts';
import { isFault } from '../faults.ts';
import { checkPack } from '../policy/check.ts';
import { parsePack } from '../policy/parse.ts';
import { compilePolicy } from '../policy/policy.ts';
import { calendarLines } from '../run/calendars.ts';
import { faultLine, readCalendars, readLexicons, readOrganisation, readPackSources } from '../run/data.ts';
import { note, say } from './terminal.ts';

/** One thing found; a warning does not stop the start. */
interface Found {
  readonly text: string;
  readonly warning: boolean;
}

const stops = (text: string): Found => ({ text, warning: false });

/** Runs one check; its faults become lines. */
const linesOf = async (check: () => Promise<readonly Found[]>): Promise<readonly Found[]> => {
  try {
    return await check();
  } catch (error) {
    if (isFault(error)) return error.message.split('\n').map(stops);
    throw error;
  }
};

const packLines = async (pack: string, organisationFile: string | null): Promise<readonly Found[]> => {
  const parsed = parsePack(await readPackSources(pack));
  if (!parsed.ok) return parsed.faults.map(faultLine).map(stops);
  const [organisation, calendars] = [await readOrganisation(organisationFile), await readCalendars()];
  const today = Temporal.Now.plainDateISO().toString();
  const policy = compilePolicy({ pack: parsed.pack, calendars, zone: 'UTC' });
  const years = calendarLines(policy, today).map((text) => ({ text, warning: true }));
  const faults = checkPack(
    parsed.pack,
    organisation,
    calendars.map(({ id }) => id),
  );
  return [...faults.map((fault) => ({ text: faultLine(fault), warning: fault.warning ?? false })), ...years];
};

/** `redress check`: settings, pack, organisation, lexicons; every fault with file and line. 1 when there is one. */
export const checkCommand = async (
  env: Readonly<Record<string, string | undefined>>,
  pack?: string,
): Promise<number> => {
  const settings = await linesOf(async () => {
    readConfig(env);
    return [];
  });
  const organisationFile = env.ORGANISATION ?? null;
  const wanted = pack ?? env.POLICY_PACK ?? 'general';
  const lines = [
    ...settings,
    ...(await linesOf(async () => {
      await readOrganisation(organisationFile);
      return [];
    })),
    ...(await linesOf(() => packLines(wanted, organisationFile))),
    ...(await linesOf(async () => {
      await readLexicons();
      return [];
    })),
  ];
  const told = new Map(lines.map((line) => [line.text, line]));
  for (const { text, warning } of told.values()) note(warning ? `warning: ${text}` : text);
  const faults = lines.filter(({ warning }) => !warning);
  if (faults.length > 0) return 1;
  say(
    `Settings, pack ${wanted}, organisation and lexicons are fine${lines.length > 0 ? ', with warnings' : ''}.`,
  );
  return 0;
};
