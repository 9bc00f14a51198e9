import { describe, expect, it } from 'vitest';
import {
  accountOf,
  findByAccount,
  findPerson,
  holdsRole,
  parseOrganisation,
  peopleWith,
  personName,
} from '../../src/policy/organisation.ts';
import { roles } from '../../src/terms.ts';
import { demo, source } from './read.ts';

const organisation = demo();
const person = (id: string) => {
  const found = findPerson(organisation, id);
  if (!found) throw new Error(id);
  return found;
};

describe('the demonstration organisation', () => {
  it('has somebody for every role, and two handlers', () => {
    for (const role of roles) expect(peopleWith(organisation, role).length).toBeGreaterThan(0);
    expect(organisation.people.filter(({ roles: held }) => held.includes('handler'))).toHaveLength(2);
  });

  it('knows people by id and by web account, which is their id', () => {
    expect(findPerson(organisation, 'lin')?.id).toBe('lin');
    expect(findByAccount(organisation, 'web', { id: 'lin' })?.id).toBe('lin');
    expect(findByAccount(organisation, 'slack', { id: 'U1' })).toBeUndefined();
    expect(findPerson(organisation, 'nobody')).toBeUndefined();
  });

  it('knows whoever is named with their workspace only there', () => {
    const named = source('organisation.demo.yaml').text.replace(
      '    deputies: [chen]',
      '    accounts: { slack: T0HOME/U1 }',
    );
    const parsed = parseOrganisation({ file: 'o.yaml', text: named });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const find = (id: string, team?: string) =>
      findByAccount(parsed.organisation, 'slack', { id, ...(team ? { team } : {}) })?.id;
    expect(find('U1', 'T0HOME')).toBe('lin');
    expect([find('U1', 'T9FAR'), find('U1'), find('U2', 'T0HOME')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const lin = findPerson(parsed.organisation, 'lin');
    expect(lin && accountOf(lin, 'slack')).toBe('U1');
  });

  it('names people in both languages', () => {
    expect(personName(person('lin'), 'zh-CN')).toBe('林晓');
    expect(personName(person('lin'), 'en')).toBe('Lin Xiao');
  });
});

describe('roles [AD-5]', () => {
  it.each([
    ['gm_zhao', ['handler', 'head', 'leader', 'general_manager']],
    ['wu_leader', ['handler', 'head', 'leader']],
    ['zhou_head', ['handler', 'head']],
    ['lin', ['handler']],
    ['qian_legal', ['legal']],
    ['sun_independent', ['independent']],
    ['he_owner', ['process_owner', 'administrator']],
  ])('%s may act as %j', (id, able) => {
    expect(roles.filter((role) => holdsRole(person(id), role))).toEqual(able);
  });

  it('asks those first who hold the very role', () => {
    expect(peopleWith(organisation, 'leader').map(({ id }) => id)).toEqual(['wu_leader', 'gm_zhao']);
  });
});

describe('an organisation file is refused with its line [AD-1]', () => {
  const { text } = source('organisation.demo.yaml');
  it.each([
    ['an unknown deputy', 'deputies: [chen]', 'deputies: [chan]', "no person 'chan'"],
    ['an unknown superior', 'reportsTo: wu_leader', 'reportsTo: wu', "no person 'wu'"],
    [
      'an unknown department',
      'department: after_sales',
      'department: aftersales',
      "no department 'aftersales'",
    ],
    ['a role that is none', 'roles: [leader]', 'roles: [boss]', /'boss' is none of/],
    ['a place of no zone', 'reportsTo: wu_leader', 'zone: Mars/Olympus', /not a time zone/],
    ['a misspelt key', 'reportsTo: wu_leader', 'reportTo: wu_leader', "unknown key 'reportTo'"],
    ['two of one id', 'id: chen\n', 'id: wu_leader\n', "person 'wu_leader' is there twice"],
  ])('%s', (_, from, to, what) => {
    const changed = text.replace(from, to);
    const parsed = parseOrganisation({ file: 'o.yaml', text: changed });
    const line = changed.slice(0, changed.indexOf(to)).split('\n').length;
    expect(parsed.ok ? [] : parsed.faults).toContainEqual(
      expect.objectContaining({
        line: from.includes('chen\n') ? expect.any(Number) : line,
        what: typeof what === 'string' ? what : expect.stringMatching(what),
      }),
    );
  });

  it('one account is one person', () => {
    const changed = text
      .replace('    deputies: [chen]', '    accounts: { slack: U1 }')
      .replace('    deputies: [lin]', '    accounts: { slack: U1 }');
    const parsed = parseOrganisation({ file: 'o.yaml', text: changed });
    expect(parsed.ok ? [] : parsed.faults).toMatchObject([{ what: "account 'U1' belongs to two people" }]);
  });
});
