import { deflateSync, inflateSync } from 'node:zlib';

/** @typedef {{ dict: string, stream: Buffer | null }} PdfObject the text before a stream, and the stream's bytes as they are stored */

/**
 * The objects of a PDF as the Typst compiler writes them: a plain cross-reference table, no object streams, direct lengths.
 * Format: ISO 32000-1, 7.5.
 */
export class PdfFile {
  #header;
  #trailer;
  /** @type {Map<number, PdfObject>} */
  objects = new Map();

  /**
   * @param {Uint8Array} bytes
   * @throws {Error} when it is written in another way
   */
  constructor(bytes) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tail = file.toString('latin1', Math.max(0, file.length - 2_048));
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
    const table = file.toString('latin1', start);
    const entries = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
    if (!table.startsWith('xref') || entries.length === 0) throw new Error('No cross-reference table');
    const ends = [...entries, start].sort((a, b) => a - b);
    for (const offset of entries) this.#add(file.subarray(offset, ends[ends.indexOf(offset) + 1]));
    this.#header = file.subarray(0, ends[0]);
    this.#trailer = /trailer\s*(<<[\s\S]*>>)\s*startxref/.exec(table)?.[1] ?? '';
  }

  /** @param {Buffer} bytes */
  #add(bytes) {
    const text = bytes.toString('latin1', 0, Math.min(bytes.length, 1 << 20));
    const opened = /^(\d+) 0 obj\s/.exec(text);
    if (!opened) throw new Error('An object does not begin where it should');
    const marked = /\nstream\r?\n/.exec(text);
    const dictEnd = marked?.index ?? text.lastIndexOf('endobj');
    const dict = text.slice(opened[0].length, dictEnd).trim();
    const length = Number(/\/Length (\d+)\b/.exec(dict)?.[1]);
    const from = dictEnd + (marked?.[0].length ?? 0);
    this.objects.set(Number(opened[1]), { dict, stream: marked ? bytes.subarray(from, from + length) : null });
  }

  /** @param {number} id */
  dictOf(id) {
    return this.objects.get(id)?.dict ?? '';
  }

  /**
   * A stream, unpacked.
   * @param {number} id
   * @returns {Buffer}
   * @throws {Error} when there is none, or it is packed in another way than Flate
   */
  streamOf(id) {
    const { dict = '', stream } = this.objects.get(id) ?? {};
    if (!stream) throw new Error(`The object ${id} is no stream`);
    const filter = /\/Filter \/?(\w+)/.exec(dict)?.[1];
    if (filter === undefined) return stream;
    if (filter !== 'FlateDecode') throw new Error(`The object ${id} is packed by ${filter}`);
    return inflateSync(stream);
  }

  /**
   * @param {number} id
   * @param {Buffer} data
   */
  setStream(id, data) {
    const stream = deflateSync(data);
    const kept = this.dictOf(id)
      .replace(/\/Length1 \d+/, `/Length1 ${data.length}`)
      .replace(/\s*\/Filter \/\w+/, '')
      .replace(/\/Length \d+/, `/Length ${stream.length} /Filter /FlateDecode`);
    this.objects.set(id, { dict: kept, stream });
  }

  /**
   * @param {number} id
   * @param {string} dict
   */
  setDict(id, dict) {
    this.objects.set(id, { dict, stream: this.objects.get(id)?.stream ?? null });
  }

  /** @returns {Uint8Array} */
  bytes() {
    const parts = [this.#header];
    let at = this.#header.length;
    const entries = [...this.objects]
      .sort(([a], [b]) => a - b)
      .map(([id, { dict, stream }]) => {
        const body = stream === null ? [] : [Buffer.from('\nstream\n'), stream, Buffer.from('\nendstream')];
        const part = Buffer.concat([
          Buffer.from(`${id} 0 obj\n${dict}`, 'latin1'),
          ...body,
          Buffer.from('\nendobj\n\n'),
        ]);
        parts.push(part);
        at += part.length;
        return `${String(at - part.length).padStart(10, '0')} 00000 n\r\n`;
      });
    const table = `xref\n0 ${entries.length + 1}\n0000000000 65535 f\r\n${entries.join('')}`;
    const trailer = `trailer\n${this.#trailer}\nstartxref\n${at}\n%%EOF`;
    return new Uint8Array(Buffer.concat([...parts, Buffer.from(table + trailer, 'latin1')]));
  }
}
