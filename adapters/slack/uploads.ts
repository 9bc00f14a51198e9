import { Fault } from '../../src/faults.ts';
import type { Files } from '../../src/ports.ts';
import type { FileRef } from '../../src/terms.ts';
import { findShared, type Place } from './earlier.ts';

const uploadTimeoutMs = 60_000;

/**
 * Shares files in a place, after the message they belong to: ask for an address, put the bytes there, say that it is done.
 * On a second try files that are already there are left out. Throws what the Slack client throws.
 */
export const shareFiles = async (
  refs: readonly FileRef[],
  given: {
    readonly place: Place;
    readonly files: Files;
    readonly after: string;
    readonly botUserId: string;
    readonly again: boolean;
  },
): Promise<void> => {
  const { place } = given;
  const there = given.again ? await findShared(place, given.after, given.botUserId) : new Set<string>();
  const missing = refs.filter((ref) => !there.has(`${ref.name}/${ref.bytes}`));
  const uploaded: { id: string; title: string }[] = [];
  for (const ref of missing) uploaded.push({ id: await upload(ref, given), title: ref.name });
  const [first, ...others] = uploaded;
  if (first === undefined) return;
  const where = place.thread === undefined ? {} : { thread_ts: place.thread };
  await place.client.files.completeUploadExternal({
    files: [first, ...others],
    channel_id: place.channel,
    ...where,
  });
};

const upload = async (
  ref: FileRef,
  given: { readonly place: Place; readonly files: Files },
): Promise<string> => {
  const { bytes } = await given.files.get(ref.id);
  const asked = await given.place.client.files.getUploadURLExternal({
    filename: ref.name,
    length: bytes.byteLength,
  });
  if (!asked.upload_url || !asked.file_id)
    throw new Fault('channel-rejected', 'Slack gave no place for a file');
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type: ref.mediaType }), ref.name);
  const response = await fetch(asked.upload_url, {
    method: 'POST',
    body: form,
    signal: AbortSignal.timeout(uploadTimeoutMs),
  }).catch((error: unknown) => {
    throw new Fault('channel-unavailable', 'Slack did not take a file', { retryable: true, cause: error });
  });
  await response.body?.cancel();
  if (!response.ok)
    throw new Fault('channel-unavailable', 'Slack did not take a file', {
      retryable: true,
      data: { status: response.status },
    });
  return asked.file_id;
};
