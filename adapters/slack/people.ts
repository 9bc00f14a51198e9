import type { Clock } from '../../src/ports.ts';
import type { Locale } from '../../src/terms.ts';
import { at, textAt } from './reading.ts';
import type { Workspace } from './workspaces.ts';

/** What Slack tells of a person; of someone from another organisation, often nothing. */
export interface Person {
  readonly name?: string;
  readonly locale?: Locale;
}

/** Looks people up and remembers them for an hour. Never throws: a name is nice to have, a complaint is not to be lost for it. */
export interface People {
  find(workspace: Workspace, userId: string): Promise<Person>;
}

const rememberedMs = 3_600_000;
/** Above this many the memory starts anew; a workspace rarely has more people at once. */
const mostRemembered = 10_000;

/** Makes the memory of one process. */
export const createPeople = (clock: Clock): People => {
  const known = new Map<string, { readonly until: number; readonly person: Promise<Person> }>();
  return {
    find(workspace, userId) {
      const key = `${workspace.id}/${userId}`;
      const now = Temporal.Instant.from(clock.now()).epochMilliseconds;
      const before = known.get(key);
      if (before && before.until > now) return before.person;
      if (known.size >= mostRemembered) known.clear();
      const person = ask(workspace, userId).catch(() => {
        known.delete(key);
        return {};
      });
      known.set(key, { until: now + rememberedMs, person });
      return person;
    },
  };
};

const ask = async (workspace: Workspace, userId: string): Promise<Person> => {
  const answer = await workspace.asking.users.info({ user: userId, include_locale: true });
  const name =
    textAt(answer, 'user', 'profile', 'display_name') ??
    textAt(answer, 'user', 'profile', 'real_name') ??
    textAt(answer, 'user', 'name');
  const locale = localeOf(at(answer, 'user', 'locale'));
  return { ...(name ? { name } : {}), ...(locale ? { locale } : {}) };
};

const localeOf = (tag: unknown): Locale | undefined => {
  if (typeof tag !== 'string') return undefined;
  if (tag.startsWith('zh')) return 'zh-CN';
  return tag.startsWith('en') ? 'en' : undefined;
};
