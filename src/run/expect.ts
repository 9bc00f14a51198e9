import type { ComplaintEvent } from '../complaint/events.ts';
import type { Complaint } from '../complaint/state.ts';
import { findComplaint, readEvents } from '../store/complaints.ts';
import type { Expectation } from './scenario.ts';
import type { ShownLine } from './sides.ts';
import type { Play } from './simulate.ts';

type Texts = string | readonly string[] | undefined;

const holds = (text: string, wanted: string): boolean => {
  const pattern = /^\/(.+)\/([imsu]*)$/s.exec(wanted);
  return pattern?.[1] ? new RegExp(pattern[1], pattern[2]).test(text) : text.includes(wanted);
};

const shown = (text: string): string => (text.length > 1500 ? `… ${text.slice(-1500)}` : text);

const textDifferences = (
  where: string,
  text: string,
  { wanted, never }: { readonly wanted?: Texts; readonly never?: Texts },
): string[] => [
  ...[wanted ?? []]
    .flat()
    .filter((one) => !holds(text, one))
    .map((one) => `${where} should show '${one}'. It shows:\n${shown(text)}`),
  ...[never ?? []]
    .flat()
    .filter((one) => holds(text, one))
    .map((one) => `${where} should never show '${one}', and does`),
];

const textIn = (lines: readonly ShownLine[]): string =>
  lines
    .filter(({ who }) => who !== 'complainant')
    .map(({ text, buttons }) => [text, ...buttons.map(({ label }) => `[${label}]`)].join('\n'))
    .join('\n');

const orderDifferences = (events: readonly ComplaintEvent[], wanted: readonly string[]): string[] => {
  let from = 0;
  for (const name of wanted) {
    const at = events.findIndex(({ type }, index) => index >= from && type === name);
    if (at < 0)
      return [
        `event ${name} should have happened (in order ${wanted.join(', ')}); there were ${events.map(({ type }) => type).join(', ')}`,
      ];
    from = at + 1;
  }
  return [];
};

type ComplaintExpectation = NonNullable<Expectation['complaint']>;

const stateDifferences = (complaint: Complaint, wanted: ComplaintExpectation): string[] => {
  const rows: readonly [string, unknown, unknown][] = [
    ['type', complaint.assessment.type, wanted.type],
    ['severity', complaint.severity, wanted.severity],
    ['stage', complaint.stage, wanted.stage],
    ['urgency', complaint.assessment.urgency, wanted.urgency],
    ['handler', complaint.handler, wanted.handler],
    ['department', complaint.assessment.department, wanted.department],
  ];
  const clauses = complaint.assessment.reasons.map(({ clause }) => clause);
  return [
    ...rows
      .filter(([, is, should]) => should !== undefined && is !== should)
      .map(([name, is, should]) => `${complaint.number}: ${name} should be ${should} and is ${is}`),
    ...(wanted.atMost !== undefined && complaint.severity > wanted.atMost
      ? [
          `${complaint.number}: severity should be ${wanted.atMost} or more severe and is ${complaint.severity}`,
        ]
      : []),
    ...(wanted.clause !== undefined && !clauses.includes(wanted.clause)
      ? [`${complaint.number}: clause ${wanted.clause} should be a reason; reasons are ${clauses.join(', ')}`]
      : []),
  ];
};

const complaintDifferences = async (play: Play, wanted: ComplaintExpectation): Promise<string[]> => {
  const number = await play.complaintOf(wanted.of);
  const stream = number ? await findComplaint(play.app.world.db, number) : null;
  if (wanted.none) return stream ? [`there should be no complaint, and there is ${number}`] : [];
  if (!number || !stream) return ['there should be a complaint, and there is none'];
  const events = await readEvents(play.app.world.db, number);
  const unwanted = (wanted.not ?? []).filter((name) => events.some(({ type }) => type === name));
  return [
    ...stateDifferences(stream.complaint, wanted),
    ...orderDifferences(events, wanted.events ?? []),
    ...unwanted.map((name) => `event ${name} should not have happened, and did`),
  ];
};

/** What is not as a scenario expects it, in words; empty when all is. */
export const differences = async (expect: Expectation, play: Play): Promise<readonly string[]> => {
  const found: string[] = [];
  if (expect.complaint) found.push(...(await complaintDifferences(play, expect.complaint)));
  if (expect.complainant) {
    const { name, hears, never } = expect.complainant;
    found.push(...textDifferences(name, textIn(await play.linesOf(name)), { wanted: hears, never }));
  }
  for (const place of ['team', 'manager'] as const) {
    if (expect[place] === undefined && expect[`${place}Never`] === undefined) continue;
    found.push(
      ...textDifferences(`the ${place} channel`, textIn(await play.sides.desk.lines(place)), {
        wanted: expect[place],
        never: expect[`${place}Never`],
      }),
    );
  }
  return found;
};
