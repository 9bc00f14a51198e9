import type { BasePack, Overlay, Pack } from './pack.ts';
import type { Places } from './places.ts';

/**
 * Joins overlays to a base pack.
 * Nothing is taken away: rules, clocks and duties are added, so the shorter time and the stricter duty win where they are asked for.
 */
export const mergePacks = (base: BasePack, overlays: readonly Overlay[], places: Places): Pack => {
  const { kind: _, ...rest } = base;
  const start: Pack = { ...rest, parts: [`${base.id}@${base.version}`], places };
  return overlays.reduce(mergeOne, start);
};

const mergeOne = (pack: Pack, overlay: Overlay): Pack => ({
  ...pack,
  parts: [...pack.parts, `${overlay.id}@${overlay.version}`],
  sources: [...pack.sources, ...overlay.sources],
  departments: byId(pack.departments, overlay.departments),
  types: byId(pack.types, housed(pack, overlay)),
  severity: { ...pack.severity, rules: [...pack.severity.rules, ...(overlay.severity?.rules ?? [])] },
  clocks: joinClocks(pack.clocks, overlay.clocks ?? []),
  intake: { ...pack.intake, ...representatives(pack, overlay) },
  approvals: { ...pack.approvals, writtenReply: writtenReply(pack, overlay) },
  replies: [...pack.replies, ...(overlay.replies ?? [])],
  ...optionalSections(pack, overlay),
});

const byId = <T extends { readonly id: string }>(own: T[], added: T[] = []): T[] => [
  ...own,
  ...added.filter((one) => own.every(({ id }) => id !== one.id)),
];

/** An overlay cannot know the departments of every base: its types go where their parent goes, or where 'everything else' goes. */
const housed = (pack: Pack, overlay: Overlay): Pack['types'] =>
  (overlay.types ?? []).map((type) => {
    const parent = pack.types.find(({ id }) => id === type.parent) ?? pack.types.at(-1);
    return { ...type, department: type.department ?? parent?.department ?? '' };
  });

/** A clock both know keeps the limits of both: the earliest date of all that apply is due. */
const joinClocks = (own: Pack['clocks'], added: Pack['clocks']): Pack['clocks'] => [
  ...own.map((clock) => {
    const twin = added.find(({ id }) => id === clock.id);
    if (!twin) return clock;
    return { ...clock, pausable: clock.pausable && twin.pausable, limits: [...clock.limits, ...twin.limits] };
  }),
  ...added.filter((clock) => own.every(({ id }) => id !== clock.id)),
];

const representatives = (pack: Pack, overlay: Overlay): Partial<Pack['intake']> => {
  const own = pack.intake.representatives;
  const other = overlay.intake?.representatives;
  const strictest = own && other ? (own.most <= other.most ? own : other) : (own ?? other);
  return strictest ? { representatives: strictest } : {};
};

const writtenReply = (pack: Pack, overlay: Overlay): Pack['approvals']['writtenReply'] => {
  const own = pack.approvals.writtenReply;
  const other = overlay.approvals?.writtenReply;
  return other && other.steps.length > own.steps.length ? other : own;
};

const optionalSections = (pack: Pack, overlay: Overlay): Partial<Pack> => ({
  billing: stricter(pack.billing, overlay.billing, (one, two) => one.times >= two.times),
  bottomLine: pack.bottomLine ?? overlay.bottomLine,
  recusal: stricter(pack.recusal, overlay.recusal, (one) => one.scope === 'named_and_interested'),
  sanctions: pack.sanctions ?? overlay.sanctions,
  finalResponse: {
    routes: [...(pack.finalResponse?.routes ?? []), ...(overlay.finalResponse?.routes ?? [])],
    holds: [...(pack.finalResponse?.holds ?? []), ...(overlay.finalResponse?.holds ?? [])],
  },
  crisis: pack.crisis ?? overlay.crisis,
  withdrawal: pack.withdrawal ?? overlay.withdrawal,
  reports: joinReports(pack.reports, overlay.reports),
  value: pack.value ?? overlay.value,
  floors: [...(pack.floors ?? []), ...(overlay.floors ?? [])],
  refusals: [...(pack.refusals ?? []), ...(overlay.refusals ?? [])],
  retention: [...(pack.retention ?? []), ...(overlay.retention ?? [])],
  duties: [...(pack.duties ?? []), ...(overlay.duties ?? [])],
});

const stricter = <T>(
  own: T | undefined,
  other: T | undefined,
  isStricter: (one: T, two: T) => boolean,
): T | undefined => (own && other ? (isStricter(own, other) ? own : other) : (own ?? other));

const joinReports = (own: Pack['reports'], other: Pack['reports']): Pack['reports'] =>
  own && other
    ? {
        ...own,
        periods: [...own.periods, ...other.periods],
        figures: [...new Set([...own.figures, ...other.figures])],
      }
    : (own ?? other);
