import { describe, expect, it } from 'vitest';
import { checkPack } from '../../src/policy/check.ts';
import { openDeadlines } from '../../src/policy/deadlines.ts';
import { factWords } from '../../src/policy/fact-words.ts';
import { noFacts } from '../../src/policy/facts.ts';
import {
  departmentLabel,
  emergencyNumbers,
  fileLimits,
  label,
  lifelines,
  maxQuestions,
  neededDetails,
  silenceMinutes,
  standardReply,
  typeVocabulary,
} from '../../src/policy/intake.ts';
import { bottomLine, floors } from '../../src/policy/remedies.ts';
import { assess } from '../../src/policy/severity.ts';
import { type Locale, locales, severities } from '../../src/terms.ts';
import { bases, demo, readPack, readPolicy, received } from './read.ts';

const typesOf = (id: string): readonly string[] => readPack(id).types.map((type) => type.id);

describe('what intake asks [IN-5]', () => {
  it('the factory asks the events, the name and the phone, the events first [S0.2]', () => {
    const details = neededDetails('product_quality', readPolicy('manufacturer'));
    expect(details[0]).toBe('narrative');
    expect(details).toEqual(expect.arrayContaining(['name', 'phone']));
  });

  it('the operator asks by which means to reply [S1.5]', () => {
    expect(neededDetails('billing', readPolicy('telecom'))).toContain('contactPreference');
  });

  it('asks for an order where there is one, for a place where it matters', () => {
    expect(neededDetails('lost', readPolicy('ecommerce'))).toContain('order');
    expect(neededDetails('hygiene', readPolicy('catering'))).toContain('where');
  });

  it.each(bases)(
    '%s asks no more than six questions and files after half an hour of silence [IN-5, IN-11]',
    (id) => {
      const policy = readPolicy(id);
      expect(maxQuestions(policy)).toBeLessThanOrEqual(6);
      expect(silenceMinutes(policy)).toBe(30);
      for (const { id: type } of policy.pack.types) {
        expect(neededDetails(type, policy).length).toBeLessThanOrEqual(maxQuestions(policy) + 1);
      }
      expect(fileLimits(policy).maxBytes).toBe(20_000_000);
    },
  );

  it.each(bases)('%s knows whom to call in danger, in both languages [IN-14]', (id) => {
    const policy = readPolicy(id);
    const numbers = (locale: Locale) => emergencyNumbers(locale, policy).map(({ number }) => number);
    expect(numbers('zh-CN').slice(0, 3)).toEqual(['120', '119', '110']);
    expect(numbers('en')).toEqual(expect.arrayContaining(['112', '911']));
    expect(lifelines('zh-CN', policy).map(({ number }) => number)).toEqual(['12356']);
    expect(lifelines('en', policy).map(({ number }) => number)).toEqual(['116123', '988']);
  });
});

describe('types of a source', () => {
  it('property: design, engineering, sales, service with its two, other [S4.b art.7]', () => {
    expect(typesOf('property')).toEqual(
      expect.arrayContaining(['design', 'engineering', 'sales', 'service', 'property_management', 'other']),
    );
    expect(readPack('property').types.find(({ id }) => id === 'property_management')?.parent).toBe('service');
  });

  it('property: surroundings and public facilities are in scope though outside our charge [S4.b art.4]', () => {
    expect(typesOf('property')).toContain('surroundings');
  });

  it('agency insurance: content, term, service, yield [S4.d1]', () => {
    expect(typesOf('insurance-agency')).toEqual(
      expect.arrayContaining(['contract_content', 'term', 'service', 'yield']),
    );
  });

  it('online shop: damaged, wrong, expired; late, lost; marketing [S4.e5]', () => {
    const parents = Object.fromEntries(readPack('ecommerce').types.map(({ id, parent }) => [id, parent]));
    expect(parents).toMatchObject({
      damaged: 'product_quality',
      wrong_item: 'product_quality',
      expired: 'product_quality',
      late: 'logistics',
      lost: 'logistics',
    });
    expect(typesOf('ecommerce')).toContain('marketing');
  });

  it('catering: food, attitude, hygiene [S4.e11]', () => {
    expect(typesOf('catering').slice(0, 3)).toEqual(['food_quality', 'service_attitude', 'hygiene']);
  });

  it.each(bases)('%s has words for every type, department and clock in both languages', (id) => {
    const policy = readPolicy(id);
    const ids = [...policy.pack.types, ...policy.pack.departments, ...policy.pack.clocks].map(
      (one) => one.id,
    );
    for (const locale of locales) for (const one of ids) expect(label(one, locale, policy)).not.toBe(one);
  });

  it('a department that shares its id with a type keeps its own name', () => {
    const policy = readPolicy('ecommerce');
    expect(label('logistics', 'zh-CN', policy)).toBe('物流');
    expect(departmentLabel('logistics', 'zh-CN', policy)).toBe('物流部');
  });

  it.each(bases)('%s takes in every type of the general vocabulary', (id) => {
    expect(typeVocabulary(readPolicy(id))).toEqual(expect.arrayContaining([...typesOf('general')]));
  });
});

