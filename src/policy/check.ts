import { type Role, roles, severities, urgencies } from '../terms.ts';
import { type Condition, knownValues } from './condition.ts';
import { noFacts } from './facts.ts';
import { type Organisation, peopleWith } from './organisation.ts';
import type { Pack } from './pack.ts';
import { compilePolicy, conditionOf, type Policy } from './policy.ts';
import { situations } from './reach.ts';
import { faultAt, knownHint } from './references.ts';
import type { PackFault } from './source.ts';

/**
 * What is wrong with a pack that reads well: rules that can never fire, levels nobody can reach, chains without people,
 * clocks without calendars. Told with file, line and a suggestion; a `warning` does not stop the start.
 *
 * @param calendars ids of the calendars there are; left out, names of calendars are believed
 */
export const checkPack = (
  pack: Pack,
  organisation: Organisation,
  calendars?: readonly string[],
): readonly PackFault[] => {
  const policy = compilePolicy({ pack, calendars: [], zone: 'UTC' });
  return [
    ...ruleFaults(policy),
    ...levelFaults(policy),
    ...limitFaults(policy),
    ...calendarFaults(pack, calendars),
    ...chainFaults(pack, organisation),
    ...triggerFaults(pack),
    ...peopleFaults(pack, organisation),
    ...departmentWarnings(pack, organisation),
    ...contactWarnings(pack, organisation),
    ...routeWarnings(pack, organisation),
    ...sourceFaults(pack),
  ];
};

const ruleFaults = (policy: Policy): readonly PackFault[] => {
  const { severity, urgency, floors, approvals, crisis, withdrawal } = policy.pack;
  const placed = [
    ...severity.rules.map(({ id, when }) => ({ path: `severity.rules.${id}`, when })),
    ...urgency.rules.map(({ id, when }) => ({ path: `urgency.rules.${id}`, when })),
    ...(floors ?? []).map(({ id, when }) => ({ path: `floors.${id}`, when })),
    ...approvals.joint.map(({ id, when }) => ({ path: `approvals.joint.${id}`, when })),
    ...(crisis ? [{ path: 'crisis', when: crisis.when }] : []),
    ...(withdrawal ? [{ path: 'withdrawal', when: withdrawal.keepOpen }] : []),
  ];
  return placed.flatMap(({ path, when }) => {
    const condition = conditionOf(policy, when);
    const faults = literalFaults(policy, path, condition);
    if (faults.length > 0) return faults;
    return situations(condition, policy)?.length === 0
      ? [neverFires(policy.pack, path, when)]
      : shadowed(policy, path, condition);
  });
};

const neverFires = (pack: Pack, path: string, when: string): PackFault =>
  faultAt(pack, {
    path,
    what: `can never fire: '${when}'`,
    suggestion: 'No facts make it true; mend the condition or remove the rule.',
  });

const literalFaults = (policy: Policy, path: string, condition: Condition): readonly PackFault[] =>
  condition.literals.flatMap(({ name, value }) => {
    const known = name === 'complaintType' ? policy.pack.types.map(({ id }) => id) : knownValues[name];
    if (!known || known.includes(value)) return [];
    return [
      faultAt(policy.pack, {
        path,
        what: `${name} is never '${value}'`,
        suggestion: knownHint(value, known),
      }),
    ];
  });

/** A severity rule that never decides because whenever it holds a worse one holds too. */
const shadowed = (policy: Policy, path: string, condition: Condition): readonly PackFault[] => {
  const { rules } = policy.pack.severity;
  const rule = rules.find(({ id }) => path === `severity.rules.${id}`);
  if (!rule) return [];
  const worse = rules.filter(({ level }) => level < rule.level).map(({ when }) => conditionOf(policy, when));
  const decides = situations(condition, policy)?.some((values) =>
    worse.every((other) => !other.holds(values)),
  );
  if (decides !== false) return [];
  const what = `never decides: whenever '${rule.when}' holds, a worse level holds too`;
  return [faultAt(policy.pack, { path, what, suggestion: 'Remove it, or give it the worse level.' })];
};

