import { ApiProperty } from '@nestjs/swagger';
import type { ExplainedLine } from '../statement-subjects';
import { Entry } from './credits.dto';

const sha256 = { pattern: '^[0-9a-f]{64}$', description: 'SHA-256 in hexadecimal.' };

/** The other side of a line: the next entry of the chain, with the opposite amount. */
export class CounterEntry {
  @ApiProperty({ enum: ['issued', 'spent', 'expired', 'taken_back'] })
  book!: string;

  @ApiProperty(sha256)
  hash!: string;
}

/** A line of the exported statement, with all that its hashes cover. */
export class SealedEntry extends Entry {
  @ApiProperty({ type: 'integer', description: 'Position in the chain; the counter-entry has the next one.' })
  sequence!: number;

  @ApiProperty({ format: 'uuid' })
  transactionId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The id of what was charged or granted.' })
  reference!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The transaction that is reversed.' })
  reverses!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Of a grant: when what is left of it expires.',
  })
  expiresAt!: string | null;

  @ApiProperty({
    type: 'integer',
    enum: [1, 2],
    description: 'What the hashes cover: 2 adds source and expiry of a grant.',
  })
  hashVersion!: 1 | 2;

  @ApiProperty(sha256)
  hash!: string;

  @ApiProperty({ type: CounterEntry })
  counter!: CounterEntry;
}

/** The end of the chain. */
export class StatementHead {
  @ApiProperty({ type: 'integer' })
  sequence!: number;

  @ApiProperty({ type: 'integer' })
  balance!: number;

  @ApiProperty(sha256)
  hash!: string;
}

/** The whole statement, in a form that its owner can verify offline. */
export class Statement {
  @ApiProperty({ type: 'integer', enum: [2] })
  format!: 2;

  @ApiProperty({ format: 'uuid' })
  tenantId!: string;

  @ApiProperty({ type: StatementHead })
  head!: StatementHead;

  @ApiProperty({ type: [SealedEntry], description: 'Newest first.' })
  entries!: SealedEntry[];
}

/** A line as the page of the statement shows it. */
export function toEntry(line: ExplainedLine): Entry {
  const { id, kind, amount, balanceAfter, action, source, subject, effectiveAt, recordedAt } = line;
  return {
    id,
    kind,
    amount,
    balanceAfter,
    action,
    source,
    profile: subject && { id: subject.profileId, title: subject.profileTitle },
    revisionNumber: subject?.revisionNumber ?? null,
    effectiveAt: effectiveAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
  };
}

/** The exported statement of these lines, newest first. */
export function toStatement(tenantId: string, lines: readonly ExplainedLine[]): Statement {
  const [newest] = lines;
  const head = newest
    ? { sequence: newest.sequence + 1, balance: newest.balanceAfter, hash: newest.counterHash.toString('hex') }
    : { sequence: 0, balance: 0, hash: '0'.repeat(64) };
  return { format: 2, tenantId, head, entries: lines.map(toSealedEntry) };
}

function toSealedEntry(line: ExplainedLine): SealedEntry {
  const { sequence, transactionId, reference, reverses, expiresAt, hashVersion, hash, counterBook, counterHash } = line;
  return {
    ...toEntry(line),
    sequence,
    transactionId,
    reference,
    reverses,
    expiresAt: expiresAt?.toISOString() ?? null,
    hashVersion,
    hash: hash.toString('hex'),
    counter: { book: counterBook, hash: counterHash.toString('hex') },
  };
}
