import type { Command } from '../../src/complaint/commands.ts';
import { decide } from '../../src/complaint/decide.ts';
import { evolve } from '../../src/complaint/evolve.ts';
import type { Complaint } from '../../src/complaint/state.ts';
import { newDialog } from '../../src/dialog/state.ts';
import type { DialogAction, Talk, TalkItem, TurnInput, TurnResult } from '../../src/dialog/talk.ts';
import { takeTurn } from '../../src/dialog/turn.ts';
import { type Deadline, deadlines } from '../../src/policy/deadlines.ts';
import { type Facts, noFacts } from '../../src/policy/facts.ts';
import { addMinutes } from '../../src/policy/time.ts';
import type { FileRef, Instant, Locale } from '../../src/terms.ts';
import type { Understanding } from '../../src/triage/understanding.ts';
import { context, organisation, policy } from '../support/given.ts';

/** What the understanding of a scripted text holds besides the ordinary. */
export type Heard = Partial<Omit<Understanding, 'facts'>> & { readonly facts?: Partial<Facts> };

/** What must be true of the turn. */
export interface Expected {
  readonly move?: string;
  /** Types of the commands, in order. */
  readonly commands?: readonly Command['type'][];
  /** What a command holds, by its place. */
  readonly holds?: Readonly<Record<number, object>>;
  readonly says?: readonly RegExp[];
  readonly saysNot?: readonly RegExp[];
  /** What its buttons do, in order. */
  readonly buttons?: readonly DialogAction['do'][];
  readonly quiet?: true;
  readonly complaint?: string | null;
  readonly waits?: boolean;
}

/** One turn of a scripted talk: what came, and what must follow. */
export interface Line {
  readonly says?: string | readonly string[];
  readonly files?: readonly FileRef[];
  readonly refused?: Extract<TalkItem, { kind: 'text' }>['refusedFiles'];
  readonly heard?: Heard;
  readonly presses?: DialogAction | null;
  readonly orders?: 'start' | 'new' | 'status' | 'help';
  readonly edits?: { readonly message: string; readonly text: string | null };
  readonly sharesPhone?: string;
  readonly falls?: 'silent';
  /** Minutes since the turn before; 1 when not said. */
  readonly after?: number;
  /** What staff did meanwhile. */
  readonly meanwhile?: readonly Command[];
  readonly wording?: string;
  readonly expect: Expected;
}

/** A scripted talk. */
export interface Script {
  readonly name: string;
  readonly locale: Locale;
  readonly lines: readonly Line[];
}

/** An understanding of words in which nothing special was found. */
export const understood = (text: string, heard: Heard = {}, locale: Locale = 'zh-CN'): Understanding => {
  const { facts, ...rest } = heard;
  const type = heard.type ?? 'other';
  return {
    language: locale === 'en' ? 'en' : 'zh',
    locale: /\p{L}/u.test(text) ? locale : null,
    intent: 'complaint',
    intentConfidence: 0.9,
    isComplaint: (heard.intent ?? 'complaint') === 'complaint',
    type,
    typeScores: { [type]: 1 },
    evidence: type === 'other' ? {} : { type: text },
    details: {},
    amounts: [],
    phones: [],
    emails: [],
    orders: [],
    names: [],
    dates: [],
    accused: [],
    yesNo: null,
    rating: null,
    switchTo: null,
    engine: 'rules',
    ...rest,
    facts: { ...noFacts, type, ...facts },
  };
};

/** Small talk, so that a line need not say it each time. */
export const chat: Heard = { intent: 'smalltalk' };

/** When every scripted talk begins: Saturday noon in Shanghai. */
export const start: Instant = '2026-11-21T04:00:00.000Z';
export const privacyUrl = 'https://redress.example/privacy';

/** One turn as it was played. */
export interface Played {
  readonly input: TurnInput;
  readonly result: TurnResult;
  readonly complaint: Complaint | null;
}

const itemsOf = (line: Line, at: Instant, turn: number): readonly TalkItem[] => {
  const texts = line.says === undefined ? [] : typeof line.says === 'string' ? [line.says] : line.says;
  const spoken = line.files && texts.length === 0 ? [''] : texts;
  return [
    ...(line.presses === undefined ? [] : [{ kind: 'press' as const, action: line.presses, at }]),
    ...(line.orders ? [{ kind: 'command' as const, name: line.orders, at }] : []),
    ...(line.sharesPhone ? [{ kind: 'contact' as const, phone: line.sharesPhone, at }] : []),
    ...(line.falls ? [{ kind: 'silence' as const, at }] : []),
    ...(line.edits ? [editOf(line.edits, at)] : []),
    ...spoken.map((text, index) => ({
      kind: 'text' as const,
      messageId: `m${turn}-${index}`,
      text,
      at,
      files: index === 0 ? (line.files ?? []) : [],
      refusedFiles: index === 0 ? (line.refused ?? []) : [],
    })),
  ];
};

const editOf = (edit: NonNullable<Line['edits']>, at: Instant): TalkItem =>
  edit.text === null
    ? { kind: 'deletion', messageId: edit.message, at }
    : { kind: 'edit', messageId: edit.message, text: edit.text, at };

/** Applies commands as the desk would; a refusal is a fault of the script. */
export const apply = (complaint: Complaint | null, commands: readonly Command[]): Complaint | null =>
  commands.reduce<Complaint | null>((file, command) => {
    const fresh = command.type === 'ReceiveComplaint' ? null : file;
    const decision = decide(fresh, command, context);
    if (decision.kind === 'refused')
      throw new Error(`${command.type} is refused: ${JSON.stringify(decision)}`);
    return decision.kind === 'nothing' ? file : decision.events.reduce<Complaint | null>(evolve, fresh);
  }, complaint);

const openDeadlines = (complaint: Complaint | null): readonly Deadline[] =>
  complaint
    ? deadlines(complaint.timeline, policy)
        .filter((one) => one.metAt === null)
        .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    : [];

const newTalk = (id: string): Talk => ({
  id,
  address: { channel: 'web', place: `session-${id}` },
  locale: null,
  complainantId: 'C-1',
  complaint: null,
  dialog: newDialog(),
});

/** Plays a scripted talk through the real turn and the real file. */
export const play = (script: Script, id = 'talk-1'): readonly Played[] => {
  let talk = newTalk(id);
  let complaint: Complaint | null = null;
  let now = start;
  return script.lines.map((line, index) => {
    now = addMinutes(now, index === 0 ? 0 : (line.after ?? 1));
    complaint = apply(complaint, line.meanwhile ?? []);
    const items = itemsOf(line, now, index);
    const text = items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('\n');
    const input: TurnInput = {
      talk,
      items,
      understanding: understood(text, text === '' ? { ...chat, ...line.heard } : line.heard, script.locale),
      complaint,
      deadlines: openDeadlines(complaint),
      policy,
      nextNumber: `R-2026-${String(index + 1).padStart(6, '0')}`,
      nextCodes: { person: 'PERSON01', join: 'JOINUS01' },
      now,
      zone: 'Asia/Shanghai',
      privacyUrl,
      ...(line.wording === undefined ? {} : { wording: line.wording }),
    };
    const result = takeTurn(input);
    complaint = apply(complaint, result.commands);
    talk = { ...talk, dialog: result.dialog, locale: result.locale, complaint: result.complaint };
    return { input, result, complaint };
  });
};

export { organisation, policy };
