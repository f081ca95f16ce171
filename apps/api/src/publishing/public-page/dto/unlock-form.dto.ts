import { IsOptional, IsString, MaxLength } from 'class-validator';
import { AsTyped } from '../../../platform/http/input/as-typed.decorator';

/** The password form of a protected page. */
export class UnlockForm {
  @IsString()
  @MaxLength(128)
  @AsTyped()
  password!: string;

  /** The host that led to the form; the view that follows is counted with this referrer. */
  @IsOptional()
  @IsString()
  @MaxLength(253)
  from?: string;
}
