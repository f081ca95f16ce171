import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { questionAt } from '../question';
import { PaymentAlarms } from '../../payment-alarms';
import type { ListedEvent, PaymentProvider } from '../../payments/payment-provider';
import { ReconciliationRepository } from '../reconciliation.repository';
import { RecordListedEvent } from './record-listed-event';
import { StoreUnknownEvent } from '../../use-cases/store-unknown-event';

/** Asks a provider what has happened there and processes what was not reported, as if it had been. */
@Injectable()
export class ReconcileProvider {
  constructor(
    private readonly reconciliations: ReconciliationRepository,
    private readonly recordListedEvent: RecordListedEvent,
    private readonly storeUnknownEvent: StoreUnknownEvent,
    private readonly alarms: PaymentAlarms,
    private readonly clock: Clock,
  ) {}

  /**
   * It may be repeated at will: each event is processed once, and what was reached is noted after all of them.
   * @throws {AggregateError} what could not be processed, after all the others were
   */
  async execute(provider: PaymentProvider): Promise<void> {
    const { missedSince, ...span } = questionAt(this.clock.now(), await this.reconciliations.reached(provider.name));
    if (missedSince !== null) this.alarms.notReconciled(provider.name, { from: missedSince, until: span.from });
    const failures: unknown[] = [];
    for await (const page of provider.listEvents(span)) {
      const processed = await this.reconciliations.processed(
        provider.name,
        page.map(({ id }) => id),
      );
      for (const event of page.filter(({ id }) => !processed.has(id))) {
        await this.process(provider, event).catch((error: unknown) => failures.push(error));
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `Events that are not processed: ${failures.length}`);
    await this.reconciliations.setReached(provider.name, span.until);
  }

  private async process({ name }: PaymentProvider, listed: ListedEvent): Promise<void> {
    const event = await listed.read();
    if (event.kind === 'unknown') return this.storeUnknownEvent.execute(name, event);
    if (await this.recordListedEvent.execute(name, event)) return;
    if (event.kind === 'mandate.ended') return this.storeUnknownEvent.execute(name, event);
    // A person is called first: a crash in between calls twice, and never not at all.
    this.alarms.unknownOrder(name, event);
    const { id, kind: type, occurredAt } = event;
    await this.storeUnknownEvent.execute(name, { id, kind: 'unknown', type, occurredAt });
  }
}
