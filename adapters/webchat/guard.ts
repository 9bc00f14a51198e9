/** Header in which the HTTP server says who really connected; it strips one that came from outside. */
export const peerHeader = 'x-redress-peer';

/** Why the desk is not shown to this request. */
export type GuardRefusal =
  | 'not-loopback'
  | 'forwarded'
  | 'public-url'
  | 'foreign-host'
  | 'cross-site'
  | 'signed-out';

/** Tells whether an address of a connection is this machine's own. */
export const isLoopbackAddress = (address: string): boolean =>
  /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/i.test(address) || /^(0*:)*:?0*1$/.test(address);

const isLoopbackHost = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  isLoopbackAddress(hostname.replace(/^\[|\]$/g, ''));

const forwardingHeaders = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
];

const isForwarded = (headers: Headers): boolean =>
  [...headers.keys()].some((name) => name.startsWith('x-forwarded') || forwardingHeaders.includes(name));

const parseHost = (host: string): URL | null => URL.parse(`http://${host}`);

const hostOf = (request: Request): string => request.headers.get('host') ?? new URL(request.url).host;

/** Whether a page of another site asks, in the browser of somebody who may ask. */
export const isCrossSite = (request: Request): boolean => {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const origin = request.headers.get('origin');
  return origin !== null && URL.parse(origin)?.host !== hostOf(request);
};

const placeRefusal = (request: Request, publicUrl: string): GuardRefusal | null => {
  if (!isLoopbackAddress(request.headers.get(peerHeader) ?? '')) return 'not-loopback';
  if (isForwarded(request.headers)) return 'forwarded';
  if (!isLoopbackHost(URL.parse(publicUrl)?.hostname ?? '')) return 'public-url';
  const host = parseHost(hostOf(request));
  // A foreign name that resolves to this machine is how a hostile page would reach us through the browser.
  return host === null || !isLoopbackHost(host.hostname) ? 'foreign-host' : null;
};

/**
 * Says why a desk page is refused while no sign-in is configured; null when it may be shown.
 * A page may be opened from a link anywhere: it does nothing by itself and cannot be framed.
 */
export const pageRefusal = (request: Request, publicUrl: string): GuardRefusal | null =>
  placeRefusal(request, publicUrl);

/** Says why a call of the desk's API is refused while no sign-in is configured; null when it may pass. */
export const deskRefusal = (request: Request, publicUrl: string): GuardRefusal | null => {
  const refusal = placeRefusal(request, publicUrl);
  if (refusal !== null) return refusal;
  return isCrossSite(request) ? 'cross-site' : null;
};
