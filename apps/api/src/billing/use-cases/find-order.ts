import { Injectable } from '@nestjs/common';
import { validate as isId } from 'uuid';
import { notFound } from '../../platform/errors/problem';
import type { OrderKey } from '../payments/payment-provider';
import { type FoundOrder, OrderRepository } from '../persistence/order.repository';

/** Finds the order of one provider by a key of it, whosever it is. Who may know of it is for the caller to say. */
@Injectable()
export class FindOrder {
  constructor(private readonly orders: OrderRepository) {}

  /** @throws {DomainError} `not-found` */
  async execute(provider: string, key: OrderKey): Promise<FoundOrder> {
    if ('checkoutId' in key && !isId(key.checkoutId)) throw notFound();
    const order = await this.orders.findAnywhere(provider, key);
    if (!order) throw notFound();
    return order;
  }
}
