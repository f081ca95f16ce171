import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';

/** The texts to which a person agrees; `age` is the statement to be an adult, or that a guardian agrees. */
export const consentDocuments = ['terms', 'privacy', 'age'] as const;
export type ConsentDocument = (typeof consentDocuments)[number];

/** Agreement to a version of a text. */
export interface GivenConsent {
  document: ConsentDocument;
  /** YYYY-MM-DD */
  version: string;
}

/** Stores to what people have agreed. */
@Injectable()
export class ConsentRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds agreements; one that was given before keeps its time. */
  async add(userId: UserId, consents: readonly GivenConsent[], at: Date): Promise<void> {
    await this.unitOfWork.query(
      `INSERT INTO auth.consents (user_id, document, version, given_at)
       SELECT $1, c.document, c.version, $3 FROM jsonb_to_recordset($2) AS c (document text, version date)
       ON CONFLICT DO NOTHING`,
      [userId, JSON.stringify(consents), at],
    );
  }

  /** All agreements of a person, newest first. */
  list(userId: UserId): Promise<GivenConsent[]> {
    return this.unitOfWork.read<GivenConsent>(
      'global',
      `SELECT document, version::text AS version FROM auth.consents WHERE user_id = $1
       ORDER BY given_at DESC, version DESC, document`,
      [userId],
    );
  }
}
