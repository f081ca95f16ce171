import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import cdk from '../cdk.json';
import { accountStack, ProfileService } from './profile-service';
import { stages, type Stage } from './stages';

/** A stage's stacks as `cdk synth` makes them, without the rule packs. */
export function serviceIn(stage: Stage): ProfileService {
  const app = new App({ context: cdk.context });
  return new ProfileService(app, stage, accountStack(app));
}

/** The stack that an account has once, as `cdk synth` makes it. */
export function accountForTests(context: Record<string, unknown> = {}) {
  return accountStack(new App({ context: { ...cdk.context, ...context } }));
}

/** Every stage and the account, as `cdk synth` writes them, without the rule packs. */
export function synthesizedForTests(): CloudAssembly {
  const app = new App({ context: cdk.context });
  const account = accountStack(app);
  for (const stage of stages) new ProfileService(app, stage, account);
  return app.synth();
}
