import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';

const state = /^([1-9]\d{0,8}|draft)$/;

/** Which two states are compared. */
export class ComparisonQuery {
  @ApiProperty({ description: 'The number of a revision, or "draft".', example: '3' })
  @Matches(state)
  from!: string;

  @ApiProperty({ description: 'The number of a revision, or "draft".', example: 'draft' })
  @Matches(state)
  to!: string;
}

/** An item of a section. */
export class ChangedItem {
  @ApiProperty()
  id!: string;

  @ApiProperty({ description: 'The displayed title; may be empty.' })
  title!: string;
}

/** Where something differs. */
export class ChangePlace {
  @ApiProperty({ description: 'basics, profiles, the key of a section, layout, design, locale, or other.' })
  section!: string;

  @ApiPropertyOptional({ type: ChangedItem })
  item?: ChangedItem;

  @ApiPropertyOptional({
    description: 'A field of the schema, location.city for a nested one; hidden, title for settings.',
  })
  field?: string;
}

/** One difference. */
export class Change {
  @ApiProperty({ enum: ['added', 'removed', 'moved', 'changed'] })
  kind!: 'added' | 'removed' | 'moved' | 'changed';

  @ApiProperty({ type: ChangePlace })
  place!: ChangePlace;

  @ApiPropertyOptional({ anyOf: [{}], description: 'The old value; for a moved item its old position from 1.' })
  before?: unknown;

  @ApiPropertyOptional({ anyOf: [{}], description: 'The new value; for a moved item its new position from 1.' })
  after?: unknown;
}

/** What differs between two states of a profile; nothing when they say the same. */
export class Comparison {
  @ApiProperty({ type: [Change] })
  changes!: Change[];
}