describe('conduct that a source fixes as data', () => {
  it('limits are named first and the company’s position gives way to new facts [S0.18]', () => {
    expect(bottomLine(readPolicy('manufacturer'))).toBe('new_facts');
  });

  it('what was wrong is put right, what was not is cleared up: an explanation is a remedy [S1.8]', () => {
    expect(readPack('telecom').remedies).toContainEqual(
      expect.objectContaining({ kind: 'explanation', clause: 'S1.8' }),
    );
  });

  it('the dealer offers membership discount and points, and rescue on the road [S2.8]', () => {
    const pack = readPack('car-dealer');
    expect(pack.remedies.filter(({ clause }) => clause === 'S2.8').map(({ kind }) => kind)).toEqual([
      'discount',
      'gift',
    ]);
    expect(standardReply('rescue', 'en', readPolicy('car-dealer'))).toContain('rescue');
  });

  it('a crisis brings or threatens serious loss: it is declared at level 1 [S4.b art.2]', () => {
    expect(readPack('property').crisis).toMatchObject({ when: 'severity == 1', clause: 'S4.b art.2' });
  });

  it('one commander, one voice, one line approved by two [S4.e8]', () => {
    const crisis = readPack('general').crisis;
    expect(crisis?.checklist.filter(({ clause }) => clause === 'S4.e8').map(({ id }) => id)).toEqual([
      'roles',
      'line',
      'authorities',
    ]);
    expect(crisis?.fourEyes).toBe(true);
  });

  it('fraud costs three times the price, at least CNY 500 [Consumer Law Art. 55]', () => {
    const facts = { ...noFacts, deceit: true };
    expect(floors({ facts, priceMinor: 100_000, money: null }, 'en', readPolicy('property'))).toMatchObject([
      { leastMinor: 300_000, clause: 'Consumer Law Art. 55' },
    ]);
  });
});

describe('facts as people read them', () => {
  it('are worded in both languages, no two alike', () => {
    for (const locale of locales) {
      const names = Object.keys(noFacts).filter((name): name is keyof typeof noFacts => name in noFacts);
      const words = names.map((name) => factWords(name, locale));
      expect(new Set(words).size).toBe(names.length);
    }
    expect(factWords('collective', 'zh-CN')).toBe('集体投诉');
  });
});

describe('the standard beside any pack', () => {
  it('a process owner must be named, or the start fails [ISO 10002 5.3]', () => {
    const organisation = demo();
    const people = organisation.people.filter(({ roles }) => !roles.includes('process_owner'));
    const faults = checkPack(readPack('general'), { ...organisation, people });
    expect(faults.map(({ what }) => what)).toEqual([
      'nobody is process_owner, to own the process (ISO 10002 5.3)',
    ]);
  });

  it.each(bases)('%s tells how, at no cost, by when and how to go higher [ISO 10002 7.1]', (id) => {
    expect(standardReply('how_to_complain', 'en', readPolicy(id))).toMatch(
      /costs nothing.*date.*more senior/,
    );
  });

  it.each(bases)('%s has a clock running for every open complaint at every level [ISO 10002 7.3]', (id) => {
    for (const severity of severities) {
      const start = '2026-11-21T08:00:00.000Z';
      const reply = '2026-11-21T09:00:00.000Z';
      const timeline = {
        ...received(start, severity),
        acknowledgedAt: start,
        firstReplyAt: reply,
        repliesAt: [reply],
      };
      expect(openDeadlines(timeline, readPolicy(id)).map(({ clock }) => clock)).toEqual([
        'update',
        'resolution',
      ]);
    }
  });

  it('a first assessment has level, urgency and a reason for each [ISO 10002 7.5]', () => {
    const assessment = assess(noFacts, {}, readPolicy('general+iso-10002'));
    expect(assessment).toMatchObject({
      severity: 4,
      urgency: 'general',
      reasons: [{ clause: 'S4.b art.3' }],
    });
  });

  it.each(bases)('%s keeps what an audit needs for five years [ISO 10002 8.5]', (id) => {
    expect(readPack(id).retention).toContainEqual(
      expect.objectContaining({ record: 'audit', keep: { count: 60, unit: 'months' } }),
    );
  });
});
