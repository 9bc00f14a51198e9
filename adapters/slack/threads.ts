import { textAt } from './reading.ts';
import { slackError, toFault } from './vendor-faults.ts';
import type { Workspace } from './workspaces.ts';

/** Tells whose thread something was said in. */
export interface Threads {
  /** Whether we head the thread. Throws a retryable Fault while Slack cannot be asked. */
  isOurs(workspace: Workspace, channel: string, thread: string): Promise<boolean>;
}

const mostRemembered = 10_000;

/** Who heads a thread never changes, so each is asked for once. */
export const createThreads = (): Threads => {
  const known = new Map<string, Promise<boolean>>();
  return {
    isOurs(workspace, channel, thread) {
      const key = `${channel}/${thread}`;
      if (known.size >= mostRemembered) known.clear();
      const answer = known.get(key) ?? ask(workspace, channel, thread);
      known.set(key, answer);
      answer.catch(() => known.delete(key));
      return answer;
    },
  };
};

const ask = async (workspace: Workspace, channel: string, thread: string): Promise<boolean> => {
  try {
    const answer = await workspace.asking.conversations.replies({ channel, ts: thread, limit: 1 });
    return textAt(answer, 'messages', 0, 'user') === workspace.botUserId;
  } catch (error) {
    if (slackError(error) === 'thread_not_found') return false;
    throw toFault(error, 'other');
  }
};
