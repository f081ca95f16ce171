import { App } from 'aws-cdk-lib';
import cdk from '../cdk.json';
import { accountStack, ProfileService } from './profile-service';
import type { Stage } from './stages';

/** A stage's stacks as `cdk synth` makes them, without the rule packs. */
export function serviceIn(stage: Stage): ProfileService {
  const app = new App({ context: cdk.context });
  return new ProfileService(app, stage, accountStack(app));
}

/** The stack that an account has once, as `cdk synth` makes it. */
export function accountForTests(context: Record<string, unknown> = {}) {
  return accountStack(new App({ context: { ...cdk.context, ...context } }));
}
