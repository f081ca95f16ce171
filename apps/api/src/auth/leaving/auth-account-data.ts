import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountData, type StoredAccount, type ProcessedData } from '../../platform/account-data/account-data';
import { AccountDataRegistry } from '../../platform/account-data/account-data-registry';
import type { CollectedFile } from '../../platform/account-data/collected-file';
import { emailKey } from '../domain/email-key';
import { CollectedRows } from '../../platform/account-data/collected-rows';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Jobs } from '../../platform/jobs/jobs';
import { deleteExportsJob } from '../account-export/domain/account-export';

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
    what: 'identity',
    purpose: 'Signing in with an account elsewhere',
    sql: `SELECT created_at AS "from", jsonb_build_object('provider', provider, 'subject', subject, 'email', email,
            'lastUsedAt', last_used_at) AS data FROM auth.identities WHERE user_id = $1 ORDER BY created_at`,
  },
  {
    what: 'consent',
    purpose: 'Proving to what the person has agreed',
    sql: `SELECT given_at AS "from", jsonb_build_object('document', document, 'version', version) AS data
          FROM auth.consents WHERE user_id = $1 ORDER BY given_at`,
  },
];

interface ExportedRows {
  path: string;
  about: string;
  tables: readonly string[];
  /** Of the person $1: `key` and `data`. */
  sql: string;
}

/** What the export contains of this module. */
const exported: ExportedRows[] = [
  {
    path: 'account/account.json',
    about: 'Who you are: name, address, language, and since when.',
    tables: ['auth.users'],
    sql: `SELECT id::text AS key, jsonb_build_object('id', id, 'name', name, 'email', email, 'locale', locale, 'createdAt', created_at,
            'emailVerifiedAt', email_verified_at, 'deletionRequestedAt', deletion_requested_at, 'eraseAt', erase_at) AS data
          FROM auth.users WHERE id = $1`,
  },
  {
    path: 'account/organisations.json',
    about: 'The organisations to which you belong, and your role in each.',
    tables: ['auth.memberships', 'auth.tenants'],
    sql: `SELECT t.id::text AS key, jsonb_build_object('id', t.id, 'name', t.name, 'role', m.role, 'memberSince', m.created_at) AS data
          FROM auth.memberships m JOIN auth.tenants t ON t.id = m.tenant_id WHERE m.user_id = $1`,
  },
  {
    path: 'account/sessions.json',
    about: 'Where you have signed in: the browser as it named itself, and when.',
    tables: ['auth.sessions'],
    sql: `SELECT id::text AS key, jsonb_build_object('browser', user_agent, 'signedInAt', created_at, 'lastUsedAt', last_used_at,
            'confirmedAt', authenticated_at, 'expiresAt', expires_at, 'endedAt', ended_at) AS data
          FROM auth.sessions WHERE user_id = $1`,
  },
  {
    path: 'account/activity.json',
    about: 'What happened to your account: sign-ins, failures and changes, of the last year.',
    tables: ['auth.audit'],
    sql: `SELECT id::text AS key, jsonb_build_object('at', at, 'act', act, 'method', method, 'reason', reason) AS data
          FROM auth.audit WHERE user_id = $1`,
  },
  {
    path: 'account/consents.json',
    about: 'To which texts you agreed, in which version, and when.',
    tables: ['auth.consents'],
    sql: `SELECT document || ' ' || version AS key,
            jsonb_build_object('document', document, 'version', version, 'givenAt', given_at) AS data
          FROM auth.consents WHERE user_id = $1`,
  },
  {
    path: 'account/address-changes.json',
    about: 'Changes of your e-mail address, from the first request until it can be undone no more.',
    tables: ['auth.email_changes'],
    sql: `SELECT id::text AS key, jsonb_build_object('from', old_email, 'to', new_email, 'requestedAt', requested_at,
            'confirmedAt', confirmed_at, 'cancelledAt', cancelled_at, 'undoneAt', undone_at) AS data
          FROM auth.email_changes WHERE user_id = $1`,
  },
  {
    path: 'account/passkeys.json',
    about: 'Your passkeys by name; the keys themselves are on your devices.',
    tables: ['auth.passkeys'],
    sql: `SELECT id::text AS key, jsonb_build_object('name', name, 'synced', synced, 'createdAt', created_at,
            'lastUsedAt', last_used_at) AS data
          FROM auth.passkeys WHERE user_id = $1`,
  },
  {
    path: 'account/connected-accounts.json',
    about: 'Your accounts at Google and GitHub with which you can sign in.',
    tables: ['auth.identities'],
    sql: `SELECT id::text AS key, jsonb_build_object('provider', provider, 'id', subject, 'email', email,
            'connectedAt', created_at, 'lastUsedAt', last_used_at) AS data
          FROM auth.identities WHERE user_id = $1`,
  },
  {
    path: 'account/second-factor.json',
    about: 'Since when you have a second factor; its secret is in your authenticator app.',
    tables: ['auth.second_factors'],
    sql: `SELECT user_id::text AS key, jsonb_build_object('beganAt', created_at, 'onSince', confirmed_at) AS data
          FROM auth.second_factors WHERE user_id = $1`,
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
    'auth.account_exports',
    'auth.invitations',
    'auth.identities',
  ];
  readonly impersonal = {
    'auth.sign_in_attempts': 'Keyed hashes, which are deleted an hour after they end.',
    'auth.used_passkey_challenges': 'Hashes of random numbers, which are deleted an hour after they have expired.',
    'auth.retained_records': 'The sealed record itself; encrypted for a reader outside of the product.',
  };

  override readonly withheld = {
    'auth.credentials': 'The hash of the password, which would help who wants to guess it.',
    'auth.one_time_tokens': 'Hashes of mailed links, which end within days.',
    'auth.recovery_codes': 'Hashes of the codes, which only you have.',
    'auth.invitations': 'Addresses of other people; the invitation to you is in your mailbox.',
    'auth.operator_acts': 'Reasons that our support has typed; the acts themselves are in the activity.',
  };

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: CollectedRows,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly registry: AccountDataRegistry,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async collect({ userId }: StoredAccount): Promise<CollectedFile[]> {
    return exported.map((rows) => this.rows.file({ ...rows, scope: 'global', parameters: [userId] }));
  }

  override async processed({ userId }: StoredAccount): Promise<ProcessedData[]> {
    const until = this.clock.now();
    const all: ProcessedData[] = [];
    for (const { what, purpose, sql } of records) {
      const rows = await this.unitOfWork.query<{ from: Date; data: unknown }>(sql, [userId]);
      all.push(...rows.map((row) => ({ what, purpose, until, ...row })));
    }
    return all;
  }

  /** Every other table of this module refers to the person and goes with them. */
  override async erase({ userId, emails, tenantIds }: StoredAccount): Promise<void> {
    await this.unitOfWork.query(
      `UPDATE auth.operator_acts SET reason = 'Erased with the account.'
       WHERE user_id = $1 OR operator_id = $1 OR tenant_id = ANY ($2::uuid[])`,
      [userId, tenantIds],
    );
    await this.unitOfWork.query(
      'DELETE FROM auth.invitations WHERE email_key = ANY ($1) OR tenant_id = ANY ($2::uuid[])',
      [emails.map((email) => emailKey(email)), tenantIds],
    );
    await this.unitOfWork.query('DELETE FROM auth.users WHERE id = $1', [userId]);
    await this.jobs.enqueue(deleteExportsJob, { userId });
  }
}
