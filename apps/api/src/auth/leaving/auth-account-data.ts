import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountData, type LeavingAccount, type ProcessedData } from '../../platform/account-data/account-data';
import { AccountDataRegistry } from '../../platform/account-data/account-data-registry';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';

/** What the sealed record states of this module, each with why it was processed. */
const records: { what: string; purpose: string; sql: string }[] = [
  {
    what: 'account',
    purpose: 'Knowing who may use the account, and writing to them',
    sql: `SELECT created_at AS "from", jsonb_build_object('email', email, 'name', name, 'locale', locale,
            'verifiedAt', email_verified_at) AS data FROM auth.users WHERE id = $1`,
  },
  {
    what: 'session',
    purpose: 'Signing in, and protecting the account',
    sql: `SELECT created_at AS "from", jsonb_build_object('userAgent', user_agent, 'lastUsedAt', last_used_at,
            'endedAt', ended_at) AS data FROM auth.sessions WHERE user_id = $1 ORDER BY created_at`,
  },
  {
    what: 'audit',
    purpose: 'Showing the person what happened to the account',
    sql: `SELECT at AS "from", jsonb_build_object('act', act, 'method', method, 'reason', reason) AS data
          FROM auth.audit WHERE user_id = $1 ORDER BY at`,
  },
  {
    what: 'address-change',
    purpose: 'Writing to the person at another address, and undoing a change by a thief',
    sql: `SELECT requested_at AS "from", jsonb_build_object('from', old_email, 'to', new_email,
            'confirmedAt', confirmed_at) AS data FROM auth.email_changes WHERE user_id = $1 ORDER BY requested_at`,
  },
  {
    what: 'passkey',
    purpose: 'Signing in without a password',
    sql: `SELECT created_at AS "from", jsonb_build_object('name', name, 'lastUsedAt', last_used_at) AS data
          FROM auth.passkeys WHERE user_id = $1 ORDER BY created_at`,
  },
  {
    what: 'consent',
    purpose: 'Proving to what the person has agreed',
    sql: `SELECT given_at AS "from", jsonb_build_object('document', document, 'version', version) AS data
          FROM auth.consents WHERE user_id = $1 ORDER BY given_at`,
  },
];

/** The person with everything by which they sign in, and the names of their tenants. */
@Injectable()
export class AuthAccountData extends AccountData implements OnModuleInit {
  readonly erased = [
    'auth.users',
    'auth.credentials',
    'auth.tenants',
    'auth.memberships',
    'auth.sessions',
    'auth.one_time_tokens',
    'auth.consents',
    'auth.audit',
    'auth.second_factors',
    'auth.recovery_codes',
    'auth.operator_acts',
    'auth.email_changes',
    'auth.passkeys',
  ];
  readonly impersonal = {
    'auth.sign_in_attempts': 'Keyed hashes, which are deleted an hour after they end.',
    'auth.used_passkey_challenges': 'Hashes of random numbers, which are deleted an hour after they have expired.',
    'auth.retained_records': 'The sealed record itself; encrypted for a reader outside of the product.',
  };

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly registry: AccountDataRegistry,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async processed({ userId }: LeavingAccount): Promise<ProcessedData[]> {
    const until = this.clock.now();
    const all: ProcessedData[] = [];
    for (const { what, purpose, sql } of records) {
      const rows = await this.unitOfWork.query<{ from: Date; data: unknown }>(sql, [userId]);
      all.push(...rows.map((row) => ({ what, purpose, until, ...row })));
    }
    return all;
  }

  /** Every other table of this module refers to the person and goes with them. */
  override async erase({ userId, tenantIds }: LeavingAccount): Promise<void> {
    await this.unitOfWork.query(
      `UPDATE auth.operator_acts SET reason = 'Erased with the account.'
       WHERE user_id = $1 OR operator_id = $1 OR tenant_id = ANY ($2::uuid[])`,
      [userId, tenantIds],
    );
    await this.unitOfWork.query('DELETE FROM auth.users WHERE id = $1', [userId]);
  }
}
