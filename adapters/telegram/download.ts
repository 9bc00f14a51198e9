import { isFault } from '../../src/faults.ts';
import type { TextArrival } from '../../src/inbound/message.ts';
import type { Files } from '../../src/ports.ts';
import type { FileRef } from '../../src/terms.ts';
import { type Api, Refused } from './api.ts';
import { reasonOf } from './failures.ts';
import type { Logger } from './logger.ts';
import { type Attachment, getFileLimit } from './receive.ts';

const downloadMs = 60_000;
const tries = 3;
const betweenTriesMs = 500;

/** A file that could not be taken, as the arrival tells it. */
export type RefusedFile = NonNullable<TextArrival['refusedFiles']>[number];

class TooLarge extends Error {}

const pathOf = (result: unknown): string => {
  const path =
    typeof result === 'object' && result !== null ? new Map(Object.entries(result)).get('file_path') : '';
  if (typeof path !== 'string' || path === '') throw new Error('Telegram gave no path for a file');
  return path;
};

const bytesOf = async (api: Api, attachment: Attachment): Promise<Uint8Array> => {
  const path = pathOf(await api.call('getFile', { file_id: attachment.fileId }));
  const url = `${api.root}/file/bot${api.token}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(downloadMs) });
  if (!response.ok) throw new Error(`Telegram's file server answered ${response.status}`);
  if (Number(response.headers.get('content-length') ?? 0) > getFileLimit) throw new TooLarge();
  return new Uint8Array(await response.arrayBuffer());
};

const refusedBy = (error: unknown): RefusedFile['reason'] | null => {
  if (error instanceof TooLarge) return 'too-large';
  if (error instanceof Refused && reasonOf(error.refusal) === 'file-too-big') return 'too-large';
  if (isFault(error, 'file-refused')) return error.data.reason === 'too-large' ? 'too-large' : 'type';
  return null;
};

/** Fetches files from Telegram and stores them: each ends as a stored file or as a refused one. */
export class Downloads {
  readonly #api: Api;
  readonly #files: Files;
  readonly #logger: Logger;

  constructor(api: Api, files: Files, logger: Logger) {
    this.#api = api;
    this.#files = files;
    this.#logger = logger;
  }

  /** Takes one file. Throws Fault `database-unavailable` when it cannot be stored now: then the update must come again. */
  async take(attachment: Attachment): Promise<FileRef | RefusedFile> {
    const { name } = attachment;
    if ((attachment.bytes ?? 0) > getFileLimit) return { name, reason: 'too-large' };
    for (let at = 1; ; at++) {
      try {
        const bytes = await bytesOf(this.#api, attachment);
        return await this.#files.put({ name, mediaType: attachment.mediaType, bytes });
      } catch (error) {
        const reason = refusedBy(error);
        if (reason) return { name, reason };
        if (isFault(error)) throw error;
        if (at >= tries) {
          this.#logger.warn({ tries }, 'Telegram: a file could not be fetched');
          return { name, reason: 'unavailable' };
        }
        await new Promise((resolve) => setTimeout(resolve, betweenTriesMs * at));
      }
    }
  }
}
