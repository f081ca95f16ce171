import { App } from 'aws-cdk-lib';
import { BUNDLING_STACKS, type CloudAssembly } from 'aws-cdk-lib/cx-api';
import cdk from '../cdk.json';
import { accountStack, ProfileService } from './profile-service';
import { stages, type Stage } from './stages';

/** The context of `cdk.json`, without bundling: no template depends on the bundles. */
const context = { ...cdk.context, [BUNDLING_STACKS]: [] };

/** A stage's stacks as `cdk synth` produces them, without the rule packs. */
export function serviceIn(stage: Stage, more: Record<string, unknown> = {}): ProfileService {
  const app = new App({ context: { ...context, ...more } });
  return new ProfileService(app, stage, accountStack(app));
}

/** The account's stack, as `cdk synth` produces it. */
export function accountForTests(more: Record<string, unknown> = {}) {
  return accountStack(new App({ context: { ...context, ...more } }));
}

/** Every stage and the account, as `cdk synth` writes them, without the rule packs. */
export function synthesizedForTests(): CloudAssembly {
  const app = new App({ context });
  const account = accountStack(app);
  for (const stage of stages) new ProfileService(app, stage, account);
  return app.synth();
}
