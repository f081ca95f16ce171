import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsNumber, Max, Min, ValidateIf } from 'class-validator';
import type { Crop } from '../domain/crop';

/** The square that the owner chose of a photo, as shares of the upright picture. */
export class CropBody implements Crop {
  @ApiProperty({ minimum: 0, maximum: 1, description: 'The left edge, as a share of the width.' })
  @IsNumber()
  @Min(0)
  @Max(1)
  x!: number;

  @ApiProperty({ minimum: 0, maximum: 1, description: 'The upper edge, as a share of the height.' })
  @IsNumber()
  @Min(0)
  @Max(1)
  y!: number;

  @ApiProperty({ minimum: 0.01, maximum: 1, description: 'A side, as a share of the shorter edge.' })
  @IsNumber()
  @Min(0.01)
  @Max(1)
  side!: number;
}

const chosen = (query: CropQuery) => query.x !== undefined || query.y !== undefined || query.side !== undefined;

/** The same square in an address: all three numbers or none; without them it is the largest in the middle. */
export class CropQuery {
  @ApiPropertyOptional({ minimum: 0, maximum: 1, description: 'The left edge of the crop, as a share of the width.' })
  @ValidateIf(chosen)
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  x?: number;

  @ApiPropertyOptional({ minimum: 0, maximum: 1, description: 'Its upper edge, as a share of the height.' })
  @ValidateIf(chosen)
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  y?: number;

  @ApiPropertyOptional({ minimum: 0.01, maximum: 1, description: 'Its side, as a share of the shorter edge.' })
  @ValidateIf(chosen)
  @Type(() => Number)
  @IsNumber()
  @Min(0.01)
  @Max(1)
  side?: number;
}

/** The crop of a validated address, or undefined when none was chosen. */
export function cropIn({ x, y, side }: CropQuery): Crop | undefined {
  return x === undefined || y === undefined || side === undefined ? undefined : { x, y, side };
}
