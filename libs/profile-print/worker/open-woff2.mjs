import { brotliDecompressSync } from 'node:zlib';

// https://www.w3.org/TR/WOFF2/, 4.1 and 5: the tags that a table directory may name by number.
const knownTags =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB';
const headerSize = 48;

/**
 * @param {Buffer} file
 * @param {number} count
 */
function directory(file, count) {
  let at = headerSize;
  const number = () => {
    let value = 0;
    for (let byte = 0x80; byte & 0x80; at += 1) {
      byte = file.readUInt8(at);
      value = value * 128 + (byte & 0x7f);
    }
    return value;
  };
  const tables = Array.from({ length: count }, () => {
    const flags = file.readUInt8(at);
    at += 1;
    const index = flags & 0x3f;
    const own = index === 0x3f;
    const tag = own ? file.toString('latin1', at, at + 4) : knownTags.slice(index * 5, index * 5 + 4);
    if (own) at += 4;
    if (flags >> 6 !== 0 || tag === 'glyf') throw new Error(`The table ${tag} is transformed`);
    return { tag, length: number() };
  });
  return { tables, end: at };
}

/** @param {Buffer} data */
function checksum(data) {
  let sum = 0;
  for (let at = 0; at + 4 <= data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  return sum;
}

/**
 * An OpenType file of tables. Format: OpenType 1.9, "Organization of an OpenType font".
 * @param {number} flavor the first four bytes
 * @param {readonly { tag: string, data: Buffer }[]} tables
 * @returns {Buffer}
 */
export function openTypeFile(flavor, tables) {
  const sorted = [...tables].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  head.writeUInt32BE(flavor, 0);
  [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].forEach((value, index) =>
    head.writeUInt16BE(value, 4 + index * 2),
  );
  let offset = head.length;
  const bodies = sorted.map(({ tag, data }, index) => {
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    head.write(tag, 12 + index * 16, 'latin1');
    [checksum(padded), offset, data.length].forEach((value, field) =>
      head.writeUInt32BE(value, 16 + index * 16 + field * 4),
    );
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...bodies]);
}

/**
 * Unpacks a WOFF2 file whose tables are not transformed, as those with PostScript outlines are not. Typst reads no WOFF2.
 * Format: https://www.w3.org/TR/WOFF2/
 * @param {Buffer} file
 * @returns {Buffer} an OpenType file
 * @throws {Error} when a table is transformed
 */
export function openWoff2(file) {
  const { tables, end } = directory(file, file.readUInt16BE(12));
  const data = brotliDecompressSync(file.subarray(end, end + file.readUInt32BE(20)));
  let at = 0;
  const unpacked = tables.map(({ tag, length }) => {
    at += length;
    return { tag, data: data.subarray(at - length, at) };
  });
  return openTypeFile(file.readUInt32BE(4), unpacked);
}
