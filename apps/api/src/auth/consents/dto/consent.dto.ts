import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, Matches, ValidateNested } from 'class-validator';
import { type ConsentDocument, consentDocuments } from '../persistence/consent.repository';

/** Agreement to one text. */
export class Consent {
  @ApiProperty({ enum: consentDocuments })
  @IsIn(consentDocuments)
  document!: ConsentDocument;

  @ApiProperty({ format: 'date', description: 'The day of the version, as the text names it.' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  version!: string;
}

/** The texts to which a person agrees. */
export class ConsentsBody {
  @ApiProperty({ type: [Consent], maxItems: 10 })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => Consent)
  consents!: Consent[];
}

/** The texts to which a person has agreed, newest first. */
export class ConsentList {
  @ApiProperty({ type: [Consent] })
  consents!: Consent[];
}
