import { IsOptional, IsString, MaxLength } from 'class-validator';

/** The form of a page that asks for its password. */
export class UnlockForm {
  @IsString()
  @MaxLength(128)
  password!: string;

  /** The host that led to the form: the page that follows is counted as come from there. */
  @IsOptional()
  @IsString()
  @MaxLength(253)
  from?: string;
}
