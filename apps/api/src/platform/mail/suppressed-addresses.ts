import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { UnitOfWork } from '../database/unit-of-work';

/** Why an address is written to no more: its mail came back for good, or its owner called it spam. */
export type SuppressionReason = 'bounce' | 'complaint';

const key = 'lower(normalize($1::text, NFC))';

/** The addresses that are written to no more, whatever carries the mail. */
@Injectable()
export class SuppressedAddresses {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Why an address, in any case, is written to no more; null while it is. */
  async reasonFor(address: string): Promise<SuppressionReason | null> {
    const sql = `SELECT reason FROM platform.suppressed_addresses WHERE address_key = ${key}`;
    const [row] = await this.unitOfWork.read<{ reason: SuppressionReason }>('global', sql, [address]);
    return row?.reason ?? null;
  }

  /** Stops mails to these addresses. A complaint outweighs a bounce, and the same event delivered again changes nothing. */
  async suppress(addresses: readonly string[], reason: SuppressionReason): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      for (const address of addresses) {
        await this.unitOfWork.query(
          `INSERT INTO platform.suppressed_addresses AS known (address_key, reason, since) VALUES (${key}, $2, $3)
           ON CONFLICT (address_key) DO UPDATE SET reason = EXCLUDED.reason, since = EXCLUDED.since
           WHERE known.reason = 'bounce' AND EXCLUDED.reason = 'complaint'`,
          [address, reason, this.clock.now()],
        );
      }
    });
  }

  /** Writes to an address again whose mail came back. A complaint stays: an operator lifts it when its owner asks. */
  async liftBounce(address: string): Promise<void> {
    await this.lift(address, 'bounce');
  }

  /** Writes to an address again whose owner has complained, and now asks for it. */
  async liftComplaint(address: string): Promise<void> {
    await this.lift(address, 'complaint');
  }

  private async lift(address: string, reason: SuppressionReason): Promise<void> {
    const sql = `DELETE FROM platform.suppressed_addresses WHERE address_key = ${key} AND reason = $2`;
    await this.unitOfWork.run('global', () => this.unitOfWork.query(sql, [address, reason]));
  }
}
