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
import type { Workspace, Workspaces } from './workspaces.ts';

/** What Slack sends, stored. Every function resolves when it is durable and throws when it is not. */
export interface Intake {
  message(body: unknown): Promise<void>;
  presses(body: unknown): Promise<void>;
  command(body: unknown): Promise<void>;
  /** A submitted form; gives the answer to show when something in it is wrong, by block id. */
  submission(body: unknown): Promise<{ readonly errors: Record<string, string> } | null>;
}

export const createIntake = (options: {
  readonly config: SlackConfig;
  readonly workspaces: Workspaces;
  readonly places: Places;
  readonly people: People;
  readonly modals: Modals;
  readonly files: Files;
  readonly once: Once;
  readonly receive: Receive;
}): Intake => {
  const { workspaces, places, people, receive } = options;
  const inTurn = createInTurn();

  const named = async (workspace: Workspace, from: Sender): Promise<Sender> => ({
    ...from,
    ...(await people.find(workspace, from.id)),
  });

  const storeMessage = async (received: ReceivedMessage, workspace: Workspace): Promise<void> => {
    const { arrival } = received;
    const from = await named(workspace, arrival.from);
    if (!('files' in received)) return receive({ ...received.arrival, from });
    const { config, files } = options;
    const downloaded = await downloadFiles(received.files, { workspace, files, config });
    const { refusedFiles } = downloaded;
    const direct = received.mentioned ? await privatePlace(places, workspace, from.id) : undefined;
    return receive({
      ...received.arrival,
      from,
      files: downloaded.files,
      ...(refusedFiles.length > 0 ? { refusedFiles } : {}),
      ...(direct === undefined ? {} : { continueAt: { channel: 'slack', place: direct } }),
    });
  };

  return {
    async message(body) {
      const workspace = await workspaces.get(routeOf(body));
      const received = receiveMessage(body, workspace);
      if (received === null) return;
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
