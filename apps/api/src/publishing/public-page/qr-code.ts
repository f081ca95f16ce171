import qrcode from 'qrcode-generator';

/** The light modules around a code (ISO/IEC 18004, 9.1). */
const quietZone = 4;
const pngPixels = 1_024;

/** The formats of a QR code. */
export type QrFormat = 'svg' | 'png';

/** The media type of each format. */
export const qrMediaTypes: Record<QrFormat, string> = { svg: 'image/svg+xml', png: 'image/png' };

/** The QR code of an address (ISO/IEC 18004, level M): black on white, with its quiet zone. */
export async function qrCodeOf(address: string, format: QrFormat): Promise<Buffer> {
  const modules = modulesOf(address);
  return format === 'svg' ? Buffer.from(svgOf(modules)) : pngOf(modules);
}

function modulesOf(address: string): boolean[][] {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const inner = code.getModuleCount();
  const side = inner + 2 * quietZone;
  const isDark = (row: number, column: number) =>
    Math.min(row, column) >= 0 && Math.max(row, column) < inner && code.isDark(row, column);
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (__, x) => isDark(y - quietZone, x - quietZone)),
  );
}

function svgOf(modules: boolean[][]): string {
  const side = modules.length;
  const path = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>\n`
  );
}

async function pngOf(modules: boolean[][]): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const side = modules.length;
  const grey = Buffer.from(modules.flat().map((dark) => (dark ? 0 : 255)));
  const pixels = side * Math.max(1, Math.floor(pngPixels / side));
  return sharp(grey, { raw: { width: side, height: side, channels: 1 } })
    .resize(pixels, pixels, { kernel: 'nearest' })
    .png()
    .toBuffer();
}
