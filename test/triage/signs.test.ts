import { describe, expect, it } from 'vitest';
import { noFacts } from '../../src/policy/facts.ts';
import { featuresOf } from '../../src/triage/features.ts';
import { parseLearned, type SignHabits } from '../../src/triage/learned.ts';
import { viewOf } from '../../src/triage/normalise.ts';
import { createScanner } from '../../src/triage/scan.ts';
import { agree } from '../../src/triage/signs.ts';

const scanOf = createScanner([]);
const some = '\nlabels\ta b\nbias\t0 0\nstep\t1\n';

/** Habits by which the word 'premiere' speaks for the press and 'dizzy' for danger, as loudly as asked. */
const habitsOf = (letter: string): SignHabits => {
  const lines = [
    'labels\tmedia safety2',
    'bias\t-4 -4',
    'step\t1',
    'from\t0.5 0.5',
    'keep\t0.1 0.1',
    `~premiere\t${letter}0`,
    `~premier\t${letter}0`,
    `~dizzy\t0${letter}`,
    `~dizz\t0${letter}`,
    '!rule.media \tE0',
    '~nev\tz0',
  ];
  const text = `[type]${some}[intent]${some}[signs]\n${lines.join('\n')}\n`;
  const read = parseLearned({ file: 'learned.txt', text });
  if (!read.ok) throw new Error(read.faults[0]?.what);
  return read.learned.signs;
};

const vote = (
  text: string,
  { letter = 'Z', ...facts }: Partial<typeof noFacts> & { letter?: string } = {},
) => {
  const scan = scanOf(viewOf(text));
  return agree(
    { facts: { ...noFacts, ...facts }, evidence: facts.media ? { media: 'press' } : {} },
    {
      scan,
      features: featuresOf(scan),
      habits: habitsOf(letter),
      intent: 'complaint',
      isComplaint: true,
      wantsNothing: false,
    },
  );
};

describe('rules and learning vote together [TR-2]', () => {
  it('believes a sign that only learning sees, with the words that showed it', () => {
    const text = 'The sink leaks. The premiere is tonight, do watch.';
    const { facts, evidence } = vote(text);
    expect(facts.media).toBe(true);
    expect(text).toContain(evidence.media);
    expect(evidence.media).toContain('premiere');
  });

  it('takes back what the rules saw where everything else speaks against it, and its evidence', () => {
    const { facts, evidence } = vote('Never, never the press.', { media: true });
    expect(facts.media).toBe(false);
    expect(evidence.media).toBeUndefined();
  });

  it('leaves the word of the rules where learning has no opinion', () => {
    expect(vote('The press will know.', { media: true }).facts.media).toBe(true);
    expect(vote('We are many.', { collective: true }).facts.collective).toBe(true);
  });

  it('lets no mere guess make level 1', () => {
    const [text, mild] = ['The premiere is tonight, do watch.', 'R'] as const;
    expect(vote(text, { letter: mild }).facts.media).toBe(true);
    expect(vote(text, { letter: mild, deceit: true }).facts.media).toBe(false);
    expect(vote('My mother and I both feel rather dizzy in here.', { letter: mild }).facts.safety).toBe(2);
    expect(
      vote('My mother and I both feel rather dizzy in here.', { letter: mild, media: true }).facts.safety,
    ).not.toBe(2);
  });

  it('never doubts a group that was counted', () => {
    expect(vote('Never.', { collective: true, households: 12 }).facts.collective).toBe(true);
  });
});
