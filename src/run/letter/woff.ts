import { inflateSync } from 'node:zlib';

const headerBytes = 44;
const entryBytes = 20;

/**
 * A WOFF font as the TrueType font it was made from. Readers of fonts either do not know WOFF, or unpack a table anew for
 * every letter; unpacked once, a letter is drawn in a tenth of a second.
 */
export const unpackWoff = (woff: Buffer): Buffer => {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = headerBytes + index * entryBytes;
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((at) =>
      woff.readUInt32BE(entry + at),
    );
    const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
    return { tag, checksum, content: packed === length ? bytes : inflateSync(bytes) };
  });
  const directory = Buffer.alloc(12 + count * 16);
  woff.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  const log = Math.floor(Math.log2(count));
  directory.writeUInt16BE(2 ** log * 16, 6);
  directory.writeUInt16BE(log, 8);
  directory.writeUInt16BE(count * 16 - 2 ** log * 16, 10);
  let offset = directory.length;
  const contents = tables.map(({ tag = 0, checksum = 0, content }, index) => {
    const at = 12 + index * 16;
    for (const [place, value] of [tag, checksum, offset, content.length].entries())
      directory.writeUInt32BE(value, at + place * 4);
    // Every table begins at a multiple of four.
    const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([directory, ...contents]);
};
