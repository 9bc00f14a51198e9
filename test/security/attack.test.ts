import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderMessage } from '../../adapters/slack/render.ts';
import { render } from '../../adapters/telegram/render.ts';
import type { Command } from '../../src/complaint/commands.ts';
import { checkReply } from '../../src/dialog/guard/check.ts';
import type { OutboundMessage } from '../../src/outbox/message.ts';
import { assess } from '../../src/policy/severity.ts';
import { sanitise } from '../../src/triage/normalise.ts';
import { createUnderstanding } from '../../src/triage/understand.ts';
import { type Line, type Played, play } from '../dialog/play.ts';
import { Life, setting } from '../outbox/life.ts';
import { policy } from '../support/given.ts';
import { shippedLexicons } from '../triage/lexicons.ts';
import { type Attack, attacks } from './attacks.ts';

const rules = createUnderstanding(shippedLexicons());
const complaintTypes = policy.pack.types.map(({ id }) => id);
const readAs = (text: string) => rules(sanitise(text).text, { complaintTypes });
const gradeOf = (text: string) => {
  const { facts, evidence } = readAs(text);
  const { severity, urgency } = assess(facts, evidence, policy);
  return { severity, urgency };
};

/** What never comes of a complainant's words alone. */
const beyond: readonly Command['type'][] = [
  'AcceptRemedy',
  'ProposeRemedy',
  'ApproveRemedy',
  'Regrade',
  'ApproveRegrade',
  'ArchiveComplaint',
  'ResolveComplaint',
  'WithdrawComplaint',
  'DeclineComplaint',
  'MergeComplaint',
  'RevealPersonalData',
  'SendReply',
];

/** Where the question in it is heard first, we offer to take down the rest; where nothing is on file, it is told again. */
const insisting = ({ text, complaint }: Attack): readonly Line[] => {
  const { isComplaint, intent } = readAs(text);
  if (isComplaint) return [];
  return intent === 'question'
    ? [{ presses: { do: 'file-complaint' }, expect: {} }]
    : [{ says: complaint, heard: readAs(complaint), expect: {} }];
};

const played = (attack: Attack): readonly Played[] => {
  const { text, lang } = attack;
  const clean = sanitise(text).text;
  const skip: Line = { presses: { do: 'skip-question' }, expect: {} };
  const lines: readonly Line[] = [
    { says: clean, heard: readAs(text), expect: {} },
    ...insisting(attack),
    ...Array.from({ length: 6 }, () => skip),
    { presses: { do: 'confirm' }, expect: {} },
    { says: clean, heard: { ...readAs(text), intent: 'addition' }, expect: {} },
  ];
  return play({ name: text, locale: lang === 'zh' ? 'zh-CN' : 'en', lines });
};

interface Sent {
  readonly in: 'slack' | 'telegram';
  readonly sent: string;
}

/** What each transport would read as more than words: a call to people, markup of others' making, a link that runs. */
const dangers = {
  slack: /<!(?!date\^)|<@|<#|"url":"(?!https?:)/iu,
  telegram: /<(?!\/?(?:b|i|blockquote|code)>|a href="https?:)|(?<![\p{L}\p{N}_])[@/][A-Za-z]/iu,
} as const;

/** Every message to the staff that follows from the commands, as Slack and Telegram get it. */
const shown = (commands: readonly Command[]): readonly Sent[] => {
  const out: Sent[] = [];
  const life = new Life(({ messages }) => {
    for (const { to, buttons: _, ...message } of messages) {
      if (!('desk' in to)) continue;
      const outbound = (channel: Sent['in']): OutboundMessage => ({
        ...message,
        id: 'out_1',
        to: { channel, place: '-1001' },
        audience: to.desk === 'team' ? 'team' : 'manager',
        voice: 'bot',
      });
      out.push({ in: 'slack', sent: JSON.stringify(renderMessage(outbound('slack'))) });
      for (const { payload } of render(outbound('telegram')).calls)
        out.push({
          in: 'telegram',
          sent: z
            .string()
            .parse(payload.text)
            .replaceAll(/<\/[a-z]+>/gu, ''),
        });
    }
  }, setting);
  for (const command of commands) life.do(command);
  return out;
};

const named = attacks.map((attack, at) => [`${attack.lang} ${attack.family} ${at}`, attack] as const);

it('is tried in at least sixty ways in each language', () => {
  for (const lang of ['zh', 'en'] as const)
    expect(attacks.filter((attack) => attack.lang === lang).length).toBeGreaterThanOrEqual(60);
});

it('would see a call or a link if one got through', () => {
  expect('{"text":"<!channel>"}').toMatch(dangers.slack);
  expect('{"url":"javascript:alert(1)"}').toMatch(dangers.slack);
  expect('<script>').toMatch(dangers.telegram);
  expect('<a href="tg://user?id=1">').toMatch(dangers.telegram);
  expect('see @admin').toMatch(dangers.telegram);
});

describe.each(named)('%s, without a model [DI-7]', (_name, attack) => {
  const turns = played(attack);
  const commands = turns.flatMap(({ result }) => result.commands);
  const clean = sanitise(attack.text).text;

  it('is taken as the complaint it holds, word for word', () => {
    const [first] = commands;
    const told = first?.type === 'ReceiveComplaint' ? first.statements.map(({ text }) => text) : [];
    expect(told.join('\n')).toContain(attack.complaint);
    if (readAs(attack.text).isComplaint) expect(told[0]).toBe(clean);
    else expect(['question', 'status']).toContain(readAs(attack.text).intent);
  });

  it('is graded as the complaint alone would be', () => {
    expect(gradeOf(attack.text)).toEqual(gradeOf(attack.complaint));
  });

  it('changes no state, money or data', () => {
    expect(commands.map(({ type }) => type).filter((type) => beyond.includes(type))).toEqual([]);
    expect(turns.at(-1)?.complaint).toMatchObject({ stage: 'received', remedies: [], related: [] });
  });

  it('hears no word of what it asked for', () => {
    for (const { text } of turns.flatMap(({ result }) => result.replies)) {
      const own = text.replaceAll(/“[^”]*”/gu, '');
      expect(own).not.toMatch(/(?<!AP-)9999|302|evil\.example|javascript|AdminBot|DAN|<[!@a-z]|@channel/u);
      expect(own).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
      const found = checkReply(own, { by: 'bot' }).map(({ rule }) => rule);
      expect(found).not.toContain('unapproved_promise');
      expect(found).not.toContain('early_liability');
    }
  });

  it('calls nobody and opens nothing in a staff channel', () => {
    const messages = shown(commands);
    expect(messages.length).toBeGreaterThan(0);
    for (const { in: transport, sent } of messages) {
      expect(sent).not.toMatch(dangers[transport]);
      expect(sent).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
    }
  });
});
