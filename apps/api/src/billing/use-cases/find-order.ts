import { Injectable } from '@nestjs/common';
import { validate as isId } from 'uuid';
import { notFound } from '../../platform/errors/problem';
import type { CheckoutId } from '../../platform/ids/ids';
import { type FoundOrder, OrderRepository } from '../persistence/order.repository';

/** Finds the order of one provider by its id, whosever it is. Who may know of it is for the caller to say. */
@Injectable()
export class FindOrder {
  constructor(private readonly orders: OrderRepository) {}

  /** @throws {DomainError} `not-found` */
  async execute(provider: string, id: CheckoutId): Promise<FoundOrder> {
    const order = isId(id) ? await this.orders.findAnywhere(id) : null;
    if (order?.provider !== provider) throw notFound();
    return order;
  }
}
