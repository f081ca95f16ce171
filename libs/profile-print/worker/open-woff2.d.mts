/** An OpenType file of tables. */
export function openTypeFile(flavor: number, tables: readonly { tag: string; data: Buffer }[]): Buffer;
/** Unpacks a WOFF2 file whose tables are not transformed. @throws {Error} when a table is transformed */
export function openWoff2(file: Buffer): Buffer;
