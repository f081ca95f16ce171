import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A node of a tagged PDF: `role` is H1, H2, L, LI, P… */
export interface StructureNode {
  role?: string;
  children?: StructureNode[];
}

/** The text and structure of a PDF. */
export interface ReadPdf {
  info: Record<string, unknown>;
  /** XMP, as XML. */
  metadata: string;
  marked: { Marked: boolean } | null;
  pages: {
    text: string;
    lines: { text: string; y: number; size: number }[];
    /** The right edge of the text, in points. */
    reach: number;
    links: string[];
    structure: StructureNode | null;
  }[];
}

/** Reads PDFs with pdf.js, one after the other, in a child process. */
export class PdfReader {
  readonly #process: ChildProcess = fork(join(__dirname, 'pdf-reader.mjs'), {
    serialization: 'advanced',
    execArgv: [],
  });

  /** Reads a PDF. */
  async read(pdf: Uint8Array): Promise<ReadPdf> {
    this.#process.send(pdf);
    const [answer] = (await once(this.#process, 'message')) as [ReadPdf];
    return answer;
  }

  /** Ends the process. */
  close(): void {
    this.#process.kill();
  }
}

/** The text of all pages without the differences of white space that line breaks make. */
export function plainText(pdf: ReadPdf): string {
  return pdf.pages
    .map((page) => page.text)
    .join('\n')
    .replace(/\s+/g, ' ');
}

/** The roles of a page's tags, in reading order. */
export function roles(node: StructureNode | null): string[] {
  return node ? [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(roles)] : [];
}
