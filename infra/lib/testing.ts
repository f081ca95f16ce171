import { App } from 'aws-cdk-lib';
import { BUNDLING_STACKS, type CloudAssembly } from 'aws-cdk-lib/cx-api';
import cdk from '../cdk.json';
import { accountStack, deployedIn, ProfileService } from './profile-service';
import type { Stage } from './stages';

/** The context of `cdk.json`, without bundling: no template depends on the bundles. */
const context = { ...cdk.context, [BUNDLING_STACKS]: [] };

const services = new Map<string, ProfileService>();

/** A stage's stacks as `cdk synth` produces them, without the rule packs; synthesized once in a process. */
export function serviceIn(stage: Stage, more: Record<string, unknown> = {}): ProfileService {
  const key = JSON.stringify([stage, more]);
  const known = services.get(key);
  if (known) return known;
  const app = new App({ context: { ...context, ...more } });
  const service = new ProfileService(app, stage, accountStack(app));
  services.set(key, service);
  return service;
}

type StackName = 'Delivery' | 'Networking' | 'Data' | 'Compute' | 'Cdn' | 'Observability';
type Templates = Record<StackName, Template>;

/** A template as CloudFormation reads it. */
export interface Template {
  readonly Resources: Record<string, TemplateResource>;
}

/** A resource of a template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: string[];
  readonly DeletionPolicy?: string;
}

/** The templates of a stage's stacks, by the last word of their paths. */
export function templatesOf(stage: Stage, more: Record<string, unknown> = {}): Templates {
  const assembly = (App.of(serviceIn(stage, more)) as App).synth();
  const stacks = assembly.stacks.filter(({ hierarchicalId }) => hierarchicalId.startsWith(`${stage.name}/`));
  return Object.fromEntries(
    stacks.map(({ hierarchicalId, template }) => [hierarchicalId.split('/')[1], template as Template]),
  ) as Templates;
}

/** Resources of one type, by their logical ids. */
export function resourcesIn({ Resources }: Template, type: string): [string, TemplateResource][] {
  return Object.entries(Resources).filter(([, { Type }]) => Type === type);
}

/** The account's stack, as `cdk synth` produces it. */
export function accountForTests(more: Record<string, unknown> = {}) {
  return accountStack(new App({ context: { ...context, ...more } }));
}

/** Every stage and the account, as `cdk synth` writes them, without the rule packs. */
export function synthesizedForTests(): CloudAssembly {
  const app = new App({ context });
  deployedIn(app);
  return app.synth();
}
