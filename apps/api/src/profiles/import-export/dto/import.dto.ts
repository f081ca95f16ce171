import { ApiProperty } from '@nestjs/swagger';
import { type ImportSource, importSources, type Maker, makers } from '@canar/profile-import';
import { Warning } from '../../dto/revision.dto';

/** A value that an import could not place. */
export class Unplaced {
  @ApiProperty()
  pointer!: string;

  @ApiProperty({ anyOf: [{}], description: 'What stood there, or the beginning of it.' })
  value!: unknown;

  @ApiProperty()
  reason!: string;
}

/** A value that an import changed. */
export class Repaired {
  @ApiProperty()
  pointer!: string;

  @ApiProperty({ anyOf: [{}], description: 'What stood there; of a renamed field its old name.' })
  from!: unknown;

  @ApiProperty({ anyOf: [{}], description: 'What stands there now; null when an empty mark was dropped.' })
  to!: unknown;
}

/** What an import put into one section. */
export class Placed {
  @ApiProperty({ description: 'basics, or the key of a section.' })
  section!: string;

  @ApiProperty({ type: 'integer', description: 'Items; of basics, fields.' })
  count!: number;
}

/** A converted document, not stored. */
export class Imported {
  @ApiProperty({ enum: importSources })
  source!: ImportSource;

  @ApiProperty({
    enum: makers,
    nullable: true,
    description: 'The program or service that made the file, where it is recognised.',
  })
  maker!: Maker | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'JSON Resume 1.x, with ours under meta.canar.',
  })
  document!: object;

  @ApiProperty({ type: [Placed] })
  placed!: Placed[];

  @ApiProperty({ type: [Unplaced], description: 'At most 500.' })
  unplaced!: Unplaced[];

  @ApiProperty({ type: 'integer', description: 'How many values without a place are not listed.' })
  unplacedOmitted!: number;

  @ApiProperty({ type: [Repaired], description: 'At most 500.' })
  repaired!: Repaired[];

  @ApiProperty({ type: 'integer', description: 'How many changed values are not listed.' })
  repairedOmitted!: number;

  @ApiProperty({ type: [Warning], description: 'Kept as it was written, and not finished.' })
  warnings!: Warning[];
}
