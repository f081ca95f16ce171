import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import type { Seller, TaxTerms } from './domain/invoice';

/** Who sells, by configuration. */
@Injectable()
export class ConfiguredSeller {
  readonly seller: Seller;
  /** null for a seller who is not registered for GST. */
  readonly terms: TaxTerms | null;

  constructor({ env }: Config) {
    const { SELLER_NAME, SELLER_ADDRESS, SELLER_STATE, SELLER_GSTIN, GST_RATE, GST_SAC } = env;
    this.seller = {
      name: SELLER_NAME ?? 'Canar',
      address: SELLER_ADDRESS ?? null,
      state: SELLER_STATE ?? null,
      gstin: SELLER_GSTIN ?? null,
    };
    this.terms = SELLER_GSTIN === undefined ? null : { rate: Math.round(GST_RATE * 100), sac: GST_SAC };
  }
}
