import { ECSClient } from '@aws-sdk/client-ecs';
import { migrationEnded, startMigration } from './migration-run';

const ecs = new ECSClient({});

/** What CloudFormation calls when the migration's properties are new. */
export const onEvent = (event: unknown) => startMigration(event, ecs);

/** What CloudFormation asks until the migration has ended. */
export const isComplete = (event: unknown) => migrationEnded(event, ecs);
