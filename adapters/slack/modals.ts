import type { Sender } from '../../src/inbound/message.ts';
import type { Form } from '../../src/outbox/message.ts';
import type { Desk, Receive } from '../../src/ports.ts';
import type { Locale } from '../../src/terms.ts';
import { formView, loadingView, noticeView } from './forms.ts';
import { homeView } from './home.ts';
import type { Log } from './log.ts';
import { decodeText } from './markup.ts';
import type { People } from './people.ts';
import { bothLanguages } from './phrases.ts';
import { type Places, privatePlace } from './places.ts';
import { at, textAt } from './reading.ts';
import { buttonOf, type Origin, originOf, readAnswerAddress, receivePresses } from './receive.ts';
import { slackError, toFault } from './vendor-faults.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

/** Slack's wide surfaces. Modals open before anything is looked up and are filled in the background. */
export interface Modals {
  /** A press on a button that asks for input. */
  openForm(body: unknown): Promise<void>;
  /** A complaint taken by command, shortcut or home tab; `prefill` goes into the form's first long field. */
  openCommand(body: unknown, prefill?: string): Promise<void>;
  /** Draws the home tab. */
  publishHome(body: unknown): Promise<void>;
}

interface Opened {
  readonly workspace: Workspace;
  readonly viewId: string;
  readonly hash: string;
}

/** A view that changed meanwhile or was closed needs no filling any more. */
const overtaken: readonly (string | undefined)[] = ['hash_conflict', 'not_found', 'view_not_found'];

/** Makes the surfaces over the clients kept for waiting people; `background` gets the work that outlives a press. */
export const createModals = (options: {
  readonly desk: Desk;
  readonly workspaces: Workspaces;
  readonly places: Places;
  readonly people: People;
  readonly receive: Receive;
  readonly background: (work: Promise<void>) => void;
  readonly log: Log;
}): Modals => {
  const { desk, log, people, places, receive, workspaces } = options;

  const open = async (body: unknown): Promise<Opened | undefined> => {
    const origin = originOf(body);
    const workspace = await workspaces.get(origin.route);
    try {
      const answer = await workspace.asking.views.open({
        trigger_id: textAt(body, 'trigger_id') ?? '',
        view: loadingView(),
      });
      return { workspace, viewId: answer.view?.id ?? '', hash: answer.view?.hash ?? '' };
    } catch (error) {
      const fault = toFault(error, 'other');
      log.warn({ code: fault.code, data: fault.data }, 'Slack modal could not be opened');
      await sayTooLate(origin);
      return undefined;
    }
  };

  const show = async (opened: Opened, view: ReturnType<typeof loadingView>): Promise<void> => {
    try {
      await opened.workspace.asking.views.update({ view_id: opened.viewId, hash: opened.hash, view });
    } catch (error) {
      if (overtaken.includes(slackError(error))) return;
      log.warn({ code: toFault(error, 'other').code }, 'Slack modal could not be filled');
    }
  };

  const viewerOf = async (workspace: Workspace, from: Sender) => {
    const person = await people.find(workspace, from.id);
    const sender = { ...from, ...person };
    const locale: Locale = person.locale ?? 'en';
    return { viewer: { channel: 'slack', sender }, locale } as const;
  };

  /** Looks the form up and shows it, or does `without` when there is none; says so when anything fails. */
  const fill = async (
    opened: Opened,
    task: {
      readonly origin: Origin;
      find(who: Awaited<ReturnType<typeof viewerOf>>): Promise<Form | null>;
      without(): Promise<void>;
      readonly notice: 'done' | 'talkInstead';
      readonly command?: 'new';
      readonly prefill?: string;
    },
  ): Promise<void> => {
    const who = await viewerOf(opened.workspace, task.origin.from);
    try {
      const form = await task.find(who);
      if (form === null) {
        await task.without();
        return await show(opened, noticeView(task.notice, who.locale));
      }
      const { from: _, route: __, ...where } = task.origin;
      const { command } = task;
      const origin = {
        ...where,
        buttonId: form.buttonId,
        ...(command ? { command } : {}),
        locale: form.locale,
      };
      await show(opened, formView(form, origin, prefilled(form, task.prefill)));
    } catch (error) {
      log.error({ err: error }, 'Slack form could not be prepared');
      await show(opened, noticeView('notOpened', who.locale));
    }
  };

  return {
    async openForm(body) {
      const opened = await open(body);
      if (opened === undefined) return;
      const origin = originOf(body);
      const buttonId = buttonOf(textAt(body, 'actions', 0, 'action_id') ?? '') ?? '';
      const without = async (): Promise<void> => {
        const place = origin.place ?? (await privatePlace(places, opened.workspace, origin.from.id));
        for (const press of receivePresses(body, place)) await receive(press);
      };
      const find: Parameters<typeof fill>[1]['find'] = ({ viewer }) => desk.form(buttonId, viewer);
      options.background(fill(opened, { origin, find, without, notice: 'done' }));
    },

    async openCommand(body, prefill) {
      const opened = await open(body);
      if (opened === undefined) return;
      const { from, route, answerTo } = originOf(body);
      const words = prefill ?? decodeText(textAt(body, 'message', 'text') ?? '');
      const without = async (): Promise<void> => {
        const place = await privatePlace(places, opened.workspace, from.id);
        const trigger = `command:${textAt(body, 'trigger_id') ?? ''}`;
        const common = {
          key: `slack:${route ?? ''}:${trigger}`,
          from,
          address: { channel: 'slack', place },
          ...(route ? { route } : {}),
        } as const;
        // Words that came with the command are a complaint being told, and told once is enough.
        if (words === '') await receive({ kind: 'command', ...common, name: 'new', text: '' });
        else await receive({ kind: 'text', ...common, messageId: trigger, text: words, files: [] });
      };
      const find: Parameters<typeof fill>[1]['find'] = ({ viewer }) => desk.commandForm('new', viewer);
      const origin = { from, ...(route ? { route } : {}), ...(answerTo ? { answerTo } : {}) };
      options.background(
        fill(opened, { origin, find, without, notice: 'talkInstead', command: 'new', prefill: words }),
      );
    },

    async publishHome(body) {
      const event = at(body, 'event');
      const userId = textAt(event, 'user');
      if (userId === undefined || textAt(event, 'tab') !== 'home') return;
      const workspace = await workspaces.get(originOf(body).route);
      const { viewer, locale } = await viewerOf(workspace, {
        id: userId,
        team: textAt(body, 'team_id') ?? workspace.id,
      });
      const view = homeView(await desk.queue(viewer, locale), locale);
      const hash = textAt(event, 'view', 'hash');
      try {
        await workspace.asking.views.publish({ user_id: userId, view, ...(hash ? { hash } : {}) });
      } catch (error) {
        if (!overtaken.includes(slackError(error))) throw toFault(error, 'other');
      }
    },
  };
};

const prefilled = (form: Form, words: string | undefined): Readonly<Record<string, string>> => {
  const field = form.fields.find((each) => each.kind === 'text');
  return words && field ? { [field.id]: words } : {};
};

const responseTimeoutMs = 5_000;

/** Best effort: without an address to answer at, Slack itself has already told the person that nothing opened. */
const sayTooLate = async (origin: Origin): Promise<void> => {
  const { responseUrl } = readAnswerAddress(origin.answerTo);
  if (responseUrl === undefined) return;
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      text: bothLanguages('tooLate'),
      response_type: 'ephemeral',
      replace_original: false,
    }),
    signal: AbortSignal.timeout(responseTimeoutMs),
  }).catch(() => undefined);
  await response?.body?.cancel();
};
