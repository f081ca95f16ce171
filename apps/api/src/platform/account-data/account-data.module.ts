import { Global, Module } from '@nestjs/common';
import { AccountDataRegistry } from './account-data-registry';
import { CollectedRows } from './collected-rows';
import { PlatformAccountData } from './platform-account-data';

/** Knows what all modules store of a person. */
@Global()
@Module({
  providers: [AccountDataRegistry, CollectedRows, PlatformAccountData],
  exports: [AccountDataRegistry, CollectedRows],
})
export class AccountDataModule {}
