import type { WebMessage } from '../../src/ports.ts';
import type { FileRef } from '../../src/terms.ts';

const file = ({ id, sha256, name, mediaType, bytes }: FileRef) => ({ id, sha256, name, mediaType, bytes });

const button = ({ id, label, style, form }: WebMessage['buttons'][number]) => ({
  id,
  label,
  ...(style === undefined ? {} : { style }),
  ...(form === true ? { form } : {}),
});

/** One line of a talk as its complainant may read it: no card, no number, no name of staff. */
export const chatLine = (message: WebMessage) => ({
  id: message.id,
  cursor: message.cursor,
  from: message.from,
  text: message.text,
  buttons: message.buttons.map(button),
  files: message.files.map(file),
  at: message.at,
});

/** One line of a staff channel, with its card and the thread it belongs to. */
export const deskLine = (message: WebMessage) => ({
  ...chatLine(message),
  author: message.author ?? null,
  thread: message.thread,
  complaint: message.complaint,
  card: message.card ?? null,
  ...(message.onlyFor === undefined ? {} : { onlyFor: message.onlyFor }),
});

/** A line as the complainant’s page reads it. */
export type ChatLine = ReturnType<typeof chatLine>;
/** A line as the workbench reads it. */
export type DeskLine = ReturnType<typeof deskLine>;

/** A page of lines and the cursor to read on with; '' before anything was said. */
export const page = <Line extends { readonly cursor: string }>(
  lines: readonly Line[],
  after: string | null,
) => ({
  messages: lines,
  cursor: lines.at(-1)?.cursor ?? after ?? '',
});

/** Pictures a browser draws without running anything; all else is only ever saved. */
const drawable: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const quotedName = (name: string): string => name.replace(/[^\x20-\x7e]|["\\]/g, '_').slice(0, 100);

const encodedName = (name: string): string =>
  encodeURIComponent(name.slice(0, 100).toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Headers under which a complainant's file is handed out: it is never run, styled or framed as our page. */
export const fileHeaders = ({ name, mediaType, sha256 }: FileRef): Readonly<Record<string, string>> => {
  const draws = drawable.includes(mediaType);
  return {
    'Content-Type': draws ? mediaType : 'application/octet-stream',
    'Content-Disposition': `${draws ? 'inline' : 'attachment'}; filename="${quotedName(name)}"; filename*=UTF-8''${encodedName(name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'private, max-age=3600, immutable',
    ETag: `"${sha256}"`,
  };
};
