import { Injectable } from '@nestjs/common';
import type { AccountData, Losses, ProcessedData, StoredAccount } from './account-data';
import type { CollectedFile } from './collected-file';

/** What all modules together store of a person. */
@Injectable()
export class AccountDataRegistry {
  private readonly parts: AccountData[] = [];

  register(part: AccountData): void {
    this.parts.push(part);
  }

  /** Tables of which nothing of a person is left after `erase`. */
  get erased(): string[] {
    return this.parts.flatMap(({ erased }) => erased);
  }

  /** Tables without personal data. */
  get impersonal(): string[] {
    return this.parts.flatMap(({ impersonal }) => Object.keys(impersonal));
  }

  /** Tables that a law wants unaltered. */
  get statutory(): string[] {
    return this.parts.flatMap(({ statutory }) => Object.keys(statutory));
  }

  /** Tables that the export of an account leaves out. */
  get withheld(): string[] {
    return this.parts.flatMap(({ withheld }) => Object.keys(withheld));
  }

  /** What is stored of a person, as files of an export. */
  async collect(account: StoredAccount): Promise<CollectedFile[]> {
    const all: CollectedFile[] = [];
    for (const part of this.parts) all.push(...(await part.collect(account)));
    return all;
  }

  async losses(account: StoredAccount): Promise<Losses> {
    const all: Losses = { profiles: 0, publishedPages: 0, credits: 0, subscription: null };
    for (const part of this.parts) Object.assign(all, await part.losses(account));
    return all;
  }

  async processed(account: StoredAccount): Promise<ProcessedData[]> {
    const all: ProcessedData[] = [];
    for (const part of this.parts) all.push(...(await part.processed(account)));
    return all;
  }

  async erase(account: StoredAccount): Promise<void> {
    for (const part of this.parts) await part.erase(account);
  }
}