const levelFaults = (policy: Policy): readonly PackFault[] => {
  const { rules, otherwise } = policy.pack.severity;
  return severities.flatMap((level) => {
    if (level === otherwise.level || rules.some((rule) => rule.level === level)) return [];
    const what = `level ${level} can't be reached: no rule gives it`;
    return [
      {
        ...faultAt(policy.pack, { path: 'severity', what, suggestion: `Add a rule with level: ${level}.` }),
        warning: true,
      },
    ];
  });
};

const grades = severities.flatMap((severity) => urgencies.map((urgency) => ({ severity, urgency })));

const limitFaults = (policy: Policy): readonly PackFault[] =>
  policy.pack.clocks.flatMap((clock) =>
    clock.limits.flatMap(({ when }, index) => {
      if (when === undefined) return [];
      const path = `clocks.${clock.id}.limits.${index}`;
      const condition = conditionOf(policy, when);
      const other = condition.facts.find((fact) => fact !== 'type');
      if (other) {
        const what = `a clock cannot read '${other}': it knows severity, urgency and complaintType`;
        return [
          faultAt(policy.pack, { path, what, suggestion: 'Put the fact into a severity or urgency rule.' }),
        ];
      }
      const faults = literalFaults(policy, path, condition);
      if (faults.length > 0) return faults;
      const types = policy.pack.types.map(({ id }) => id);
      const holds = types.some((type) =>
        grades.some((grade) => condition.holds({ facts: { ...noFacts, type }, ...grade })),
      );
      return holds ? [] : [neverFires(policy.pack, path, when)];
    }),
  );

const calendarFaults = (pack: Pack, calendars: readonly string[] | undefined): readonly PackFault[] =>
  pack.clocks.flatMap((clock) =>
    clock.limits.flatMap(({ calendar }, index) => {
      if (calendar === undefined || calendars === undefined || calendars.includes(calendar)) return [];
      const path = `clocks.${clock.id}.limits.${index}.calendar`;
      const hint =
        calendars.length > 0 ? `There are: ${calendars.join(', ')}.` : 'Add its file under calendars.';
      return [
        faultAt(pack, {
          path,
          what: `clock '${clock.id}' names no known calendar: '${calendar}'`,
          suggestion: hint,
        }),
      ];
    }),
  );

/** The most a trigger's number can mean: a level, a share of a date's time. */
const mostAt: Readonly<Record<string, readonly [most: number, means: string]>> = {
  level: [4, 'a level, 1 to 4'],
  clock_warning: [100, 'a percentage of the time, 1 to 100'],
};

const triggerFaults = (pack: Pack): readonly PackFault[] =>
  pack.escalation.triggers.flatMap(({ id, at }) => {
    const [most, means] = mostAt[id] ?? [];
    if (most === undefined || means === undefined || at === undefined || at <= most) return [];
    const what = `trigger '${id}' can never fire: at ${at}`;
    return [faultAt(pack, { path: `escalation.triggers.${id}`, what, suggestion: `Write ${means}.` })];
  });

const chainFaults = (pack: Pack, organisation: Organisation): readonly PackFault[] => [
  ...severities.flatMap((severity) =>
    pack.escalation.chains.some((chain) => chain.severity === severity)
      ? []
      : [
          faultAt(pack, {
            path: 'escalation.chains',
            what: `level ${severity} has no chain`,
            suggestion: 'Say whom it goes up to.',
          }),
        ],
  ),
  ...pack.escalation.chains.flatMap((chain) =>
    chain.steps.flatMap(({ role }) =>
      nobody(pack, organisation, {
        path: `escalation.chains.${chain.severity}`,
        role,
        use: 'asked by the chain',
      }),
    ),
  ),
];

