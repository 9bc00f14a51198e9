import type { Sender } from '../../src/inbound/message.ts';
import type { Files, Receive } from '../../src/ports.ts';
import type { SlackConfig } from './config.ts';
import { downloadFiles } from './downloads.ts';
import { readOrigin, readSubmission } from './forms.ts';
import { createInTurn, type Once } from './in-turn.ts';
import type { Modals } from './modals.ts';
import type { People } from './people.ts';
import { type Places, privatePlace } from './places.ts';
import { at, textAt } from './reading.ts';
import {
  originOf,
  type ReceivedMessage,
  receiveCommand,
  receiveMessage,
  receivePresses,
  receiveSubmission,
  routeOf,
} from './receive.ts';
import type { Threads } from './threads.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

/** What Slack sends, stored. Every function resolves when it is durable and throws when it is not. */
export interface Intake {
  message(body: unknown): Promise<void>;
  presses(body: unknown): Promise<void>;
  command(body: unknown): Promise<void>;
  /** A submitted form; gives the answer to show when something in it is wrong, by block id. */
  submission(body: unknown): Promise<{ readonly errors: Record<string, string> } | null>;
}

/**
 * Translates what Slack sends, with what must be asked of Slack for it, and stores it.
 * One place is served in the order of arrival; different places side by side.
 */
export const createIntake = (options: {
  readonly config: SlackConfig;
  readonly workspaces: Workspaces;
  readonly places: Places;
  readonly people: People;
  readonly modals: Modals;
  readonly files: Files;
  readonly once: Once;
  readonly threads: Threads;
  readonly receive: Receive;
}): Intake => {
  const { workspaces, places, people, receive } = options;
  const inTurn = createInTurn();

  const named = async (workspace: Workspace, from: Sender): Promise<Sender> => ({
    ...from,
    ...(await people.find(workspace, from.id)),
  });

  /** What is said among others is none of our business, except under a card of ours: that is staff's note (ST-3). */
  const concernsUs = async ({ arrival, said }: ReceivedMessage, workspace: Workspace): Promise<boolean> => {
    if (said !== 'overheard') return true;
    if (arrival.kind !== 'text' || arrival.thread === undefined) return false;
    return options.threads.isOurs(workspace, arrival.address.place, arrival.thread);
  };

  const storeMessage = async (received: ReceivedMessage, workspace: Workspace): Promise<void> => {
    const { arrival, said } = received;
    const from = await named(workspace, arrival.from);
    const direct = said === 'direct' ? undefined : await privatePlace(places, workspace, from.id);
    const alone = direct === undefined ? undefined : ({ channel: 'slack', place: direct } as const);
    // A change of what was said by mention belongs to the private talk it was taken to.
    if (!('files' in received))
      return receive({ ...received.arrival, from, ...(alone ? { address: alone } : {}) });
    const { config, files } = options;
    const downloaded = await downloadFiles(received.files, { workspace, files, config });
    const { refusedFiles } = downloaded;
    return receive({
      ...received.arrival,
      from,
      files: downloaded.files,
      ...(refusedFiles.length > 0 ? { refusedFiles } : {}),
      ...(alone ? { continueAt: alone } : {}),
    });
  };

  return {
    async message(body) {
      const workspace = await workspaces.get(routeOf(body));
      const received = receiveMessage(body, workspace);
      if (received === null || !(await concernsUs(received, workspace))) return;
      const { arrival } = received;
      await options.once.run(arrival.key, () =>
        inTurn.run(arrival.address.place, () => storeMessage(received, workspace)),
      );
    },

    async presses(body) {
      const origin = originOf(body);
      const workspace = await workspaces.get(origin.route);
      const place = origin.place ?? (await privatePlace(places, workspace, origin.from.id));
      for (const press of receivePresses(body, place)) await receive(press);
    },

    async command(body) {
      const origin = originOf(body);
      const workspace = await workspaces.get(origin.route);
      const place = await privatePlace(places, workspace, origin.from.id);
      const arrival = receiveCommand(body, place);
      if (arrival.name === 'new') return options.modals.openCommand(body, arrival.text);
      return receive(arrival);
    },

    async submission(body) {
      const view = at(body, 'view');
      const form = readOrigin(textAt(view, 'private_metadata') ?? '');
      if (form === undefined) return null;
      const read = readSubmission(view, form.locale);
      if ('errors' in read) return { errors: { ...read.errors } };
      const { from, route } = originOf(body);
      const workspace = await workspaces.get(route);
      const place = form.place ?? (await privatePlace(places, workspace, from.id));
      await receive(receiveSubmission(body, { origin: form, fields: read.fields, place }));
      return null;
    },
  };
};
