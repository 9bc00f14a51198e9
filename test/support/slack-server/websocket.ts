import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's end of one WebSocket (RFC 6455): text out, text in, pings answered, closed politely or cut. */
export interface ServerSocket {
  send(text: string): void;
  /** Sends a close frame and waits for nothing. */
  close(): void;
  /** Ends the connection as a broken line would. */
  cut(): void;
  readonly isOpen: boolean;
}

const acceptSuffix = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** Completes the handshake of an upgrade request. */
export const acceptSocket = (
  request: IncomingMessage,
  stream: Duplex,
  heard: { onText(text: string): void; onEnd(): void },
): ServerSocket => {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${acceptSuffix}`).digest('base64');
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let open = true;
  let received = Buffer.alloc(0);
  const end = (): void => {
    if (!open) return;
    open = false;
    heard.onEnd();
  };
  const react = (frame: Frame): void => {
    if (frame.opcode === opcodes.text) heard.onText(frame.payload.toString('utf8'));
    if (frame.opcode === opcodes.ping) stream.write(encodeFrame(opcodes.pong, frame.payload));
    if (frame.opcode === opcodes.close) {
      stream.end(encodeFrame(opcodes.close, frame.payload));
      end();
    }
  };
  stream.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let frame = decodeFrame(received); frame; frame = decodeFrame(received)) {
      received = received.subarray(frame.length);
      react(frame);
    }
  });
  stream.on('error', end);
  stream.on('close', end);
  return {
    send: (text) => stream.write(encodeFrame(opcodes.text, Buffer.from(text))),
    close: () => stream.write(encodeFrame(opcodes.close, Buffer.from([0x03, 0xe8]))),
    cut: () => stream.destroy(),
    get isOpen() {
      return open;
    },
  };
};

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  /** Bytes of the whole frame. */
  readonly length: number;
}

const encodeFrame = (opcode: number, payload: Buffer): Buffer => {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  if (length < 126) head[1] = length;
  else if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
};

/** The first whole frame of what has arrived. Clients mask theirs; none of ours sends fragments. */
const decodeFrame = (data: Buffer): Frame | undefined => {
  if (data.length < 2) return undefined;
  const short = data.readUInt8(1) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const start = 2 + lengthBytes + 4;
  if (data.length < start) return undefined;
  const size = short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  if (data.length < start + size) return undefined;
  const mask = data.subarray(start - 4, start);
  const payload = Buffer.from(data.subarray(start, start + size));
  for (let index = 0; index < payload.length; index += 1)
    payload.writeUInt8(payload.readUInt8(index) ^ mask.readUInt8(index % 4), index);
  return { opcode: data.readUInt8(0) & 0x0f, payload, length: start + size };
};
