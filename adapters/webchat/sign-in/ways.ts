import * as oidc from 'openid-client';
import type { Viewer } from '../../../src/ports.ts';
import type { SignIn, SignInName } from '../../../src/sign-in.ts';

type Claims = oidc.IDToken;

/** How the vendors differ: what is asked, how we prove who we are, what an account is called in our organisation file. */
interface Vendor {
  readonly scope: string;
  readonly proof: (secret: string) => oidc.ClientAuth;
  readonly account: (claims: Claims) => unknown;
  readonly workspace: (claims: Claims) => unknown;
}

const vendors: Readonly<Record<SignInName, Vendor>> = {
  slack: {
    scope: 'openid',
    proof: oidc.ClientSecretPost,
    account: (claims) => claims['https://slack.com/user_id'],
    workspace: (claims) => claims['https://slack.com/team_id'],
  },
  telegram: {
    scope: 'openid profile',
    proof: oidc.ClientSecretBasic,
    // The number that the bot knows; the subject is another name for the same account.
    account: (claims) => claims.id ?? claims.sub,
    workspace: () => undefined,
  },
};

/** What a browser keeps between our page and the vendor's, so that nobody can finish a sign-in that another began. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** One way to sign in, ready for use. */
export interface Way {
  readonly name: SignInName;
  /** Address of the vendor's consent. Rejects when the vendor does not answer. */
  begin(begun: Begun, redirectUri: string): Promise<URL>;
  /** Whose account came back; rejects when the vendor, the browser or the token is not what it should be. */
  finish(begun: Begun, returned: URL): Promise<Viewer>;
}

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Makes a way; the vendor is asked about itself at the first use, and again after a failure. */
export const createWay = ({ name, issuer, clientId, clientSecret }: SignIn): Way => {
  const { scope, proof, account, workspace } = vendors[name];
  let known: Promise<oidc.Configuration> | null = null;
  const vendor = (): Promise<oidc.Configuration> => {
    const standIn = new URL(issuer).protocol === 'http:';
    known ??= oidc.discovery(new URL(issuer), clientId, undefined, proof(clientSecret), {
      timeout: 10,
      execute: standIn ? [oidc.allowInsecureRequests] : [],
    });
    known.catch(() => {
      known = null;
    });
    return known;
  };
  return {
    name,
    begin: async ({ state, nonce, verifier }, redirectUri) =>
      oidc.buildAuthorizationUrl(await vendor(), {
        redirect_uri: redirectUri,
        scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }),
    finish: async ({ state, nonce, verifier }, returned) => {
      const tokens = await oidc.authorizationCodeGrant(await vendor(), returned, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const id = claims && textOf(account(claims));
      if (!claims || id === undefined) throw new Error(`${name} named no account`);
      const team = textOf(workspace(claims));
      return { channel: name, sender: { id, ...(team === undefined ? {} : { team }) } };
    },
  };
};
