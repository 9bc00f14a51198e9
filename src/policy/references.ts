import { isWorking } from './duration.ts';
import type { Pack } from './pack.ts';
import { placeOf } from './places.ts';
import type { PackFault } from './source.ts';
import { nearest } from './suggest.ts';

/** A fault of a merged pack with the place of the rule it is about. */
export const faultAt = (
  pack: Pack,
  told: { readonly path: string; readonly what: string; readonly suggestion: string },
): PackFault => ({ ...placeOf(pack.places, told.path), ...told });

/** What one part of a pack says of another that is not so: unknown ids, doubled ids, working lengths without a calendar. */
export const referenceFaults = (pack: Pack): readonly PackFault[] => [
  ...doubled(pack),
  ...unknownIds(pack),
  ...workingWithoutCalendar(pack),
  ...ladderFaults(pack),
];

const doubled = (pack: Pack): readonly PackFault[] => {
  const lists: Readonly<Record<string, readonly string[]>> = {
    departments: pack.departments.map(({ id }) => id),
    types: pack.types.map(({ id }) => id),
    clocks: pack.clocks.map(({ id }) => id),
    'severity.rules': pack.severity.rules.map(({ id }) => id),
    'urgency.rules': pack.urgency.rules.map(({ id }) => id),
    'escalation.chains': pack.escalation.chains.map(({ severity }) => String(severity)),
    remedies: pack.remedies.map(({ kind }) => kind),
  };
  return Object.entries(lists).flatMap(([path, ids]) =>
    [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))].map((id) =>
      faultAt(pack, {
        path: `${path}.${id}`,
        what: `'${id}' stands in ${path} twice`,
        suggestion: 'Keep one, or give the other its own id.',
      }),
    ),
  );
};

/** The known id that was most likely meant, or all there are. */
export const knownHint = (id: string, known: readonly string[]): string => {
  const near = nearest(id, known);
  return near ? `Did you mean '${near}'?` : `Known: ${known.join(', ')}.`;
};

const unknownIds = (pack: Pack): readonly PackFault[] => {
  const departments = pack.departments.map(({ id }) => id);
  const types = pack.types.map(({ id }) => id);
  const missing = (path: string, id: string, [kind, known]: readonly [string, readonly string[]]) =>
    known.includes(id)
      ? []
      : [faultAt(pack, { path, what: `no ${kind} '${id}'`, suggestion: knownHint(id, known) })];
  return [
    ...pack.types.flatMap(({ id, department, parent }) => [
      ...missing(`types.${id}.department`, department, ['department', departments]),
      ...(parent === undefined || pack.parts.length > 1
        ? []
        : missing(`types.${id}.parent`, parent, ['type', types])),
    ]),
    ...pack.remedies.flatMap(({ kind, types: suits }) =>
      (suits ?? []).flatMap((type) => missing(`remedies.${kind}.types`, type, ['type', types])),
    ),
    ...pack.escalation.triggers.flatMap(({ id, departments: told }) =>
      (told ?? []).flatMap((one) => missing(`escalation.triggers.${id}`, one, ['department', departments])),
    ),
  ];
};

const workingWithoutCalendar = (pack: Pack): readonly PackFault[] =>
  pack.clocks.flatMap((clock) =>
    clock.limits.flatMap(({ within, calendar }, index) =>
      within !== 'promised' && isWorking(within) && calendar === undefined
        ? [
            faultAt(pack, {
              path: `clocks.${clock.id}.limits.${index}.within`,
              what: `clock '${clock.id}' counts working time without a calendar`,
              suggestion: "Add 'calendar: cn', or write clock hours or days.",
            }),
          ]
        : [],
    ),
  );

const ladderFaults = (pack: Pack): readonly PackFault[] => {
  const { ladder } = pack.approvals;
  const limits = ladder.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY);
  const falls = limits.some((limit, index) => index > 0 && limit <= (limits[index - 1] ?? 0));
  const open = limits.at(-1) === Number.POSITIVE_INFINITY;
  return [
    ...(falls
      ? [
          faultAt(pack, {
            path: 'approvals.ladder',
            what: 'the ladder does not rise',
            suggestion: 'Order it from the smallest authority.',
          }),
        ]
      : []),
    ...(open
      ? []
      : [
          faultAt(pack, {
            path: 'approvals.ladder',
            what: 'nobody may approve the largest amounts',
            suggestion: "Leave 'upTo' off the last.",
          }),
        ]),
  ];
};
