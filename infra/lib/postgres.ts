import { PostgresEngineVersion } from 'aws-cdk-lib/aws-rds';

/**
 * The PostgreSQL version on AWS: the same major version as `npm start` and docker compose. Without a minor version, because
 * RDS upgrades those automatically, and a later change of the template would ask for a lower one.
 */
export const POSTGRES = PostgresEngineVersion.VER_18;

/** The users of the database. */
export const databaseUsers = {
  /** Created by RDS, with the rotated master secret; creates the other two. */
  admin: 'canar_admin',
  /** Owns the tables, runs migrations. */
  owner: 'canar_owner',
  /** The API: signs in by IAM, owns nothing. */
  app: 'canar_app',
} as const;

/** The name of the product's database. */
export const DATABASE_NAME = 'canar_db';
