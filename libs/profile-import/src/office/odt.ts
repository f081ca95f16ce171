import type { Span } from '../layout/page';
import type { OfficeParagraph } from './paragraphs';
import { readXml, type XmlElement } from './xml';

interface Style {
  bold?: boolean;
  size?: number;
  parent?: string;
}

/** Collects the paragraphs of an OpenDocument text. */
class OdtReader {
  readonly paragraphs: OfficeParagraph[] = [];
  private readonly styles = new Map<string, Style>();
  private style: Style | undefined;
  private readonly spans: string[] = [];
  private paragraph: OfficeParagraph | undefined;
  private readonly rows: OfficeParagraph[][][] = [];
  private lists = 0;
  private link: string | undefined;

  start({ name, attributes }: XmlElement): void {
    if (name === 'style:style') {
      this.style = { parent: attributes['style:parent-style-name'] ?? '' };
      this.styles.set(attributes['style:name'] ?? '', this.style);
    } else if (name === 'style:text-properties' && this.style) this.format(this.style, attributes);
    else if (name === 'text:p' || name === 'text:h') this.begin(name, attributes);
    else if (name === 'text:span') this.spans.push(attributes['text:style-name'] ?? '');
    else if (name === 'text:list') this.lists += 1;
    else if (name === 'text:a') this.link = attributes['xlink:href'];
    else if (name === 'text:tab') this.paragraph?.parts.push([]);
    else if (name === 'text:s') this.text(' ');
    else if (name === 'text:line-break') this.breakLine();
    else if (name === 'table:table-row') this.rows.push([]);
    else if (name === 'table:table-cell') this.rows.at(-1)?.push([]);
  }

  end(name: string): void {
    if (name === 'text:p' || name === 'text:h') this.endParagraph();
    else if (name === 'text:span') this.spans.pop();
    else if (name === 'text:list') this.lists -= 1;
    else if (name === 'text:a') this.link = undefined;
    else if (name === 'style:style') this.style = undefined;
    else if (name === 'table:table-row') this.endRow();
  }

  text(text: string): void {
    const [own, whole] = [this.lookOf(this.spans.at(-1)), this.lookOf(this.paragraphStyle)];
    const web = this.link !== undefined && /^https?:/i.test(this.link) ? { link: this.link } : {};
    const bold = own.bold ?? whole.bold ?? false;
    const span: Span = { text, size: own.size ?? whole.size ?? 12, font: bold ? 2 : 1, ...web };
    this.paragraph?.parts.at(-1)?.push(span);
  }

  private paragraphStyle = '';

  private lookOf(name: string | undefined): Style {
    const style = name === undefined ? undefined : this.styles.get(name);
    const parent = style?.parent ? this.styles.get(style.parent) : undefined;
    return { ...parent, ...style };
  }

  private format(style: Style, attributes: XmlElement['attributes']): void {
    const [weight, size] = [attributes['fo:font-weight'], /^([\d.]+)pt$/.exec(attributes['fo:font-size'] ?? '')?.[1]];
    if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600;
    if (size !== undefined) style.size = Number(size);
  }

  private begin(name: string, attributes: XmlElement['attributes']): void {
    this.paragraphStyle = attributes['text:style-name'] ?? '';
    const level = name === 'text:h' ? { level: Number(attributes['text:outline-level'] ?? 1) } : {};
    this.paragraph = { parts: [[]], ...level, ...(this.lists > 0 ? { item: true } : {}) };
  }

  private breakLine(): void {
    const { paragraph } = this;
    this.endParagraph();
    if (paragraph) this.paragraph = { ...paragraph, parts: [[]] };
  }

  private endParagraph(): void {
    if (this.paragraph) (this.rows.at(-1)?.at(-1) ?? this.paragraphs).push(this.paragraph);
    this.paragraph = undefined;
  }

  private endRow(): void {
    const cells = this.rows.pop() ?? [];
    const outer = this.rows.at(-1)?.at(-1) ?? this.paragraphs;
    const isLine = cells.length > 1 && cells.every((cell) => cell.length <= 1);
    if (isLine) outer.push({ parts: cells.map((cell) => cell.flatMap(({ parts }) => parts.flat())) });
    else outer.push(...cells.flat());
  }
}

/** Reads the paragraphs of the `styles.xml` and `content.xml` of an OpenDocument text. @throws {Error} when the XML is damaged */
export function readOdt(parts: readonly Uint8Array[]): OfficeParagraph[] {
  const reader = new OdtReader();
  for (const bytes of parts) {
    readXml(bytes, {
      open: (element) => reader.start(element),
      close: (name) => reader.end(name),
      text: (text) => reader.text(text),
    });
  }
  return reader.paragraphs;
}
