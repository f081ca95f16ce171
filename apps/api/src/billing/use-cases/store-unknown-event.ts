import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UnknownEvent } from '../payments/payment-provider';
import { PaymentRepository } from '../persistence/payment.repository';

/** Stores that a provider has sent an event of a kind that means nothing to us; again changes nothing. */
@Injectable()
export class StoreUnknownEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly clock: Clock,
  ) {}

  execute(provider: string, event: UnknownEvent): Promise<void> {
    return this.unitOfWork.run('global', () => this.payments.store(provider, event, this.clock.now()));
  }
}
