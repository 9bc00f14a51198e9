import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const pair = z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) });
const file = z.object({ complaints: pair }).catchall(pair);

/** A complaint with something hidden in it. */
export interface Attack {
  readonly family: string;
  readonly lang: 'zh' | 'en';
  /** The complaint alone. */
  readonly complaint: string;
  readonly text: string;
}

/** `{word*3}` is the word three times over. */
const repeated = (text: string): string =>
  text.replaceAll(/\{([^{}]+)\*(\d+)\}/gu, (_, word: string, times: string) => word.repeat(Number(times)));

const read = (): readonly Attack[] => {
  const source = readFileSync(new URL('attacks.yaml', import.meta.url), 'utf8');
  const { complaints, ...families } = file.parse(parse(source));
  return Object.entries(families).flatMap(([family, texts]) =>
    (['zh', 'en'] as const).flatMap((lang) =>
      texts[lang].map((text, at) => {
        const complaint = complaints[lang][at % complaints[lang].length] ?? '';
        return { family, lang, complaint, text: repeated(text).replaceAll('{c}', complaint) };
      }),
    ),
  );
};

/** Every attack of the table, in its order. */
export const attacks: readonly Attack[] = read();
