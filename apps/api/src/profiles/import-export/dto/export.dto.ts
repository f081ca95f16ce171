import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** Which state of a profile is exported, and how it looks. */
export class ExportQuery {
  @ApiPropertyOptional({ description: 'A number; the latest when absent; "draft" for a look beforehand.' })
  @IsOptional()
  @Matches(/^([1-9]\d{0,8}|draft)$/)
  revision?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  template?: string;
}
