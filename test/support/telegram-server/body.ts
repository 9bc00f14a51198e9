import type { IncomingMessage } from 'node:http';

/** A file that came with a call. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The parameters of a call, however they travelled; files under the name of their field. */
export interface CallBody {
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, UploadedFile>>;
}

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

/** In forms everything is text; the Bot API reads numbers, booleans and objects out of it. */
const typed = (text: string): unknown => {
  if (!/^(-?\d+(\.\d+)?|true|false|[[{].*)$/s.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Reads JSON and multipart bodies. */
export const readBody = async (request: IncomingMessage): Promise<CallBody> => {
  const bytes = await bytesOf(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { values: {}, files: {} };
  if (!type.startsWith('multipart/')) return { values: JSON.parse(bytes.toString()), files: {} };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const values: Record<string, unknown> = {};
  const files: Record<string, UploadedFile> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string')
      values[name] = name === 'caption' || name === 'text' ? value : typed(value);
    else files[name] = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return { values, files };
};
