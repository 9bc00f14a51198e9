import { type App, isValidSlackRequest, type Receiver } from '@slack/bolt';
import type { Clock, Route } from '../../src/ports.ts';
import { processDurably } from './durable.ts';
import type { Log } from './log.ts';
import { at, parseJson, textAt } from './reading.ts';

/** Slack's HTTP deliveries as one route of our own web server. */
export interface HttpReceiver extends Receiver {
  readonly route: Route;
}

const mostSecondsApart = 5 * 60;
const mostBodyCharacters = 3_000_000;

/**
 * Verifies, translates and hands over to Bolt. The answer is given when everything is stored: 200, or 500 so that Slack
 * sends the event again. Stamps from the future are refused as old ones are; Bolt's own check lets them pass.
 */
export const createHttpReceiver = (options: {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly log: Log;
}): HttpReceiver => {
  let app: App | undefined;
  let open = false;

  const handle = async (request: Request): Promise<Response> => {
    const raw = await request.text();
    if (raw.length > mostBodyCharacters) return answer(413);
    if (!isGenuine(request, raw, options)) return answer(401);
    const body = parseBody(raw, request.headers.get('content-type') ?? '');
    if (body === undefined) return answer(400);
    if (textAt(body, 'type') === 'url_verification')
      return Response.json({ challenge: at(body, 'challenge') });
    if (textAt(body, 'ssl_check') === '1') return answer(200);
    if (textAt(body, 'type') === 'app_rate_limited') {
      options.log.warn({}, 'Slack withholds events: more than it delivers in an hour');
      return answer(200);
    }
    if (app === undefined || !open) return answer(503);
    return dispatch(app, body, request);
  };

  const dispatch = async (to: App, body: object, request: Request): Promise<Response> => {
    try {
      const retryNum = Number(request.headers.get('x-slack-retry-num') ?? Number.NaN);
      const retryReason = request.headers.get('x-slack-retry-reason');
      const acknowledgement = await processDurably(to, {
        body: { ...body },
        ...(Number.isNaN(retryNum) ? {} : { retryNum }),
        ...(retryReason === null ? {} : { retryReason }),
      });
      return respond(acknowledgement?.response);
    } catch (error) {
      options.log.error({ err: error }, 'Slack event could not be stored; Slack will send it again');
      return answer(500);
    }
  };

  return {
    init(given) {
      app = given;
    },
    async start() {
      open = true;
    },
    async stop() {
      open = false;
    },
    route: { method: 'POST', path: '/slack/events', handle },
  };
};

const answer = (status: number): Response => new Response(null, { status });

const respond = (response: unknown): Response => {
  if (response === undefined || response === '') return answer(200);
  return typeof response === 'string' ? new Response(response) : Response.json(response);
};

const isGenuine = (
  request: Request,
  body: string,
  options: { readonly signingSecret: string; readonly clock: Clock },
): boolean => {
  const signature = request.headers.get('x-slack-signature') ?? '';
  const stamp = Number(request.headers.get('x-slack-request-timestamp') ?? Number.NaN);
  const nowMilliseconds = Temporal.Instant.from(options.clock.now()).epochMilliseconds;
  const apart = Math.abs(nowMilliseconds / 1000 - stamp);
  if (!Number.isInteger(stamp) || apart > mostSecondsApart) return false;
  return isValidSlackRequest({
    signingSecret: options.signingSecret,
    body,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp },
    nowMilliseconds,
  });
};

/** Events are JSON; presses and submissions are JSON inside a form; commands are a form. */
const parseBody = (raw: string, contentType: string): object | undefined => {
  const form = contentType.startsWith('application/x-www-form-urlencoded')
    ? new URLSearchParams(raw)
    : undefined;
  const payload = form?.get('payload');
  const body = form && payload == null ? Object.fromEntries(form) : parseJson(payload ?? raw);
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined;
};
