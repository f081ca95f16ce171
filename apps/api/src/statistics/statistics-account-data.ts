import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountData } from '../platform/account-data/account-data';
import { AccountDataRegistry } from '../platform/account-data/account-data-registry';

/** Counts of views, which refer to a profile and go with it. */
@Injectable()
export class StatisticsAccountData extends AccountData implements OnModuleInit {
  readonly erased = ['profiles.visit_counts'];
  readonly impersonal = {};

  constructor(private readonly registry: AccountDataRegistry) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }
}
