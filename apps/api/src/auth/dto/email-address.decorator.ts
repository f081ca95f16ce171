import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsEmail, IsString, Matches, MaxLength } from 'class-validator';
import { trimmed } from '../../platform/http/input/trimmed';

/** An address at which somebody is to be reached: without characters that a reader does not see, and the spaces around it. */
export function EmailAddress(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ format: 'email', maxLength: 254 }),
    Transform(trimmed),
    IsString(),
    MaxLength(254),
    Matches(/^[^\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]*$/u),
    IsEmail({ allow_utf8_local_part: true }),
  );
}
