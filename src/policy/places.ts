import type { Source, SourcePath } from './source.ts';

/** Where something stands in a reviewed file. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Places by path; members of a list go by their id, `clocks.first_reply.limits.0`. */
export type Places = Readonly<Record<string, Place>>;

/** What tells the members of a list apart, first that is there. */
const keys = ['id', 'kind', 'topic', 'ground', 'record', 'severity'];

/** The place of every rule of the files, so that what is found in the merged pack can be told with file and line. */
export const placesOf = (sources: readonly Source[]): Places => {
  const places: Record<string, Place> = {};
  for (const source of sources) {
    const walk = (value: unknown, at: SourcePath, name: string): void => {
      if (name !== '' && !(name in places)) {
        const { file, line } = source.fault(at, '');
        places[name] = { file, line };
      }
      if (Array.isArray(value)) {
        const offset = countOf(places, name);
        for (const [index, one] of value.entries()) {
          walk(one, [...at, index], `${name}.${keyOf(one) ?? index + offset}`);
        }
      } else if (typeof value === 'object' && value !== null) {
        for (const [key, one] of Object.entries(value)) {
          walk(one, [...at, key], name === '' ? key : `${name}.${key}`);
        }
      }
    };
    walk(source.value, [], '');
  }
  return places;
};

const keyOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const key = keys.find((one) => one in value);
  return key === undefined ? undefined : String(Reflect.get(value, key));
};

/** How many numbered members of a list earlier files brought: those of later files count on. */
const countOf = (places: Places, name: string): number => {
  let count = 0;
  while (`${name}.${count}` in places) count += 1;
  return count;
};

/** The place of a path, or of the nearest thing around it. */
export const placeOf = (places: Places, path: string): Place => {
  for (let name = path; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const place = places[name];
    if (place) return place;
  }
  return { file: Object.values(places)[0]?.file ?? '', line: 1 };
};
