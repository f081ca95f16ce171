import type { Span } from '../layout/page';
import type { OfficeParagraph } from './paragraphs';
import { readXml, type XmlElement } from './xml';

/** What a paragraph style says: its heading level and size in points. */
interface Style {
  level?: number;
  size?: number;
  bold?: boolean;
  basedOn?: string;
}

const points = (twips: string | undefined): number => Number(twips ?? 0) / 20 || 0;
const isOn = ({ attributes }: XmlElement): boolean => !/^(?:0|false|off|none)$/.test(attributes['w:val'] ?? '1');

/** The heading level of a style's name in the languages of Word: `heading 1`, `Überschrift 1`, `Titre 1`. */
function levelOfName(name: string): number | undefined {
  const [, digit] =
    /^(?:heading|überschrift|berschrift|titre|título|ttulo|titolo|kop|rubrik|overskrift|nagłówek|başlık|заголовок)\s*([1-6])$/i.exec(
      name,
    ) ?? [];
  if (digit) return Number(digit);
  return /^(?:title|titel)$/i.test(name) ? 0 : undefined;
}

/** Reads `word/styles.xml`: the paragraph styles by their ids, and the default size. */
export function readStyles(bytes: Uint8Array): Map<string, Style> {
  const styles = new Map<string, Style>([['', {}]]);
  let current: Style | undefined;
  readXml(bytes, {
    open(element) {
      const value = element.attributes['w:val'] ?? '';
      if (element.name === 'w:rPrDefault') current = styles.get('');
      else if (element.name === 'w:style') {
        current = {};
        styles.set(element.attributes['w:styleId'] ?? '', current);
      } else if (!current) return;
      else if (element.name === 'w:name') Object.assign(current, { level: levelOfName(value) });
      else if (element.name === 'w:outlineLvl') current.level ??= Number(value) + 1;
      else if (element.name === 'w:sz') current.size = Number(value) / 2;
      else if (element.name === 'w:b') current.bold = isOn(element);
      else if (element.name === 'w:basedOn') current.basedOn = value;
    },
  });
  return styles;
}

