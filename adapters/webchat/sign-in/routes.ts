import type { Desk, Ids, Route, Viewer } from '../../../src/ports.ts';
import { isCrossSite } from '../guard.ts';
import { answering, HttpRefusal, json } from '../http.ts';
import type { Limiter } from '../limit.ts';
import { cookie, readCookie } from './cookies.ts';
import { tokenCookie } from './gate.ts';
import type { Begun, Way } from './ways.ts';

/** What signing in works with. */
export interface SignInParts {
  readonly ways: readonly Way[];
  readonly desk: Desk;
  readonly ids: Ids;
  readonly publicUrl: string;
  /** Whether an account's workspace is one of ours: ids of strangers' workspaces prove nothing. */
  readonly isOurs: (viewer: Viewer) => Promise<boolean>;
  readonly limit: Limiter;
  /** Hears why a sign-in failed; the person is told only that it did. */
  readonly onFailure: (error: unknown) => void;
}

const begunCookie = 'redress_sign_in';
const begunSeconds = 600;
const tokenSeconds = 12 * 3600;

/** What the sign-in page says when somebody comes back without being signed in. */
export type SignInProblem = 'declined' | 'outdated' | 'not-staff' | 'failed';

const redirect = (location: string, cookies: readonly string[]): Response => {
  const headers = new Headers({ location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  for (const one of cookies) headers.append('set-cookie', one);
  return new Response(null, { status: 302, headers });
};

const begunIn = (request: Request): Begun | null => {
  const [state, nonce, verifier] = (readCookie(request, begunCookie) ?? '').split('.');
  return state && nonce && verifier ? { state, nonce, verifier } : null;
};

/** The way to the vendor and back. Both ends are links a browser follows; nothing here changes anything but who is signed in. */
const wayRoutes = (way: Way, parts: SignInParts): readonly Route[] => {
  const { desk, ids, publicUrl } = parts;
  const secure = publicUrl.startsWith('https:');
  const path = `/sign-in/${way.name}`;
  const redirectUri = `${publicUrl}${path}/callback`;
  const remember = (value: string, seconds: number) =>
    cookie(begunCookie, value, { path: '/sign-in', seconds, secure });
  const back = (problem: SignInProblem): Response =>
    redirect(`/sign-in?problem=${problem}`, [remember('', 0)]);

  const begin = async (request: Request): Promise<Response> => {
    if (parts.limit.take(request.headers.get('x-redress-peer') ?? '') > 0) return back('failed');
    const begun: Begun = { state: ids.secret(), nonce: ids.secret(), verifier: ids.secret() };
    try {
      const url = await way.begin(begun, redirectUri);
      return redirect(url.href, [remember(Object.values(begun).join('.'), begunSeconds)]);
    } catch (error) {
      parts.onFailure(error);
      return back('failed');
    }
  };

  const finish = async (request: Request): Promise<Response> => {
    const begun = begunIn(request);
    const { searchParams, search } = new URL(request.url);
    if (searchParams.has('error')) return back('declined');
    if (!begun || searchParams.get('state') !== begun.state) return back('outdated');
    try {
      const viewer = await way.finish(begun, new URL(`${redirectUri}${search}`));
      const session = (await parts.isOurs(viewer)) ? await desk.signIn(viewer) : null;
      if (!session) return back('not-staff');
      const token = cookie(tokenCookie, session.token, { path: '/', seconds: tokenSeconds, secure });
      return redirect('/', [remember('', 0), token]);
    } catch (error) {
      parts.onFailure(error);
      return back('failed');
    }
  };

  return [
    { method: 'GET', path, handle: begin },
    { method: 'GET', path: `${path}/callback`, handle: finish },
  ];
};

/** Signing in and out; without any way there is nothing of it. */
export const signInRoutes = (parts: SignInParts): readonly Route[] => {
  if (parts.ways.length === 0) return [];
  const signOut = async (request: Request): Promise<Response> => {
    if (isCrossSite(request))
      throw new HttpRefusal({ status: 403, code: 'cross-site', message: 'Ask from our own page.' });
    const token = readCookie(request, tokenCookie);
    if (token) await parts.desk.signOut(token);
    const secure = parts.publicUrl.startsWith('https:');
    return json(200, {}, { 'Set-Cookie': cookie(tokenCookie, '', { path: '/', seconds: 0, secure }) });
  };
  return [
    ...parts.ways.flatMap((way) => wayRoutes(way, parts)),
    {
      method: 'GET',
      path: '/api/sign-in',
      handle: () => json(200, { ways: parts.ways.map(({ name }) => name) }),
    },
    { method: 'POST', path: '/api/sign-out', handle: answering(signOut) },
  ];
};
