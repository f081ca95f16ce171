import type { TenantId, UserId } from '../ids/ids';
import type { CollectedFile } from './collected-file';

/** An account whose data are exported or erased. */
export interface StoredAccount {
  userId: UserId;
  /** The address of the account, and others to which it was or may have been changed lately. */
  emails: readonly string[];
  /** The tenants that are the person’s alone: those of which nobody else is a member. */
  tenantIds: readonly TenantId[];
}

/** What a person loses with the account. */
export interface Losses {
  profiles: number;
  publishedPages: number;
  /** Credits that could be spent. */
  credits: number;
  /** The plan that is paid for, and until when. */
  subscription: { plan: string; until: Date } | null;
}

/** Personal data that was processed, as the sealed record states it. */
export interface ProcessedData {
  what: string;
  purpose: string;
  from: Date;
  until: Date;
  /** The data themselves, where the law asks for them: who the person was, and how the account was used. */
  data?: unknown;
}

/**
 * What a module stores of a person. Each module registers its own with `AccountDataRegistry`, and says of each of its
 * tables with texts what becomes of it.
 */
export abstract class AccountData {
  /** Tables, such as `profiles.drafts`, of which nothing of the person is left after `erase`. */
  abstract readonly erased: readonly string[];

  /** Tables without personal data, each with the reason. */
  abstract readonly impersonal: Readonly<Record<string, string>>;

  /** Tables whose rows stay unaltered, with personal data, because a law asks for it: which one. */
  readonly statutory: Readonly<Record<string, string>> = {};

  /** Tables of `erased` and `statutory` that the export of an account leaves out, each with the reason. */
  readonly withheld: Readonly<Record<string, string>> = {};

  /** What this module stores of the person, as files of the export. It enters the tenants itself, outside of a unit of work. */
  async collect(_account: StoredAccount): Promise<CollectedFile[]> {
    return [];
  }

  /** What of this module the person would lose. It enters the tenants itself. */
  async losses(_account: StoredAccount): Promise<Partial<Losses>> {
    return {};
  }

  /** What was processed, for the sealed record; part of the unit of work of `erase`, before it. */
  async processed(_account: StoredAccount): Promise<ProcessedData[]> {
    return [];
  }

  /**
   * Erases what no foreign key erases, in a unit of work of `canar_jobs` whose tenants are marked as erased. Files are
   * deleted by a job that is enqueued here.
   */
  async erase(_account: StoredAccount): Promise<void> {}
}
