'use client';

import qrcode from 'qrcode-generator';

/** Modules of white around a QR code, as readers need them. */
const margin = 4;

/** A QR code, black on white in dark mode too. */
export function QrCode({ content, label }: { content: string; label: string }) {
  const code = qrcode(0, 'M');
  code.addData(content);
  code.make();
  const count = code.getModuleCount();
  const indexes = Array.from({ length: count }, (_, index) => index);
  const dark = indexes.flatMap((row) =>
    indexes.filter((column) => code.isDark(row, column)).map((column) => [column, row]),
  );
  const path = dark.map(([x = 0, y = 0]) => `M${x + margin} ${y + margin}h1v1h-1z`).join('');
  const side = count + 2 * margin;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      className="my-4 w-48"
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
