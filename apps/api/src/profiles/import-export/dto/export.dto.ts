import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** Which state of a profile is exported, and how it looks. */
export class ExportQuery {
  @ApiPropertyOptional({ description: 'A revision number; default: the latest; "draft" for a preview.' })
  @IsOptional()
  @Matches(/^([1-9]\d{0,8}|draft)$/)
  revision?: string;

  @ApiPropertyOptional({ description: 'Instead of that of the document.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  template?: string;
}
