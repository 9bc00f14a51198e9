import { type Complaint, currentRemedy, isClosed } from '../complaint/state.ts';
import { sayCard } from '../dialog/script/card.ts';
import { personSpokenFor } from '../dialog/script/others.ts';
import { restate } from '../dialog/script/restate.ts';
import { openDeadlines } from '../policy/deadlines.ts';
import { factWords } from '../policy/fact-words.ts';
import { departmentLabel, label } from '../policy/intake.ts';
import type { Locale } from '../terms.ts';
import { mask } from '../triage/mask.ts';
import { cardButtons } from './card-buttons.ts';
import {
  authorityText,
  groundSection,
  higherText,
  letterText,
  partiesText,
  pauseText,
  representativesText,
  responsibilitySection,
} from './card-sections.ts';
import { deskLocale, formatInstant, formatPerson, formatRemedy } from './format.ts';
import type { Card, Tone } from './message.ts';
import type { PlannedMessage, Setting } from './plan.ts';

type Field = Card['fields'][number];
type Section = Card['sections'][number];

const tones: Readonly<Record<1 | 2 | 3 | 4, Tone>> = {
  1: 'critical',
  2: 'serious',
  3: 'notable',
  4: 'ordinary',
};

/** Texts as masked while a file is at hand: before and after a change nearly all of them are the same. Gone with the file. */
const maskedTexts = new WeakMap<Complaint['complainant'], Map<string, string>>();

/** Text of a complaint as a staff channel may show it: personal data masked (ST-4). */
export const maskFor = (text: string, { complainant, details, parties }: Complaint): string => {
  const names = [complainant.name, details.name, ...parties.flatMap(({ name }) => name || [])].filter(
    (name) => name !== undefined,
  );
  const known = maskedTexts.get(complainant) ?? new Map<string, string>();
  maskedTexts.set(complainant, known);
  const key = [text, ...names].join('\0');
  const masked = known.get(key) ?? mask(text, { names });
  known.set(key, masked);
  return masked;
};

/** What the complainant wishes for: their words, else what was understood of them, else that it was not said. */
export const wishText = (complaint: Complaint, locale: Locale): string => {
  const { wanted } = complaint.details;
  if (wanted !== undefined) return maskFor(wanted, complaint);
  const understood = complaint.facts.wants.map((want) => restate(locale, want));
  return understood.length > 0
    ? understood.join(locale === 'zh-CN' ? '、' : ', ')
    : sayCard(locale, 'notStated');
};

const maskedName = (complaint: Complaint, locale: Locale): string => {
  const { name, anonymous, erased, onBehalfOf } = complaint.complainant;
  if (erased) return sayCard(locale, 'complainantErased');
  if (anonymous) return sayCard(locale, 'anonymous');
  const shown = name ? mask(name, { names: [name] }) : sayCard(locale, 'unnamed');
  return onBehalfOf ? `${shown} (${sayCard(locale, 'behalf', { who: personSpokenFor(onBehalfOf) })})` : shown;
};

const handlerText = (complaint: Complaint, locale: Locale, setting: Setting): string => {
  if (complaint.handOver) {
    return sayCard(locale, 'handOver', {
      from: formatPerson(complaint.handOver.from, locale, setting),
      to: formatPerson(complaint.handOver.to, locale, setting),
    });
  }
  return complaint.handler ? formatPerson(complaint.handler, locale, setting) : sayCard(locale, 'nobody');
};

const nextDate = (complaint: Complaint, locale: Locale, setting: Setting): string | undefined => {
  const [next] = openDeadlines(complaint.timeline, setting.policy);
  if (!next || isClosed(complaint)) return undefined;
  return sayCard(locale, 'nextDate', {
    clock: label(next.clock, locale, setting.policy),
    when: formatInstant(next.dueAt, locale, setting.zone),
  });
};

const followUpText = (complaint: Complaint, locale: Locale, setting: Setting): string | undefined => {
  const { followUp } = complaint;
  if (followUp.unreachable) return sayCard(locale, 'followUp.unreachable');
  if (followUp.solved !== null || followUp.rating !== null) {
    const solved =
      followUp.solved === null
        ? []
        : [sayCard(locale, followUp.solved ? 'followUp.solved' : 'followUp.unsolved')];
    const rating =
      followUp.rating === null ? [] : [sayCard(locale, 'followUp.rating', { rating: followUp.rating })];
    return [...solved, ...rating].join(' · ');
  }
  if (followUp.attempts.length > 0)
    return sayCard(locale, 'followUp.asked', { count: followUp.attempts.length });
  return followUp.dueAt ? formatInstant(followUp.dueAt, locale, setting.zone) : undefined;
};

const stageText = (complaint: Complaint, locale: Locale): string =>
  sayCard(locale, `stage.${complaint.stage}`, { into: complaint.mergedInto ?? '' });

