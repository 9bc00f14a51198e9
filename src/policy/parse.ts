import { conditionNames, isConditionFault, parseCondition } from './condition.ts';
import { mergePacks } from './merge.ts';
import { type BasePack, type Overlay, overlaySchema, type Pack, packSchema } from './pack.ts';
import { placesOf } from './places.ts';
import { referenceFaults } from './references.ts';
import { type PackFault, readSource, type Source, type SourceFile, schemaFaults } from './source.ts';
import { nearest } from './suggest.ts';

export type { PackFault } from './source.ts';

/** A pack that can be used, or everything that is wrong with its files. */
export type ParsedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/**
 * Reads a pack: the first source is the base, the rest are overlays.
 * Where they differ the shorter time and the stricter duty win; both stay listed. All faults come at once. Never throws.
 */
export const parsePack = (sources: readonly SourceFile[]): ParsedPack => {
  const read = sources.map(readSource);
  const [base, ...overlays] = read;
  if (!base) return failed({ file: '', line: 1, path: '', what: 'no pack file', suggestion: 'Name a pack.' });
  const faults = [
    ...fileFaults(base, packSchema),
    ...overlays.flatMap((overlay) => fileFaults(overlay, overlaySchema)),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const pack = mergePacks(
    packSchema.parse(base.value),
    overlays.map((overlay) => overlaySchema.parse(overlay.value)),
    placesOf(read),
  );
  const wrong = referenceFaults(pack);
  return wrong.length > 0 ? { ok: false, faults: wrong } : { ok: true, pack };
};

const failed = (fault: PackFault): ParsedPack => ({ ok: false, faults: [fault] });

const fileFaults = (
  source: Source,
  schema: typeof packSchema | typeof overlaySchema,
): readonly PackFault[] => {
  if (source.syntax.length > 0) return source.syntax;
  const faults = schemaFaults(source, schema);
  if (faults.length > 0) return faults;
  return conditionFaults(source, schema.parse(source.value));
};

interface PlacedCondition {
  readonly path: readonly (string | number)[];
  readonly source: string;
  readonly scope: 'facts' | 'grade';
}

/** Every condition of a file with its place, so that each can be checked where it stands. */
const conditionsOf = (pack: BasePack | Overlay): readonly PlacedCondition[] => {
  const rules = (section: 'severity' | 'urgency', list: readonly { readonly when: string }[]) =>
    list.map(({ when }, index) => ({ path: [section, 'rules', index, 'when'], source: when }));
  const limits = (pack.clocks ?? []).flatMap((clock, index) =>
    clock.limits.flatMap(({ when }, place) =>
      when === undefined ? [] : [{ path: ['clocks', index, 'limits', place, 'when'], source: when }],
    ),
  );
  const floors = (pack.floors ?? []).map(({ when }, index) => ({
    path: ['floors', index, 'when'],
    source: when,
  }));
  const decidedTogether = 'urgency' in pack ? pack.approvals.joint : [];
  const joint = decidedTogether.map(({ when }, index) => ({
    path: ['approvals', 'joint', index, 'when'],
    source: when,
  }));
  const crisis = pack.crisis ? [{ path: ['crisis', 'when'], source: pack.crisis.when }] : [];
  const withdrawal = pack.withdrawal
    ? [{ path: ['withdrawal', 'keepOpen'], source: pack.withdrawal.keepOpen }]
    : [];
  return [
    ...[...rules('severity', pack.severity?.rules ?? []), ...floors].map((one) => ({
      ...one,
      scope: 'facts' as const,
    })),
    ...[
      ...rules('urgency', 'urgency' in pack ? pack.urgency.rules : []),
      ...limits,
      ...joint,
      ...crisis,
      ...withdrawal,
    ].map((one) => ({ ...one, scope: 'grade' as const })),
  ];
};

const conditionFaults = (source: Source, pack: BasePack | Overlay): readonly PackFault[] =>
  conditionsOf(pack).flatMap(({ path, source: text, scope }) => {
    const condition = parseCondition(text, scope);
    if (!isConditionFault(condition)) return [];
    const names = scope === 'grade' ? [...conditionNames, 'severity', 'urgency'] : conditionNames;
    const near = condition.unknown === null ? undefined : nearest(condition.unknown, names);
    const suggestion = near ? `Did you mean '${near}'?` : `Facts are: ${names.join(', ')}.`;
    return [source.fault(path, `condition '${text}': ${condition.message}`, suggestion)];
  });

/** The files of a pack id, base first: `property+cn-finance` gives `['property.yaml', 'cn-finance.yaml']`. */
export const packFiles = (id: string): string[] =>
  id.split('+').map((part) => `${part.trim().replace(/@\d+$/, '')}.yaml`);
