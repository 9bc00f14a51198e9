import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Licences under which a part may be shipped with an Apache-2.0 product. */
const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'PostgreSQL',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'MPL-2.0',
  'CC-BY-4.0',
  'Artistic-2.0',
  // Fonts: may be passed on and put into documents.
  'OFL-1.1',
]);

/** Packages that name no licence in their package.json; what their repository says, looked at by hand. */
const known: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

/** Whether one of the ways a licence text allows is among ours. */
const isAllowed = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(/ OR /)
    .some((way) => way.split(/ AND /).every((one) => allowed.has(one.trim())));

const lock = read('package-lock.json') as { packages: Record<string, Locked> };
const parts = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && !link);

const licenceOf = ([path, locked]: (typeof parts)[number]): string => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 13);
  const manifest = existsSync(`${path}/package.json`)
    ? (read(`${path}/package.json`) as {
        license?: string | { type?: string };
        licenses?: { type?: string }[];
      })
    : {};
  const { license, licenses } = manifest;
  return (
    (typeof license === 'string' ? license : license?.type) ??
    licenses?.[0]?.type ??
    locked.license ??
    known[name] ??
    'unknown'
  );
};

describe('everything locked in package-lock.json', () => {
  it('may be used and passed on: no GPL, no AGPL, nothing unknown', () => {
    expect(parts.length).toBeGreaterThan(100);
    const refused = parts
      .filter((part) => !isAllowed(licenceOf(part)))
      .map((part) => `${part[0]} ${licenceOf(part)}`);
    expect(refused).toEqual([]);
  });

  it('is pinned by version and by the hash of its content', () => {
    const loose = parts.filter(
      ([, { version, integrity }]) => !version || !/^sha(256|512)-/.test(integrity ?? ''),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('is asked for by exact version', () => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json') as Record<
      string,
      Record<string, string>
    >;
    for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+[\w.-]*$/);
  });

  it.each(['GPL-3.0-only', 'AGPL-3.0', 'unknown', 'SSPL-1.0', 'MIT AND GPL-2.0', 'UNLICENSED'])(
    'would not pass with %s',
    (licence) => {
      expect(isAllowed(licence)).toBe(false);
    },
  );
});
