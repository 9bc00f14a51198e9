import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** A vendor's OpenID Connect that says yes to whoever `account` names. */
export interface OidcVendor {
  readonly issuer: string;
  /** Claims of the account that consents next; null: the person declines. */
  account: Readonly<Record<string, unknown>> | null;
  /** Changes what the next token claims. */
  forge: Readonly<Record<string, unknown>>;
  stop(): void;
}

const jwt = (claims: unknown): string =>
  [{ alg: 'RS256', typ: 'JWT' }, claims, 'signature']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

/** Starts one; it knows the client `redress` with the secret `shh`. */
export const startOidcVendor = async (): Promise<OidcVendor> => {
  const app = new Hono();
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const vendor: OidcVendor = { issuer, account: null, forge: {}, stop: () => server.close() };
  const begun = new Map<string, URLSearchParams>();
  app.get('/.well-known/openid-configuration', (context) =>
    context.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
  );
  app.get('/authorize', (context) => {
    const query = new URL(context.req.url).searchParams;
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('state', query.get('state') ?? '');
    if (vendor.account === null) back.searchParams.set('error', 'access_denied');
    else {
      const code = `code-${begun.size}`;
      begun.set(code, query);
      back.searchParams.set('code', code);
    }
    return context.redirect(back.href);
  });
  app.post('/token', async (context) => {
    const body = new URLSearchParams(await context.req.text());
    const query = begun.get(body.get('code') ?? '');
    const basic = Buffer.from(
      (context.req.header('authorization') ?? '').slice('Basic '.length),
      'base64',
    ).toString();
    const known = basic === 'redress:shh' || body.get('client_secret') === 'shh';
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (!query || !known || query.get('code_challenge') !== challenge)
      return context.json({ error: 'invalid_grant' }, 400);
    begun.delete(body.get('code') ?? '');
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: 'redress', iat: now, exp: now + 300, nonce: query.get('nonce') };
    const idToken = jwt({ ...claims, ...vendor.account, ...vendor.forge });
    return context.json({ access_token: 'a', token_type: 'Bearer', id_token: idToken });
  });
  return vendor;
};
