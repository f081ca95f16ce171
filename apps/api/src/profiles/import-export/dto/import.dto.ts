import { ApiProperty } from '@nestjs/swagger';
import { type Doubt, doubtReasons, type ImportSource, importSources, type Maker, makers } from '@canar/profile-import';
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

/** A rectangle on a page, in points from its upper left corner. */
export class Box {
  @ApiProperty()
  x!: number;

  @ApiProperty()
  y!: number;

  @ApiProperty()
  width!: number;

  @ApiProperty()
  height!: number;
}

/** A line of the imported file. */
export class SourceLine {
  @ApiProperty({ description: 'The pointer by which `unplaced` names it.' })
  pointer!: string;

  @ApiProperty({ type: 'integer', description: 'From 1.' })
  page!: number;

  @ApiProperty()
  text!: string;

  @ApiProperty({ type: Box, nullable: true, description: 'Where it stands on its page; null in a file without pages.' })
  box!: Box | null;
}

/** Where a value of the document was read. */
export class SourcePlace {
  @ApiProperty({ description: 'RFC 6901 JSON Pointer into the document.' })
  pointer!: string;

  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: 'Lines, by their number in `lines`, from 0.' })
  lines!: number[];
}

/** A field that a person should look at before the document is used. */
export class ImportDoubt {
  @ApiProperty({ description: 'RFC 6901 JSON Pointer into the document; of a missing field where it would be.' })
  pointer!: string;

  @ApiProperty({ enum: doubtReasons })
  reason!: Doubt['reason'];
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

  @ApiProperty({
    type: [SourceLine],
    description: 'The lines of the file in reading order, at most 3,000; none of data.',
  })
  lines!: SourceLine[];

  @ApiProperty({ type: 'integer', description: 'The number of lines that are not listed.' })
  linesOmitted!: number;

  @ApiProperty({ type: [SourcePlace], description: 'Where values of the document stand in the lines.' })
  places!: SourcePlace[];

  @ApiProperty({
    type: [ImportDoubt],
    description: 'The fields that a person should look at before the document is used.',
  })
  doubts!: ImportDoubt[];
}