const peopleFaults = (pack: Pack, organisation: Organisation): readonly PackFault[] => {
  const { joint, ladder, writtenReply } = pack.approvals;
  const needed: readonly { readonly path: string; readonly role: Role; readonly use: string }[] = [
    ...ladder.map(({ role }) => ({ path: 'approvals.ladder', role, use: 'on the ladder' })),
    ...joint.flatMap(({ id, roles: signers }) =>
      signers.map((role) => ({ path: `approvals.joint.${id}`, role, use: 'to decide together' })),
    ),
    ...writtenReply.steps.map((role) => ({
      path: 'approvals.writtenReply',
      role,
      use: 'for written replies',
    })),
    { path: 'approvals', role: 'process_owner', use: 'to own the process (ISO 10002 5.3)' },
    { path: 'recusal', role: 'independent', use: 'where everyone else is named (S1.13)' },
  ];
  const missing = needed.flatMap((one) => nobody(pack, organisation, one));
  const heads = peopleWith(organisation, 'head').length;
  return heads >= 2
    ? missing
    : [
        ...missing,
        faultAt(pack, {
          path: 'approvals',
          what: 'fewer than two people can approve',
          suggestion: 'Maker is not checker: name a second.',
        }),
      ];
};

const nobody = (
  pack: Pack,
  organisation: Organisation,
  { path, role, use }: { readonly path: string; readonly role: Role; readonly use: string },
): readonly PackFault[] =>
  peopleWith(organisation, role).length > 0
    ? []
    : [
        faultAt(pack, {
          path,
          what: `nobody is ${role}, ${use}`,
          suggestion: `Give somebody the role in the organisation file (${roles.join(', ')}).`,
        }),
      ];

/** A last word that names no way outside leaves a complainant with nothing but us (AP-6). */
const routeWarnings = (pack: Pack, organisation: Organisation): readonly PackFault[] => {
  if (organisation.outsideRoutes.length > 0 || (pack.finalResponse?.routes ?? []).length > 0) return [];
  const what = 'a final response names no way outside';
  const suggestion = 'Name at least one under outsideRoutes in the organisation file.';
  return [{ ...faultAt(pack, { path: 'finalResponse', what, suggestion }), warning: true }];
};

const departmentWarnings = (pack: Pack, organisation: Organisation): readonly PackFault[] =>
  pack.departments.flatMap(({ id }) =>
    organisation.departments.some((department) => department.id === id)
      ? []
      : [
          {
            ...faultAt(pack, {
              path: `departments.${id}`,
              what: `the organisation has no department '${id}'`,
              suggestion: 'Add it to the organisation file, with its head.',
            }),
            warning: true,
          },
        ],
  );

/** A contact whom nobody is named for is found missing on the day of the crisis (S4.d3). */
const contactWarnings = (pack: Pack, { contactPeople }: Organisation): readonly PackFault[] =>
  (pack.crisis?.contacts ?? []).flatMap(({ id }) =>
    contactPeople[id] === undefined
      ? [
          {
            ...faultAt(pack, {
              path: 'crisis.contacts',
              what: `nobody is named for the crisis contact '${id}'`,
              suggestion: 'Name one or two people for it under contactPeople in the organisation file.',
            }),
            warning: true as const,
          },
        ]
      : [],
  );

/** A number of the law without its source is hearsay. */
const sourceFaults = (pack: Pack): readonly PackFault[] =>
  pack.clocks.flatMap((clock) =>
    clock.ledger === 'house'
      ? []
      : clock.limits.flatMap(({ source, lastVerified }, index) =>
          source && lastVerified
            ? []
            : [
                faultAt(pack, {
                  path: `clocks.${clock.id}.limits.${index}`,
                  what: `legal clock '${clock.id}' does not say where its number comes from`,
                  suggestion: "Add 'source' and 'lastVerified'.",
                }),
              ],
        ),
  );
