// Small files that are large pictures, or claim to be: each is made here, of zeros and lengths, and shows one colour.
import zlib from 'node:zlib';

/** Nearly as many pixels as a photo may have, along each side. */
export const SIDE = 10_900;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function crc32(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = TABLE[(rest ^ byte) & 255] ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

const u32 = (number) => Buffer.from([number >>> 24, number >>> 16, number >>> 8, number].map((byte) => byte & 255));
const u16le = (number) => Buffer.from([number & 255, number >>> 8]);

/** Bits in the order of GIF and WebP, the lowest first. */
class LowBits {
  bytes = [];
  #filled = 0;
  #held = 0;

  put(value, count) {
    for (let bit = 0; bit < count; bit += 1) {
      this.#held |= ((value >>> bit) & 1) << this.#filled;
      this.#filled += 1;
      if (this.#filled === 8) {
        this.bytes.push(this.#held);
        [this.#filled, this.#held] = [0, 0];
      }
    }
    return this;
  }

  end() {
    if (this.#filled > 0) this.put(0, 8 - this.#filled);
    return Buffer.from(this.bytes);
  }
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
}

/** A PNG whose rows are zeros; `data` instead of them, and `extra` chunks before them. */
export function png(width, height, { bits = 8, colour = 0, interlaced = 0, data, extra = [] } = {}) {
  const channels = { 0: 1, 2: 3, 6: 4 }[colour];
  // Seven passes have a filter byte for each of their rows, which never are twice as many.
  const raw = (Math.ceil((width * bits * channels) / 8) + 1) * height + (interlaced ? 8 * (width + height) : 0);
  const pixels = data ?? zlib.deflateSync(Buffer.alloc(raw), { level: 9 });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([bits, colour, 0, 0, interlaced])])),
    ...extra.map(([name, bytes]) => chunk(name, bytes)), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A colour profile and a comment that unpack to so many bytes. */
export const packed = (bytes) => {
  const zeros = zlib.deflateSync(Buffer.alloc(bytes), { level: 9 });
  return [['iCCP', Buffer.concat([Buffer.from('profil\0\0'), zeros])], ['zTXt', Buffer.concat([Buffer.from('Comment\0\0'), zeros])]];
};

const segment = (marker, data) => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >>> 8, (data.length + 2) & 255]), data]);

/** Bits of a scan, the highest first, a byte of ones followed by a zero. */
function scanOf(put) {
  const bytes = [];
  let [held, filled] = [0, 0];
  put((value, count) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      held = (held << 1) | ((value >>> bit) & 1);
      filled += 1;
      if (filled === 8) {
        bytes.push(held);
        if (held === 255) bytes.push(0);
        [held, filled] = [0, 0];
      }
    }
  });
  while (filled > 0 && filled < 8) [held, filled] = [(held << 1) | 1, filled + 1];
  return Buffer.from(filled === 8 ? [...bytes, held, ...(held === 255 ? [0] : [])] : bytes);
}

/** A grey JPEG in which one bit is a block; progressive ones have `scans` more, each of which goes through all blocks. */
export function jpeg(side, { scans = 0, bytes } = {}) {
  const blocks = Math.ceil(side / 8) ** 2;
  const isProgressive = scans > 0;
  // The baseline's blocks end at once, by a second bit.
  const first = Buffer.alloc(bytes ?? Math.ceil((blocks * (isProgressive ? 1 : 2)) / 8));
  const zeros = () => scanOf((put) => {
    for (let left = blocks; left > 0;) {
      // Runs of 16,384 to 32,767 blocks without a value; the last may reach beyond the end.
      const run = Math.min(Math.max(left, 16_384), 32_767);
      put(0, 1);
      put(run - 16_384, 14);
      left -= run;
    }
  });
  const one = zeros();
  const scan = (from, to) => segment(0xda, Buffer.from([1, 1, 0, from, to, 0]));
  const size = Buffer.from([8, side >>> 8, side & 255, side >>> 8, side & 255, 1, 1, 0x11, 0]);
  const code = (kind, symbol) => segment(0xc4, Buffer.from([kind, 1, ...Array(15).fill(0), symbol]));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xdb, Buffer.from([0, ...Array(64).fill(1)])), segment(isProgressive ? 0xc2 : 0xc0, size),
    code(0x00, 0), code(0x10, isProgressive ? 0xe0 : 0), scan(0, isProgressive ? 0 : 63), first,
    ...Array.from({ length: scans }, (_, at) => Buffer.concat([scan(1 + (at % 63), 1 + (at % 63)), one])), Buffer.from([0xff, 0xd9]),
  ]);
}

/** A WebP without loss, whose codes have one symbol each and take no bit; behind it so many bytes of another chunk. */
export function webp(width, height, behind = 0) {
  const bits = new LowBits().put(0x2f, 8).put(width - 1, 14).put(height - 1, 14).put(0, 4).put(0, 3);
  for (let code = 0; code < 5; code += 1) bits.put(1, 1).put(0, 3);
  const part = (name, data) => Buffer.concat([Buffer.from(name), Buffer.from(u32(data.length)).reverse(), data, Buffer.alloc(data.length % 2)]);
  const body = Buffer.concat([Buffer.from('WEBP'), part('VP8L', Buffer.concat([bits.end(), Buffer.alloc(8)])), ...(behind > 0 ? [part('LUAR', Buffer.alloc(behind))] : [])]);
  return Buffer.concat([Buffer.from('RIFF'), Buffer.from(u32(body.length)).reverse(), body]);
}

/** One picture of a GIF in which each code stands for the one before and a pixel more, up to 4,091 of them. */
function frame(width, height) {
  const bits = new LowBits().put(4, 3).put(0, 3);
  let pixels = width * height - 1;
  for (let [code, size] = [6, 3]; pixels > 0; code = Math.min(code + 1, 4095)) {
    bits.put(code, size);
    pixels -= code - 4;
    if (code + 1 === 1 << size && size < 12) size += 1;
  }
  bits.put(5, 12);
  const data = bits.end();
  const blocks = [];
  for (let at = 0; at < data.length; at += 255) {
    const part = data.subarray(at, at + 255);
    blocks.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), u16le(width), u16le(height), Buffer.from([0, 2]), ...blocks, Buffer.from([0])]);
}

/** A GIF of `frames` pictures of the same size; with `behind` bytes of comments before the first. */
export function gif(width, height, { frames = 1, behind = 0 } = {}) {
  const one = frame(width, height);
  const comments = Array.from({ length: Math.ceil(behind / 255) }, () => Buffer.concat([Buffer.from([255]), Buffer.alloc(255, 'x')]));
  const note = behind > 0 ? [Buffer.from([0x21, 0xfe]), ...comments, Buffer.from([0])] : [];
  return Buffer.concat([
    Buffer.from('GIF89a'), u16le(width), u16le(height), Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]), ...note,
    ...Array(frames).fill(one), Buffer.from([0x3b]),
  ]);
}
