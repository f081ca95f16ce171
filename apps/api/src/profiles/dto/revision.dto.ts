import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength, ValidateIf } from 'class-validator';
import { trimmed } from '../../platform/http/input/trimmed';

const anyDocument = {
  type: 'object',
  additionalProperties: true,
  description: 'JSON Resume 1.x with our extension under meta.canar.',
} as const;

/** Something unfinished in a document, which does not prevent storing. */
export class Warning {
  @ApiProperty({ description: 'RFC 6901.' })
  pointer!: string;

  @ApiProperty()
  code!: string;
}

/** A document to put into the draft. */
export class DraftBody {
  @ApiProperty(anyDocument)
  document!: object;
}

/** The draft. */
export class Draft {
  @ApiProperty(anyDocument)
  document!: object;

  @ApiProperty({ type: [Warning] })
  warnings!: Warning[];
}

/** A saved draft. */
export class DraftSaved {
  @ApiProperty({ type: [Warning] })
  warnings!: Warning[];
}

/** A saved edit. */
export class Revision {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ type: String, nullable: true, description: 'What the owner calls it.' })
  name!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty()
  undone!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Until when it can be undone.' })
  undoableUntil!: string | null;
}

/** What a saved edit is called. */
export class RevisionName {
  @ApiProperty({ type: String, minLength: 1, maxLength: 80, nullable: true, description: 'null takes the name away.' })
  @Transform(trimmed)
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  name!: string | null;
}

/** What a revision cost. */
export class ChargeAnswer {
  @ApiProperty({ type: 'integer' })
  credits!: number;

  @ApiProperty({ type: 'integer' })
  balanceAfter!: number;

  @ApiProperty({ format: 'uuid' })
  entryId!: string;
}

/** A revision with its charge; no charge when nothing had changed. */
export class RevisionSaved {
  @ApiProperty({ type: Revision })
  revision!: Revision;

  @ApiProperty({ type: ChargeAnswer, nullable: true })
  charge!: ChargeAnswer | null;
}

/** What an undo gave back. */
export class ReversalAnswer {
  @ApiProperty({ type: 'integer' })
  credits!: number;

  @ApiProperty({ type: 'integer' })
  balanceAfter!: number;
}

/** An undone revision. */
export class RevisionUndone {
  @ApiProperty({ type: Revision })
  revision!: Revision;

  @ApiProperty({ type: ReversalAnswer })
  reversal!: ReversalAnswer;
}

/** A page of revisions, newest first. */
export class RevisionList {
  @ApiProperty({ type: [Revision] })
  revisions!: Revision[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** A revision with its document. */
export class RevisionDocument {
  @ApiProperty({ type: Revision })
  revision!: Revision;

  @ApiProperty(anyDocument)
  document!: object;
}
