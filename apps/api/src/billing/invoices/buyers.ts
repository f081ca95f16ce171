import { Injectable } from '@nestjs/common';
import type { Locale } from '@canar/languages';
import { FindMember } from '../../auth';
import { DomainError } from '../../platform/errors/domain-error';
import type { TenantId, UserId } from '../../platform/ids/ids';
import type { Buyer } from './domain/invoice';
import { BuyerRepository } from './persistence/buyer.repository';

/** Who gets a document, and the language of the mail that brings it. */
export interface Recipient {
  name: string;
  email: string;
  locale: Locale;
}

/** Knows who buys: what the tenant has said of itself, else the person who placed the order. */
@Injectable()
export class Buyers {
  constructor(
    private readonly buyers: BuyerRepository,
    private readonly findMember: FindMember,
  ) {}

  /** @returns the details for a document, and whom to mail it; nobody once the person has left the tenant */
  async of(tenantId: TenantId, userId: UserId): Promise<{ buyer: Buyer; recipient: Recipient | null }> {
    const recipient = await this.recipient(tenantId, userId);
    const known = await this.buyers.find(tenantId);
    const buyer = known ?? { name: recipient?.name ?? 'Customer', address: null, state: null, gstin: null };
    return { buyer, recipient };
  }

  private async recipient(tenantId: TenantId, userId: UserId): Promise<Recipient | null> {
    try {
      const { name, email, locale } = (await this.findMember.execute(userId, tenantId)).user;
      return { name, email, locale };
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
