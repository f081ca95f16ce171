import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One fault in the input. */
export class Fault {
  @ApiProperty({ description: 'RFC 6901, into the body or naming the parameter.' })
  pointer!: string;

  @ApiProperty()
  code!: string;

  @ApiProperty()
  message!: string;
}

/** A refusal (RFC 9457). Some codes carry more members, such as `balance` and `required`. */
export class Problem {
  @ApiProperty({ format: 'uri' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: 'integer' })
  status!: number;

  @ApiProperty()
  detail!: string;

  @ApiProperty({ description: 'Stable; all codes are at /api/problems.' })
  code!: string;

  @ApiProperty({ format: 'uuid' })
  requestId!: string;

  @ApiPropertyOptional({ type: [Fault] })
  errors?: Fault[];
}
