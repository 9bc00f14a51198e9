import { expect } from 'vitest';

/** One line as the chat API gives it. */
export interface ChatLine {
  readonly id: string;
  readonly cursor: string;
  readonly from: 'complainant' | 'bot' | 'staff';
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly style?: string }[];
  readonly complaint?: string | null;
  readonly card?: { readonly title: string };
  readonly onlyFor?: string;
}

/** A script's way to talk to the product over HTTP, nothing else. */
export const chatClient = async (url: string, locale: string) => {
  const post = (path: string, body: unknown, token?: string) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
  const opened = await post('/api/chat/sessions', { locale });
  expect(opened.ok).toBe(true);
  const { token, session } = (await opened.json()) as { token: string; session: string };
  const lines = async (): Promise<readonly ChatLine[]> => {
    const response = await fetch(`${url}/api/chat/messages`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return ((await response.json()) as { messages: ChatLine[] }).messages;
  };
  return {
    token,
    session,
    lines,
    say: (clientMessageId: string, text: string) =>
      post('/api/chat/messages', { clientMessageId, text }, token),
    press: async (clientActionId: string, wanted: (line: ChatLine) => string | undefined) => {
      const all = await lines();
      for (const line of all.toReversed()) {
        const buttonId = wanted(line);
        if (buttonId)
          return post('/api/chat/actions', { clientActionId, messageId: line.id, buttonId }, token);
      }
      throw new Error('No such button is shown');
    },
  };
};

/** Waits until something is so; fails after the time given. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  withinMs = 15_000,
): Promise<T> => {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`Not so within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
