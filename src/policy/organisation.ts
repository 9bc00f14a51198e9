import { z } from 'zod';
import { type ChannelName, channelNames, locales, type Role, roles } from '../terms.ts';
import { budgetSchema } from './budget.ts';
import { localized, id as partId, text } from './pack-parts.ts';
import { type PackFault, readSource, type SourceFile, schemaFaults } from './source.ts';
import { isZone } from './time.ts';

const personId = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'small letters, digits, hyphens, underscores only');
const wall = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day: write HH:MM');
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'not a day: write YYYY-MM-DD');

const person = z.strictObject({
  id: personId,
  name: z.union([text, localized]),
  /** Other names and nicknames a complainant may use for them (recusal). */
  aliases: z.array(text).default([]),
  /** Post as complainants call it, 项目经理. */
  title: localized.optional(),
  roles: z.array(z.enum(roles)).min(1),
  department: partId.optional(),
  /**
   * Their account on each transport; on the web the person's id when absent. With several Slack workspaces `T0HOME/U0LIN`:
   * only together with its workspace is an id nobody else's.
   */
  accounts: z.strictObject({ web: text, slack: text, telegram: text }).partial().default({}),
  /** What they are answered in; the card's language, or the desk's, when absent. */
  language: z.enum(locales).optional(),
  reportsTo: personId.optional(),
  /** Who stands in, in order. */
  deputies: z.array(personId).default([]),
  absences: z.array(z.strictObject({ from: day, to: day })).default([]),
  /** Time zone of where they work, by which their days and hours are read; the organisation's when absent. */
  zone: z.string().refine(isZone, 'not a time zone: write one as Europe/London').optional(),
  /** Weekdays (1 Monday) and hours on duty; always when absent. Hours that end no later than they begin last into the next day. */
  rota: z
    .array(z.strictObject({ weekdays: z.array(z.int().min(1).max(7)).min(1), from: wall, to: wall }))
    .default([]),
});

const organisationSchema = z.strictObject({
  id: partId,
  name: localized,
  privacyUrl: text,
  /** How else a complainant reaches us: phone, address. */
  contact: localized,
  /** Where a complainant can turn outside the organisation. */
  outsideRoutes: z.array(localized).default([]),
  departments: z
    .array(z.strictObject({ id: partId, name: localized, head: personId.optional() }))
    .default([]),
  /** Where staff talk, `slack:C…`, `telegram:-100…`, `web`. */
  channels: z.strictObject({ team: text, manager: text, drill: text }).partial().default({}),
  /** Groups of a transport whose members hold roles, as Slack's user groups. */
  groups: z
    .array(
      z.strictObject({ channel: z.enum(channelNames), group: text, roles: z.array(z.enum(roles)).min(1) }),
    )
    .default([]),
  people: z.array(person).min(1),
  /** Who is called in a crisis for each contact the pack asks for, one or two people (S4.d3). */
  contactPeople: z.record(partId, z.array(personId).min(1).max(2)).default({}),
  /** What may be granted in a month, a quarter, a year: more goes one step further up (AP-2). */
  budgets: z.array(budgetSchema).default([]),
  /** What stands on formal letters beside name and contact (S1.5). */
  letterhead: z.strictObject({ address: localized, signedBy: localized }).partial().default({}),
});

/** Who we are: people with roles and accounts, departments, channels. A reviewed file. */
export type Organisation = z.output<typeof organisationSchema>;
/** One of the staff. */
export type Person = Organisation['people'][number];

/** An organisation that can be used, or everything that is wrong with its file. */
export type ParsedOrganisation =
  | { readonly ok: true; readonly organisation: Organisation }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Reads an organisation file; ids must be unique and what they point at must exist. Never throws. */
export const parseOrganisation = (file: SourceFile): ParsedOrganisation => {
  const source = readSource(file);
  if (source.syntax.length > 0) return { ok: false, faults: source.syntax };
  const shape = schemaFaults(source, organisationSchema);
  if (shape.length > 0) return { ok: false, faults: shape };
  const organisation = organisationSchema.parse(source.value);
  const faults = [
    ...organisation.people.flatMap(({ id }, index) =>
      organisation.people.findIndex((other) => other.id === id) < index
        ? [
            source.fault(
              ['people', index, 'id'],
              `person '${id}' is there twice`,
              'Give each a different id.',
            ),
          ]
        : [],
    ),
    ...sharedAccounts(organisation).map(({ index, channel, account }) =>
      source.fault(
        ['people', index, 'accounts', channel],
        `account '${account}' belongs to two people`,
        'One account is one person: maker and checker must stay two.',
      ),
    ),
    ...unknownPeople(organisation).map(({ path, id }) =>
      source.fault(path, `no person '${id}'`, 'Write the id of somebody under people.'),
    ),
    ...organisation.people.flatMap(({ department }, index) =>
      department !== undefined && organisation.departments.every(({ id }) => id !== department)
        ? [source.fault(['people', index, 'department'], `no department '${department}'`, 'Add it above.')]
        : [],
    ),
    ...budgetFaults(organisation).map(({ path, what }) =>
      source.fault(path, what, 'Two budgets need two ids, and a department must be one of the list above.'),
    ),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, organisation };
};

