import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

@Injectable()
export class LedgerRepository {
  constructor(private readonly manager: EntityManager) {}

  async balanceOf(userId: string, now: Date): Promise<number> {
    const rows: { balance: number }[] = await this.manager.query('select credits.balance($1, $2)', [userId, now]);
    return rows[0]?.balance ?? 0;
  }
}
