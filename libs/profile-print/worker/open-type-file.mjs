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
