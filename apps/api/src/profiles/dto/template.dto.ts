import { ApiProperty } from '@nestjs/swagger';

/** A template for the public page and the PDF. */
export class TemplateChoice {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  description!: string;
}

/** All templates. */
export class TemplateList {
  @ApiProperty({ type: [TemplateChoice] })
  templates!: TemplateChoice[];
}
