import { App } from 'aws-cdk-lib';
import cdk from '../cdk.json';
import { ProfileService } from './profile-service';
import type { Stage } from './stages';

/** A stage's stacks as `cdk synth` makes them, without the rule packs. */
export function serviceIn(stage: Stage): ProfileService {
  return new ProfileService(new App({ context: cdk.context }), stage);
}
