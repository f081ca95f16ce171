import { SaxesParser } from 'saxes';

/** An element of an XML document, with its prefix: `w:p`. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** What is done at each part of a document. */
export interface XmlHandler {
  open?(element: XmlElement): void;
  close?(name: string): void;
  text?(text: string): void;
}

const maxDepth = 200;

/**
 * Reads an XML document part by part. Entities of its own are not expanded.
 * @throws {Error} when it is not well-formed or nested deeper than 200 elements
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > maxDepth) throw new Error('nested too deeply');
    handler.open?.({ name, attributes });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close?.(name);
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.write(new TextDecoder().decode(bytes)).close();
}
