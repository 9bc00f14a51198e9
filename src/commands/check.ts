import { readConfig } from '../config.ts';
import { isFault } from '../faults.ts';
import { checkPack } from '../policy/check.ts';
import { parsePack } from '../policy/parse.ts';
import { faultLine, readCalendars, readLexicons, readOrganisation, readPackSources } from '../run/data.ts';
import { note, say } from './terminal.ts';

/** Runs one check; its faults become lines. */
const linesOf = async (check: () => Promise<readonly string[]>): Promise<readonly string[]> => {
  try {
    return await check();
  } catch (error) {
    if (isFault(error)) return error.message.split('\n');
    throw error;
  }
};

const packLines = async (pack: string, organisationFile: string | null): Promise<readonly string[]> => {
  const parsed = parsePack(await readPackSources(pack));
  if (!parsed.ok) return parsed.faults.map(faultLine);
  const [organisation, calendars] = [await readOrganisation(organisationFile), await readCalendars()];
  return checkPack(
    parsed.pack,
    organisation,
    calendars.map(({ id }) => id),
  ).map(faultLine);
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
  for (const line of new Set(lines)) note(line);
  if (lines.length === 0) say(`Settings, pack ${wanted}, organisation and lexicons are fine.`);
  return lines.length === 0 ? 0 : 1;
};
