import { PostgresEngineVersion } from 'aws-cdk-lib/aws-rds';

/** The PostgreSQL that AWS runs: the major that `npm start` and docker compose run too. */
export const POSTGRES = PostgresEngineVersion.VER_18_3;

/** Who the database knows by name. */
export const databaseUsers = {
  /** Made by RDS, with the rotated master secret; creates the other two. */
  admin: 'canar_admin',
  /** Owns the tables, runs migrations. */
  owner: 'canar_owner',
  /** The API: signs in by IAM, owns nothing. */
  app: 'canar_app',
} as const;

/** The database in which everything is. */
export const DATABASE_NAME = 'canar_db';
