import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { type StateCode, stateCodes } from '../domain/states';
import { Money } from '../../dto/billing.dto';
import { trimmed } from '../../../platform/http/input/trimmed';

const nullable = (_body: object, value: unknown) => value !== null;

/** An invoice or a credit note. */
export class Invoice {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['invoice', 'credit_note'] })
  kind!: 'invoice' | 'credit_note';

  @ApiProperty({ description: 'At most 16 letters, digits, slashes and hyphens; its series has no gaps.' })
  number!: string;

  @ApiProperty({ format: 'date-time' })
  issuedAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When it was paid or refunded.' })
  occurredAt!: string;

  @ApiProperty({ type: Money, description: 'With tax.' })
  amount!: Money;

  @ApiProperty({ type: Money, description: 'The part of the amount that is tax.' })
  tax!: Money;
}

/** A page of invoices and credit notes, newest first. */
export class InvoicePage {
  @ApiProperty({ type: [Invoice] })
  invoices!: Invoice[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** What the next invoices say of their buyer; those that were issued stay as they are. */
export class BillingDetails {
  @ApiProperty({ minLength: 1, maxLength: 200, description: 'A person or a firm.' })
  @Transform(trimmed)
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name!: string;

  @ApiProperty({ type: [String], maxItems: 5, description: 'The lines of the address, each of at most 90 characters.' })
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(90, { each: true })
  address!: string[];

  @ApiProperty({ enum: stateCodes, type: String, nullable: true, description: 'The code of the state in GST.' })
  @ValidateIf(nullable)
  @IsIn(stateCodes)
  state!: StateCode | null;

  @ApiProperty({ type: String, nullable: true, minLength: 15, maxLength: 15 })
  @ValidateIf(nullable)
  @IsString()
  @MinLength(15)
  @MaxLength(15)
  gstin!: string | null;
}
