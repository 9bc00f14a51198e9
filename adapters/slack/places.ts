import { isFault } from '../../src/faults.ts';
import { toFault } from './vendor-faults.ts';
import type { Workspace } from './workspaces.ts';

/** Turns people into the place where we talk with them alone. */
export interface Places {
  /** The direct channel with a person. Throws Fault `recipient-unreachable` for people we may not write to. */
  direct(workspace: Workspace, userId: string): Promise<string>;
  /** A channel as it is; a person's id as the direct channel with them. */
  resolve(workspace: Workspace, place: string): Promise<string>;
}

const mostRemembered = 10_000;

/** Direct channels never change, so each is asked for once. */
export const createPlaces = (): Places => {
  const known = new Map<string, Promise<string>>();
  const direct = (workspace: Workspace, userId: string): Promise<string> => {
    const key = `${workspace.id}/${userId}`;
    if (known.size >= mostRemembered) known.clear();
    const place = known.get(key) ?? open(workspace, userId);
    known.set(key, place);
    place.catch(() => known.delete(key));
    return place;
  };
  return {
    direct,
    resolve: (workspace, place) => (/^[UW]/.test(place) ? direct(workspace, place) : Promise.resolve(place)),
  };
};

const open = async (workspace: Workspace, userId: string): Promise<string> => {
  try {
    const answer = await workspace.asking.conversations.open({ users: userId });
    return answer.channel?.id ?? '';
  } catch (error) {
    throw toFault(error, 'other');
  }
};

/**
 * The place to talk with a person alone. Where Slack will not open one, the person's id stands for it: sending there
 * fails later, where staff see it, instead of losing what was said now.
 */
export const privatePlace = async (places: Places, workspace: Workspace, userId: string): Promise<string> => {
  try {
    return await places.direct(workspace, userId);
  } catch (error) {
    if (isFault(error) && !error.retryable) return userId;
    throw error;
  }
};