/** Reads `word/_rels/document.xml.rels`: the addresses that links of the document lead to. */
export function readLinks(bytes: Uint8Array): Map<string, string> {
  const links = new Map<string, string>();
  readXml(bytes, {
    open({ name, attributes }) {
      if (name === 'Relationship' && attributes['TargetMode'] === 'External')
        links.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  return links;
}

interface Run {
  bold?: boolean;
  size?: number;
  style?: string;
}

/** Collects the paragraphs of one part of a Word file: text, tables row by row, text boxes behind the paragraph they hang on. */
class DocxReader {
  readonly paragraphs: OfficeParagraph[] = [];
  private readonly open: (OfficeParagraph & { style?: Style; tabbed?: boolean })[] = [];
  private readonly rows: OfficeParagraph[][][] = [];
  private run: Run = {};
  private inText = false;
  private inRun = false;
  private skipped = 0;
  private link: string | undefined;

  constructor(
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly links: ReadonlyMap<string, string>,
  ) {}

  start(element: XmlElement): void {
    const { name, attributes } = element;
    if (this.skipped > 0 || name === 'mc:Fallback') this.skipped += 1;
    else if (name === 'w:p') this.open.push({ parts: [[]] });
    else if (name === 'w:tr') this.rows.push([]);
    else if (name === 'w:tc') this.rows.at(-1)?.push([]);
    else if (name === 'w:hyperlink') this.link = this.links.get(attributes['r:id'] ?? '');
    else if (name === 'w:r') [this.run, this.inRun] = [{}, true];
    else if (name === 'w:t') this.inText = true;
    else if (name === 'w:tab' && this.inRun) this.addPart();
    else if ((name === 'w:br' || name === 'w:cr') && this.inRun) this.breakLine();
    else this.format(element);
  }

  end(name: string): void {
    if (this.skipped > 0) this.skipped -= 1;
    else if (name === 'w:p') this.endParagraph();
    else if (name === 'w:tr') this.endRow();
    else if (name === 'w:hyperlink') this.link = undefined;
    else if (name === 'w:r') this.inRun = false;
    else if (name === 'w:t') this.inText = false;
  }

  text(text: string): void {
    if (!this.inText || this.skipped > 0) return;
    const paragraph = this.open.at(-1);
    const size = this.run.size ?? this.sizeOf(paragraph?.style);
    const bold = this.run.bold ?? paragraph?.style?.bold ?? false;
    const web = this.link !== undefined && /^https?:/i.test(this.link) ? { link: this.link } : {};
    const style = this.run.style === undefined ? {} : { style: this.run.style };
    const span: Span = { text, size, font: bold ? 2 : 1, ...web, ...style };
    paragraph?.parts.at(-1)?.push(span);
  }

  private format(element: XmlElement): void {
    const { name, attributes } = element;
    const paragraph = this.open.at(-1);
    if (!paragraph) return;
    if (name === 'w:pStyle') this.applyStyle(paragraph, attributes['w:val'] ?? '');
    else if (name === 'w:outlineLvl') paragraph.level = Number(attributes['w:val']) + 1;
    else if (name === 'w:numPr') paragraph.item = true;
    else if (name === 'w:ind') paragraph.indent = points(attributes['w:left'] ?? attributes['w:start']);
    else if (name === 'w:spacing' && !this.inRun) paragraph.above = points(attributes['w:before']);
    else if (name === 'w:rStyle') this.run.style = attributes['w:val'] ?? '';
    else if (name === 'w:b' && this.inRun) this.run.bold = isOn(element);
    else if (name === 'w:sz' && this.inRun) this.run.size = Number(attributes['w:val']) / 2;
  }

  private applyStyle(paragraph: OfficeParagraph & { style?: Style }, id: string): void {
    paragraph.styleId = id;
    const style = this.styles.get(id);
    if (!style) return;
    paragraph.style = style;
    const level = style.level ?? this.styles.get(style.basedOn ?? '-')?.level;
    if (level !== undefined) paragraph.level = level;
    if (/list(?:paragraph|bullet|number)|aufzählung|liste/i.test(id)) paragraph.item = /bullet|number|aufz/i.test(id);
  }

  private sizeOf(style: Style | undefined): number {
    return style?.size ?? this.styles.get(style?.basedOn ?? '')?.size ?? this.styles.get('')?.size ?? 11;
  }

  private addPart(): void {
    const paragraph = this.open.at(-1);
    if (paragraph?.parts.at(-1)?.some(({ text }) => text.trim() !== '')) paragraph.parts.push([]);
  }

  private breakLine(): void {
    const paragraph = this.open.pop();
    if (!paragraph) return;
    this.add({ ...paragraph });
    this.open.push({ ...paragraph, parts: [[]], above: 0 });
  }

  private endParagraph(): void {
    const paragraph = this.open.pop();
    if (paragraph) this.add(paragraph);
  }

  private add(paragraph: OfficeParagraph): void {
    (this.rows.at(-1)?.at(-1) ?? this.paragraphs).push(paragraph);
  }

  /** A row whose cells are short is one line; cells with several paragraphs are columns, one after the other. */
  private endRow(): void {
    const cells = (this.rows.pop() ?? []).map((cell) =>
      cell.filter(({ parts }) => parts.flat().some(({ text }) => text.trim() !== '')),
    );
    const outer = this.rows.at(-1)?.at(-1) ?? this.paragraphs;
    const isLine = cells.every((cell) => cell.length <= 1) && cells.filter((cell) => cell.length > 0).length > 1;
    if (isLine) outer.push({ parts: cells.flatMap((cell) => cell.slice(0, 1)).map(({ parts }) => parts.flat()) });
    else outer.push(...cells.flat());
  }
}

/** Reads the paragraphs of `word/document.xml`, or of a header. @throws {Error} when the XML is damaged */
export function readDocxPart(
  bytes: Uint8Array,
  styles: ReadonlyMap<string, Style>,
  links: ReadonlyMap<string, string>,
): OfficeParagraph[] {
  const reader = new DocxReader(styles, links);
  readXml(bytes, {
    open: (element) => reader.start(element),
    close: (name) => reader.end(name),
    text: (text) => reader.text(text),
  });
  return reader.paragraphs;
}
