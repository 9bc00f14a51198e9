import type { Desk, DeskPerson } from '../../../src/ports.ts';
import { deskRefusal, type GuardRefusal, isCrossSite, pageRefusal } from '../guard.ts';
import { readCookie } from './cookies.ts';

/** The cookie by which somebody is signed in. */
export const tokenCookie = 'redress_desk';

/** Who stands at the desk's door: refused, or let in as one person; as nobody in particular on this machine. */
export type Entrance = { readonly refusal: GuardRefusal } | { readonly person: DeskPerson | null };

/** Who may open the workbench and ask its API. */
export interface Gate {
  page(request: Request): Promise<GuardRefusal | null>;
  desk(request: Request): Promise<Entrance>;
}

/** Without sign-in: this machine alone, whoever sits at it. */
export const machineGate = (publicUrl: string): Gate => ({
  page: async (request) => pageRefusal(request, publicUrl),
  desk: async (request) => {
    const refusal = deskRefusal(request, publicUrl);
    return refusal === null ? { person: null } : { refusal };
  },
});

/** With sign-in: the person signed in, from anywhere, this machine included; a proxy may stand on it. */
export const signedInGate = (desk: Desk): Gate => {
  const personOf = async (request: Request): Promise<DeskPerson | null> => {
    const token = readCookie(request, tokenCookie);
    return token ? desk.signedIn(token) : null;
  };
  return {
    page: async (request) => ((await personOf(request)) ? null : 'signed-out'),
    desk: async (request) => {
      if (isCrossSite(request)) return { refusal: 'cross-site' };
      const person = await personOf(request);
      return person ? { person } : { refusal: 'signed-out' };
    },
  };
};
