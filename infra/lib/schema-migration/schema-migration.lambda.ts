import { ECSClient } from '@aws-sdk/client-ecs';
import { migrationEnded, startMigration } from './migration-run';

const ecs = new ECSClient({});

/** CloudFormation calls this when the migration's properties change. */
export const onEvent = (event: unknown) => startMigration(event, ecs);

/** CloudFormation polls this until the migration has ended. */
export const isComplete = (event: unknown) => migrationEnded(event, ecs);
