import { Global, Module } from '@nestjs/common';
import { AccountDataRegistry } from './account-data-registry';
import { PlatformAccountData } from './platform-account-data';

/** Knows what all modules store of a person. */
@Global()
@Module({ providers: [AccountDataRegistry, PlatformAccountData], exports: [AccountDataRegistry] })
export class AccountDataModule {}
