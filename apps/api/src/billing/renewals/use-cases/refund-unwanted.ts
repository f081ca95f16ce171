import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { NoteRefund } from '../../operators/use-cases/note-refund';
import { SendRefund } from '../../operators/use-cases/send-refund';
import type { UnwantedPayment } from '../renewal.repository';
import { RequestUnwantedRefund } from './request-unwanted-refund';

/** Gives a debit back in full that its customer did not want. */
@Injectable()
export class RefundUnwanted {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requestUnwantedRefund: RequestUnwantedRefund,
    private readonly sendRefund: SendRefund,
    private readonly noteRefund: NoteRefund,
  ) {}

  /** Row, provider, row, as every refund: a crash repeats and gives nothing back twice. */
  async execute(payment: UnwantedPayment): Promise<void> {
    const scope = { tenant: payment.tenantId };
    const request = await this.unitOfWork.run(scope, () => this.requestUnwantedRefund.execute(payment));
    if (!request) return;
    const accepted = await this.sendRefund.execute(request);
    await this.unitOfWork.run(scope, () => this.noteRefund.execute(request, accepted));
  }
}
