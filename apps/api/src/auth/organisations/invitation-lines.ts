import { CsvError, parse } from 'csv-parse/sync';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { invitationFileUnreadable, tooManyInvitationLines } from '../auth.errors';
import { emailKey } from '../domain/email-key';
import { InvitationBody } from './dto/invitation.dto';
import type { LineFault } from './invitation-outcome';
import type { InvitedRole } from './persistence/invitation.repository';

/** More places than these no organisation has. */
const maxLines = 200;

/** A line of a file with an address and a role; with a fault, when it is none. */
export type InvitationLine = { line: number; email: string } & (
  { role: InvitedRole; fault: null } | { role: null; fault: LineFault }
);

/**
 * Reads addresses, each with a role or without, from CSV with commas, semicolons or tabs; a first line without an address
 * is a heading.
 * @param role of lines that name none
 * @throws {DomainError} `invitation.file-unreadable`, `invitation.too-many-lines`
 */
export function invitationLines(csv: string, role: InvitedRole): InvitationLine[] {
  const rows = rowsOf(csv);
  const isHeading = rows[0] !== undefined && !rows[0].cells.some((cell) => cell.includes('@'));
  const lines = isHeading ? rows.slice(1) : rows;
  if (lines.length > maxLines) throw tooManyInvitationLines();
  const keys = new Set<string>();
  return lines.map(({ line, cells: [email = '', named = ''] }) => {
    const invitation = plainToInstance(InvitationBody, { email, role: named.toLowerCase() || role });
    const faults = validateSync(invitation).map(({ property }) => property);
    if (faults.includes('email')) return { line, email, role: null, fault: 'email.malformed' };
    if (faults.includes('role')) return { line, email, role: null, fault: 'role.unknown' };
    const key = emailKey(invitation.email);
    if (keys.has(key)) return { line, email, role: null, fault: 'line.duplicate' };
    keys.add(key);
    return { line, email: invitation.email, role: invitation.role, fault: null };
  });
}

interface Row {
  line: number;
  cells: string[];
}

function rowsOf(csv: string): Row[] {
  try {
    const records = parse(csv, {
      bom: true,
      delimiter: [',', ';', '\t'],
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      to: maxLines + 2,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError) throw invitationFileUnreadable();
    throw error;
  }
}
