import type { App } from '@slack/bolt';

/** What Bolt is given to work on, as its receivers hand it over. */
export type BoltEvent = Parameters<App['processEvent']>[0];

/** How an event was to be acknowledged; null when nobody did. */
export type Acknowledgement = { readonly response: unknown } | null;

/**
 * Lets Bolt work on an event and gives back the acknowledgement only when all of it is done: Bolt itself acknowledges
 * before any listener has run, and an event acknowledged but not stored is lost for good.
 * Throws what the listeners threw; then nothing must be acknowledged, and Slack sends it again.
 */
export const processDurably = async (app: App, event: Omit<BoltEvent, 'ack'>): Promise<Acknowledgement> => {
  let acknowledgement: Acknowledgement = null;
  await app.processEvent({
    ...event,
    ack: async (response?: unknown) => {
      acknowledgement ??= { response };
    },
  });
  return acknowledgement;
};