const fields = (complaint: Complaint, locale: Locale, setting: Setting): readonly Field[] => {
  const { details, assessment } = complaint;
  const masked = (text: string | undefined) => (text === undefined ? undefined : maskFor(text, complaint));
  const rows: readonly [Parameters<typeof sayCard>[1], string | undefined][] = [
    ['severity', sayCard(locale, `severity${complaint.severity}`)],
    ['stage', stageText(complaint, locale)],
    ['handler', handlerText(complaint, locale, setting)],
    ['next', nextDate(complaint, locale, setting)],
    ['department', departmentLabel(assessment.department, locale, setting.policy)],
    ['urgency', sayCard(locale, assessment.urgency)],
    ['complainant', maskedName(complaint, locale)],
    ['receivedAt', formatInstant(complaint.timeline.receivedAt, locale, setting.zone)],
    ['subject', masked(details.subject)],
    ['order', details.order],
    ['when', masked(details.when)],
    ['where', masked(details.where)],
    ['wanted', wishText(complaint, locale)],
    ['followUp', followUpText(complaint, locale, setting)],
    ['higher', higherText(complaint, locale, setting)],
    ['authority', authorityText(complaint, locale, setting)],
    ['parties', partiesText(complaint, locale)],
    ['representatives', representativesText(complaint, locale)],
    ['pause', pauseText(complaint, locale, setting)],
    ['letter', letterText(complaint, locale)],
    ['recused', complaint.recusals.map((id) => formatPerson(id, locale, setting)).join(', ') || undefined],
    ['related', complaint.related.length > 0 ? complaint.related.join(', ') : undefined],
  ];
  return rows.flatMap(([key, value]) => (value ? [{ label: sayCard(locale, key), value }] : []));
};

const remedySection = (complaint: Complaint, locale: Locale, setting: Setting): readonly Section[] => {
  const remedy = currentRemedy(complaint) ?? complaint.remedies.at(-1);
  if (!remedy) return [];
  const when = remedy.dueAt ? formatInstant(remedy.dueAt, locale, setting.zone) : '';
  const state = remedy.ordered && remedy.status === 'accepted' ? 'ordered' : remedy.status;
  const status = sayCard(locale, `remedy.${state}`, { when });
  return [{ label: sayCard(locale, 'remedy'), text: `${formatRemedy(remedy, locale, setting)}\n${status}` }];
};

const findingSection = (complaint: Complaint, locale: Locale): readonly Section[] => {
  const { finding } = complaint;
  if (!finding) return [];
  const validity = sayCard(locale, finding.valid ? 'valid' : 'invalid');
  const outcome = sayCard(locale, `outcome.${finding.outcome}`);
  return [{ label: sayCard(locale, 'finding'), text: `${outcome} · ${validity}\n${finding.text}` }];
};

/** The grounds of the grade, one a line, each with its clause (ST-1). */
export const reasonLines = (complaint: Complaint, locale: Locale): string => {
  const lines = complaint.assessment.reasons.map(({ clause, evidence, fact, rule }) => {
    const said = evidence ? maskFor(evidence, complaint) : factWords(fact, locale);
    return rule === 'everything_else'
      ? sayCard(locale, 'reasonNone', { clause })
      : sayCard(locale, 'reason', { clause, evidence: said });
  });
  return [...new Set(lines)].join('\n');
};

const marks = (complaint: Complaint, locale: Locale, setting: Setting): readonly Section[] => {
  const lines = [
    complaint.intake === 'incomplete'
      ? sayCard(locale, complaint.nature === 'enquiry' ? 'enquiry' : 'incomplete')
      : '',
    complaint.personRequested && !complaint.talkHeldBy ? sayCard(locale, 'personRequested') : '',
    complaint.talkHeldBy
      ? sayCard(locale, 'talkHeld', { who: formatPerson(complaint.talkHeldBy, locale, setting) })
      : '',
    complaint.reachable ? '' : sayCard(locale, 'unreachable'),
    complaint.withdrawn
      ? sayCard(locale, 'withdrawnOpen', {
          when: formatInstant(complaint.withdrawn.at, locale, setting.zone),
        })
      : '',
  ].filter((line) => line !== '');
  return lines.length > 0 ? [{ text: lines.join('\n') }] : [];
};

/** What a complaint says, masked, for cards. */
export const narrativeSection = (complaint: Complaint, locale: Locale): Section => {
  const files = complaint.statements.reduce((sum, statement) => sum + statement.files.length, 0);
  const text = maskFor(complaint.summary, complaint);
  const note = files > 0 ? `\n${sayCard(locale, 'files', { count: files })}` : '';
  return { label: sayCard(locale, 'said'), text: `${text}${note}`, quoted: true };
};

/** The complaint as staff see it, redrawn from state alone (ST-1). */
export const complaintCard = (complaint: Complaint, setting: Setting): Card => {
  const locale = deskLocale(complaint, setting);
  const closed = isClosed(complaint);
  const type = label(complaint.assessment.type, locale, setting.policy);
  const values = {
    number: complaint.number,
    severity: complaint.severity,
    type,
    stage: stageText(complaint, locale),
  };
  return {
    title: sayCard(locale, closed ? 'closedTitle' : 'title', values),
    tone: closed ? 'done' : tones[complaint.severity],
    fields: fields(complaint, locale, setting),
    sections: [
      ...marks(complaint, locale, setting),
      ...groundSection(complaint, locale),
      narrativeSection(complaint, locale),
      { label: sayCard(locale, 'reasons'), text: reasonLines(complaint, locale) },
      ...findingSection(complaint, locale),
      ...remedySection(complaint, locale, setting),
      ...responsibilitySection(complaint, locale, setting),
    ],
    footer: sayCard(locale, 'footer', { pack: complaint.pack }),
  };
};

/** Name of the complaint's thread in the team channel. */
export const teamThread = (number: string): string => `${number}/team`;

/** The live card that heads the complaint's thread in the team channel. */
export const cardMessage = (
  complaint: Complaint,
  setting: Setting,
): PlannedMessage & { readonly card: Card } => {
  const locale = deskLocale(complaint, setting);
  const card = complaintCard(complaint, setting);
  return {
    to: { desk: 'team' },
    locale,
    key: `${complaint.number}/card`,
    opensThread: { key: teamThread(complaint.number), title: card.title },
    severity: complaint.severity,
    text: card.title,
    card,
    buttons: cardButtons(complaint, locale),
  };
};
