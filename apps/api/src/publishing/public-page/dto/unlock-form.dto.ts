import { IsOptional, IsString, MaxLength } from 'class-validator';

/** The password form of a protected page. */
export class UnlockForm {
  @IsString()
  @MaxLength(128)
  password!: string;

  /** The host that led to the form; the view that follows is counted with this referrer. */
  @IsOptional()
  @IsString()
  @MaxLength(253)
  from?: string;
}
