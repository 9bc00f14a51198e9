import { isFault } from '../../src/faults.ts';
import type { TextArrival } from '../../src/inbound/message.ts';
import type { Files } from '../../src/ports.ts';
import type { FileRef } from '../../src/terms.ts';
import { type SlackConfig, slackApiUrl } from './config.ts';
import { readFile, type SlackFile } from './receive.ts';
import type { Workspace } from './workspaces.ts';

type Refused = NonNullable<TextArrival['refusedFiles']>[number];

/** What became of the files of one message. */
export interface Downloaded {
  readonly files: readonly FileRef[];
  readonly refusedFiles: readonly Refused[];
}

const downloadTimeoutMs = 30_000;
/** Never read more than this, whatever Slack says a file's size is; the pack's own limit is usually far lower. */
const mostBytes = 100_000_000;

/**
 * Fetches a message's files and stores them. A file that cannot be had is named with the reason, and the words of the
 * message are kept all the same. Throws only what the store throws for reasons of its own (`database-unavailable`).
 */
export const downloadFiles = async (
  listed: readonly SlackFile[],
  given: { readonly workspace: Workspace; readonly files: Files; readonly config: SlackConfig },
): Promise<Downloaded> => {
  const files: FileRef[] = [];
  const refusedFiles: Refused[] = [];
  for (const file of listed) {
    const outcome = await downloadOne(file, given);
    if ('reason' in outcome) refusedFiles.push(outcome);
    else files.push(outcome);
  }
  return { files, refusedFiles };
};

const downloadOne = async (
  listed: SlackFile,
  given: { readonly workspace: Workspace; readonly files: Files; readonly config: SlackConfig },
): Promise<FileRef | Refused> => {
  const file = listed.mustAsk ? await askForFile(listed, given.workspace) : listed;
  const { name, mediaType } = file;
  if (file.url === undefined || !isSlacksOwn(file.url, given.config)) return { name, reason: 'unavailable' };
  if ((file.bytes ?? 0) > mostBytes) return { name, reason: 'too-large' };
  const content = await fetchContent(file.url, mediaType, given.workspace.botToken);
  if (typeof content === 'string') return { name, reason: content };
  try {
    return await given.files.put({ name, mediaType, bytes: content });
  } catch (error) {
    if (!isFault(error, 'file-refused')) throw error;
    const { reason } = error.data;
    return { name, reason: reason === 'too-large' || reason === 'type' ? reason : 'unavailable' };
  }
};

const askForFile = async (file: SlackFile, workspace: Workspace): Promise<SlackFile> => {
  try {
    const answer = await workspace.asking.files.info({ file: file.id });
    return { ...readFile(answer.file), mustAsk: false };
  } catch {
    return { ...file, mustAsk: false };
  }
};

/** The token goes to Slack alone: an address from an event is still somebody else's text. */
const isSlacksOwn = (address: string, config: SlackConfig): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (config.apiUrl !== undefined && url.origin === new URL(config.apiUrl).origin) return true;
  const ownHost = ['slack.com', 'slack-files.com'].some(
    (host) => url.hostname === host || url.hostname.endsWith(`.${host}`),
  );
  return url.protocol === new URL(slackApiUrl).protocol && ownHost;
};

const fetchContent = async (
  url: string,
  mediaType: string,
  token: string,
): Promise<Uint8Array | 'unavailable' | 'too-large'> => {
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(downloadTimeoutMs),
    });
    const answered = response.headers.get('content-type') ?? '';
    // Without the right to a file Slack answers 200 with its sign-in page: stored, that page would pass for evidence.
    const isLoginPage = answered.startsWith('text/html') && !mediaType.startsWith('text/html');
    if (!response.ok || isLoginPage || response.body === null) {
      await response.body?.cancel();
      return 'unavailable';
    }
    return await readWithin(response.body);
  } catch {
    return 'unavailable';
  }
};

const readWithin = async (body: ReadableStream<Uint8Array>): Promise<Uint8Array | 'too-large'> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.byteLength;
    if (length > mostBytes) return 'too-large';
    parts.push(part);
  }
  return Buffer.concat(parts);
};
