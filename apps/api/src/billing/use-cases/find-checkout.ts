import { Injectable } from '@nestjs/common';
import { validate as isId } from 'uuid';
import { notFound } from '../../platform/errors/problem';
import type { CheckoutId } from '../../platform/ids/ids';
import { CheckoutRepository, type FoundCheckout } from '../persistence/checkout.repository';

/** Finds the checkout of one provider by its id, whosever it is. Who may know of it is for the caller to say. */
@Injectable()
export class FindCheckout {
  constructor(private readonly checkouts: CheckoutRepository) {}

  /** @throws {DomainError} `not-found` */
  async execute(provider: string, id: CheckoutId): Promise<FoundCheckout> {
    const checkout = isId(id) ? await this.checkouts.findAnywhere(id) : null;
    if (checkout?.provider !== provider) throw notFound();
    return checkout;
  }
}
