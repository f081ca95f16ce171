import { DomainError } from '../../platform/errors/domain-error';
import { price } from './price-list';

export class NotEnoughCreditsError extends DomainError {
  readonly code = `credits.insufficient.${price}`;
}
