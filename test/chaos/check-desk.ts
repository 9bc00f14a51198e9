import type { EventRow, Finding, History, OutboxRow, StaffDeed } from './history.ts';

const effects: Readonly<Record<StaffDeed['did'], string>> = {
  take: 'ComplaintTaken',
  acknowledge: 'EscalationAcknowledged',
  note: 'NoteAdded',
  draft: 'ReplyDrafted',
  send: 'ReplySent',
};
const hasWords: readonly StaffDeed['did'][] = ['note', 'draft', 'send'];

const isEffect = (event: EventRow, { did, complaint, text }: StaffDeed): boolean =>
  event.type === effects[did] &&
  event.complaint === complaint &&
  (!hasWords.includes(did) || event.data.text === text);

/** However many pressed at once: one effect. Of what can happen again after a new escalation, one for each. */
export const pressedOnce = ({ seen, tables }: History): Finding => {
  const broken: string[] = [];
  for (const deed of seen.deeds) {
    const count = tables.events.filter((event) => isEffect(event, deed)).length;
    const raised = tables.events.filter(
      ({ type, complaint }) => type === 'EscalationRaised' && complaint === deed.complaint,
    ).length;
    const most = deed.did === 'acknowledge' ? raised : 1;
    if (count < 1 || count > most)
      broken.push(
        `${deed.complaint}: ${deed.presses} times '${deed.did}' gave ${count} ${effects[deed.did]}`,
      );
  }
  return { rule: 'every press has one effect, however many pressed; every note is kept once', broken };
};

/** What a person sent to a complainant is heard once. */
export const repliesHeard = ({ seen, tables }: History): Finding => {
  const talkOf = new Map(tables.register.map(({ number, talk }) => [number, talk ?? '']));
  const uncertain = tables.outbox.filter(({ state }) => state === 'uncertain');
  const broken = seen.deeds.flatMap(({ did, complaint, text }) => {
    if (did !== 'send') return [];
    const lines = seen.heard.find(({ talk }) => talk === talkOf.get(complaint))?.lines ?? [];
    const count = lines.filter((line) => line.text.includes(text)).length;
    const mayRepeat = uncertain.some((row) => row.text.includes(text));
    return count === 1 || (mayRepeat && count > 1)
      ? []
      : [`${complaint}: “${text}” was heard ${count} times`];
  });
  return { rule: 'every reply of a person is heard once', broken };
};

const sentTo = (rows: readonly OutboxRow[], places: ReadonlySet<string>): readonly OutboxRow[] =>
  rows.filter(
    ({ channel, place, audience, isAnswer }) =>
      audience !== 'complainant' && !isAnswer && places.has(`${channel}:${place}`),
  );

/** A card stands at its desk once, however often it is redrawn; so does every line below it. */
export const postedOnce = ({ seen, tables }: History): Finding => {
  const posts = new Map<string, number>();
  for (const { id } of seen.posts) posts.set(id, (posts.get(id) ?? 0) + 1);
  const places = new Set(seen.posts.map(({ place }) => place));
  const standing = Map.groupBy(
    sentTo(tables.outbox, places),
    ({ id, key, place }) => `${place} ${key ?? id}`,
  );
  const broken = [...standing].flatMap(([name, rows]) => {
    const count = rows.reduce((sum, { id }) => sum + (posts.get(id) ?? 0), 0);
    const sent = rows.some(({ state }) => state === 'sent');
    return sent && count !== 1 ? [`${name} stands at its desk ${count} times`] : [];
  });
  return { rule: 'every card and every line stands at its desk once', broken };
};

const hasEvent = (events: readonly EventRow[], { id, complaint }: OutboxRow): boolean =>
  events.some(
    ({ type, complaint: of, data }) => type === 'ContactFailed' && of === complaint && data.messageId === id,
  );

/** What was set aside was told: in the file, or to the team. */
export const parkedTold = ({ tables }: History): Finding => {
  const notices = tables.outbox.filter(({ audience, complaint }) => audience === 'team' && !complaint);
  const told = (sign: string): boolean => notices.some(({ text }) => text.includes(sign));
  const arrivals = tables.inbox
    .filter(({ state, key }) => state === 'parked' && !told(key))
    .map(({ key, lane }) => `the arrival ${key} in ${lane}`);
  const followUps = tables.followUps
    .filter(({ state, key }) => state === 'parked' && !told(key))
    .map(({ key }) => `the follow-up ${key}`);
  const messages = tables.outbox
    .filter((row) => row.state === 'parked' && !hasEvent(tables.events, row))
    .filter(({ error, complaint }) => !notices.some(({ text }) => text.includes(complaint ?? error ?? '–')))
    .map(({ id, error }) => `the message ${id} (${error})`);
  return {
    rule: 'nothing was set aside without telling',
    broken: [...arrivals, ...followUps, ...messages].map((what) => `${what} was set aside silently`),
  };
};

/** However many processes look: a late scheduler is told once an hour. */
export const latenessToldOnce = ({ tables }: History): Finding => {
  const hours = tables.sweeps.filter((key) => key.startsWith('late/')).length;
  const told = tables.outbox.filter(
    ({ audience, complaint, text }) => audience === 'team' && !complaint && /late|晚/.test(text),
  ).length;
  const broken = told === hours ? [] : [`${hours} hours were claimed and ${told} notices sent`];
  return { rule: 'one of all processes tells that follow-ups are late, once an hour', broken };
};
