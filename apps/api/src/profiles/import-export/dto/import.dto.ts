import { ApiProperty } from '@nestjs/swagger';
import { type ImportSource, importSources, type Maker, makers } from '@canar/profile-import';
import { Warning } from '../../dto/revision.dto';

/** A value that an import could not place. */
export class Unplaced {
  @ApiProperty()
  pointer!: string;

  @ApiProperty({ anyOf: [{}], description: 'The value, or its beginning.' })
  value!: unknown;

  @ApiProperty()
  reason!: string;
}

/** A value that an import changed. */
export class Repaired {
  @ApiProperty()
  pointer!: string;

  @ApiProperty({ anyOf: [{}], description: 'The original value; for a renamed field its old name.' })
  from!: unknown;

  @ApiProperty({ anyOf: [{}], description: 'The new value; null when an empty value was removed.' })
  to!: unknown;
}

/** What an import put into one section. */
export class Placed {
  @ApiProperty({ description: 'basics, or the key of a section.' })
  section!: string;

  @ApiProperty({ type: 'integer', description: 'The number of items; for basics, of fields.' })
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
    description: 'JSON Resume 1.x with our extension under meta.canar.',
  })
  document!: object;

  @ApiProperty({ type: [Placed] })
  placed!: Placed[];

  @ApiProperty({ type: [Unplaced], description: 'At most 500.' })
  unplaced!: Unplaced[];

  @ApiProperty({ type: 'integer', description: 'The number of unplaced values that are not listed.' })
  unplacedOmitted!: number;

  @ApiProperty({ type: [Repaired], description: 'At most 500.' })
  repaired!: Repaired[];

  @ApiProperty({ type: 'integer', description: 'The number of repaired values that are not listed.' })
  repairedOmitted!: number;

  @ApiProperty({ type: [Warning], description: 'Values that are stored as written but cannot be used yet.' })
  warnings!: Warning[];
}
