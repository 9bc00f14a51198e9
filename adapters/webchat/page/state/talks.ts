import { computed, signal } from '@preact/signals';
import { type Account, chatApi } from './api.ts';
import { memory } from './memory.ts';
import { locale } from './settings.ts';
import { openTalk, type Talk } from './talk.ts';

const isAccount = (value: unknown): value is Account =>
  typeof value === 'object' &&
  value !== null &&
  'session' in value &&
  typeof value.session === 'string' &&
  'token' in value &&
  typeof value.token === 'string';

const parse = (text: string | null): readonly Account[] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isAccount) : [];
  } catch {
    return [];
  }
};

/** The talks a browser holds under one name: one on the chat page, several at the workbench. */
export const createTalks = (name: string) => {
  const talks = signal<readonly Talk[]>(parse(memory.read(name)).map(openTalk));
  const currentSession = signal(memory.read(`${name}.current`) ?? '');
  const current = computed(
    () =>
      talks.value.find(({ account }) => account.session === currentSession.value) ??
      talks.value.at(-1) ??
      null,
  );
  const keep = (next: readonly Talk[]) => {
    talks.value = next;
    memory.write(name, JSON.stringify(next.map(({ account }) => account)));
  };
  const choose = (session: string) => {
    currentSession.value = session;
    memory.write(`${name}.current`, session);
  };
  return {
    talks,
    current,
    choose,
    /** Opens a new talk and chooses it. Throws ApiError. */
    async open(): Promise<void> {
      const talk = openTalk(await chatApi.open(locale.value));
      keep([...talks.value, talk]);
      choose(talk.account.session);
    },
    /** Forgets a talk in this browser; what was said stays in the file. */
    forget(talk: Talk): void {
      talk.stop();
      keep(talks.value.filter((one) => one !== talk));
    },
  };
};

/** The talks of one page. */
export type Talks = ReturnType<typeof createTalks>;
