/** A text and its position in points, from the lower left corner of the page. */
export interface PositionedText {
  text: string;
  x: number;
  y: number;
  size?: number;
}

/** Creates a PDF (ISO 32000) of Helvetica text, one page for each list. */
export function pdfOf(pages: readonly (readonly PositionedText[])[]): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', ''];
  const kids: string[] = [];
  objects.push('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  for (const texts of pages) {
    const escaped = (text: string) =>
      text
        .replaceAll('•', '\x95')
        .replaceAll('–', '\x96')
        .replace(/[\\()]/g, '\\$&');
    const operators = texts
      .map(({ text, x, y, size = 10 }) => `BT /F ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
      .join('\n');
    objects.push(`<</Length ${operators.length}>>stream\n${operators}\nendstream`);
    const content = objects.length;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${content} 0 R>>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`;
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join('')}`;
  return Buffer.from(
    `${body}${table}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Positions lines in a column: `! name`, `# heading`, `left @ right`, or body text, `step` points apart. */
export function column(lines: readonly string[], x: number, top: number, step = 14): PositionedText[] {
  return lines.flatMap((line, index) => {
    const y = top - index * step;
    const [, heading] = /^# (.*)$/.exec(line) ?? [];
    if (heading) return [{ text: heading, x, y, size: 14 }];
    const [, name] = /^! (.*)$/.exec(line) ?? [];
    if (name) return [{ text: name, x, y, size: 22 }];
    const [, left = line, edge] = /^(.*) @ (.*)$/.exec(line) ?? [];
    return [{ text: left, x, y }, ...(edge ? [{ text: edge, x: 440, y }] : [])].filter(({ text }) => text !== '');
  });
}