const budgetFaults = ({
  budgets,
  departments,
}: Organisation): readonly { readonly path: readonly (string | number)[]; readonly what: string }[] =>
  budgets.flatMap(({ id, department }, index) => [
    ...(budgets.findIndex((other) => other.id === id) < index
      ? [{ path: ['budgets', index, 'id'], what: `budget '${id}' is there twice` }]
      : []),
    ...(department !== undefined && departments.every((one) => one.id !== department)
      ? [{ path: ['budgets', index, 'department'], what: `no department '${department}'` }]
      : []),
  ]);

const sharedAccounts = (
  organisation: Organisation,
): readonly { readonly index: number; readonly channel: ChannelName; readonly account: string }[] =>
  organisation.people.flatMap((one, index) =>
    channelNames.flatMap((channel) => {
      const account = writtenAccount(one, channel);
      const first = organisation.people.findIndex((other) => writtenAccount(other, channel) === account);
      return account !== undefined && first < index ? [{ index, channel, account }] : [];
    }),
  );

const unknownPeople = (
  organisation: Organisation,
): readonly { readonly path: readonly (string | number)[]; readonly id: string }[] => {
  const known = new Set(organisation.people.map(({ id }) => id));
  const pointers = organisation.people.flatMap((one, index) => [
    ...(one.reportsTo === undefined ? [] : [{ path: ['people', index, 'reportsTo'], id: one.reportsTo }]),
    ...one.deputies.map((id, place) => ({ path: ['people', index, 'deputies', place], id })),
  ]);
  const heads = organisation.departments.flatMap(({ head }, index) =>
    head === undefined ? [] : [{ path: ['departments', index, 'head'], id: head }],
  );
  const contacts = Object.entries(organisation.contactPeople).flatMap(([contact, people]) =>
    people.map((id, place) => ({ path: ['contactPeople', contact, place], id })),
  );
  return [...pointers, ...heads, ...contacts].filter(({ id }) => !known.has(id));
};

const writtenAccount = (one: Person, channel: ChannelName): string | undefined =>
  one.accounts[channel] ?? (channel === 'web' ? one.id : undefined);

/** The person's account on a transport, without its workspace; on the web their id unless another is given; undefined when they have none. */
export const accountOf = (one: Person, channel: ChannelName): string | undefined =>
  writtenAccount(one, channel)?.replace(/^[^/]*\//, '');

/** The person with this id; undefined when there is none. */
export const findPerson = (organisation: Organisation, id: string): Person | undefined =>
  organisation.people.find((one) => one.id === id);

/** Whose account this is; undefined when it belongs to nobody of ours, or to somebody of another workspace. */
export const findByAccount = (
  organisation: Organisation,
  channel: ChannelName,
  { id, team }: { readonly id: string; readonly team?: string },
): Person | undefined =>
  organisation.people.find((one) => {
    const account = writtenAccount(one, channel);
    return account === id || (team !== undefined && account === `${team}/${id}`);
  });

const line: readonly Role[] = ['handler', 'head', 'leader', 'general_manager'];

/** Whether a person may act in a role. The general manager may what the leader may, and so on down; the other roles include none. */
export const holdsRole = (person: Person, role: Role): boolean =>
  person.roles.some((held) => {
    if (held === role) return true;
    return line.includes(role) && line.indexOf(held) > line.indexOf(role);
  });

/** Everyone who may act in a role, in the file's order; those who hold the very role come first. */
export const peopleWith = (organisation: Organisation, role: Role): readonly Person[] => {
  const able = organisation.people.filter((one) => holdsRole(one, role));
  return [
    ...able.filter((one) => one.roles.includes(role)),
    ...able.filter((one) => !one.roles.includes(role)),
  ];
};

/** A person's name as readers of a language know it. */
export const personName = (one: Person, locale: (typeof locales)[number]): string =>
  typeof one.name === 'string' ? one.name : one.name[locale];
