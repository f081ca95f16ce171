import { AwsSolutionsChecks } from 'cdk-nag';
import { App, type StackProps, Tags, Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Runbook } from './alarms/runbook';
import {
  accountFrom,
  alertAddressFrom,
  repositoryFrom,
  stageFrom,
  stagesFrom,
  zonesFrom,
  type ReadContext,
} from './context';
import { imageTagFrom, restoredDatabaseFrom } from './release';
import { AccountStack } from './stacks/account-stack';
import { CdnStack } from './stacks/cdn-stack';
import { ComputeStack } from './stacks/compute-stack';
import { DataStack } from './stacks/data-stack';
import { DeliveryStack } from './stacks/delivery-stack';
import { NetworkingStack } from './stacks/networking-stack';
import { ObservabilityStack } from './stacks/observability-stack';
import { nameIn, type Stage } from './stages';

/** Resource types whose CloudFormation schema has no tags. */
const UNTAGGED = [
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::CloudFront::VpcOrigin', // takes no update while a distribution uses it, not even of a tag
  'AWS::CloudWatch::Dashboard',
  'AWS::ElasticLoadBalancingV2::Listener',
];

/** The whole product in one stage: its stacks, in the order in which they are deployed. */
export class ProfileService extends Construct {
  readonly delivery: DeliveryStack;
  readonly networking: NetworkingStack;
  readonly data: DataStack;
  readonly compute: ComputeStack;
  readonly cdn: CdnStack;
  readonly observability: ObservabilityStack;

  constructor(scope: Construct, committed: Stage, account: AccountStack) {
    super(scope, committed.name);
    const read = contextOf(this);
    const stage = stageFrom(committed, read);
    const env = { account: accountFrom(read), region: stage.region };
    const terminationProtection = stage.deletionProtection;
    const common = (name: string) => ({ stage, env, terminationProtection, stackName: nameIn(stage, name) });

    this.delivery = new DeliveryStack(this, 'Delivery', {
      ...common('cpm-delivery'),
      gitHub: account.gitHub,
      sourceRepository: repositoryFrom(read),
    });
    const zones = zonesFrom(read, stage);
    this.networking = new NetworkingStack(this, 'Networking', { ...common('cpm-networking'), zones });
    this.data = new DataStack(this, 'Data', {
      ...common('cpm-data'),
      vpc: this.networking.vpc,
      apiSecurityGroup: this.networking.apiSecurityGroup,
    });
    this.compute = new ComputeStack(this, 'Compute', {
      ...common('cpm-compute'),
      vpc: this.networking.vpc,
      loadBalancerSecurityGroup: this.networking.loadBalancerSecurityGroup,
      apiSecurityGroup: this.networking.apiSecurityGroup,
      repository: this.delivery.repository,
      database: this.data.database,
      cache: this.data.cache,
      uploads: this.data.uploads,
      restored: restoredDatabaseFrom(read(`${stage.name}-database`)),
      imageTag: imageTagFrom(read('imageTag'), env.account),
    });
    const { loadBalancer, service } = this.compute;
    this.cdn = new CdnStack(this, 'Cdn', { ...common('cpm-cdn'), loadBalancer, service });
    this.observability = this.monitoredBy(common('cpm-observability'));
    this.tag({ product: 'cpm', stage: stage.name });
  }

  private tag(tags: Record<string, string>): void {
    for (const [name, value] of Object.entries(tags)) {
      Tags.of(this).add(name, value, { excludeResourceTypes: UNTAGGED });
    }
  }

  private monitoredBy(common: StackProps & { stage: Stage }): ObservabilityStack {
    const { maxConnections: connections, storage } = common.stage.data;
    const { loadBalancer, targetGroup } = this.compute;
    return new ObservabilityStack(this, 'Observability', {
      ...common,
      monitored: { loadBalancer, targetGroup, cache: this.data.cache, distribution: this.cdn.distribution },
      databaseLimits: { connections, storage: storage.initial },
      runbook: runbookOf(this),
    });
  }
}

/** The account's stack, which all stages share. */
export function accountStack(app: App): AccountStack {
  const read = contextOf(app);
  const stack = new AccountStack(app, 'Account', {
    env: { account: accountFrom(read), region: 'us-east-1' },
    stackName: 'cpm-account',
    terminationProtection: read('protection') !== 'off',
    runbook: runbookOf(app),
    alertAddress: alertAddressFrom(read),
  });
  Tags.of(stack).add('product', 'cpm', { excludeResourceTypes: UNTAGGED });
  return stack;
}

/** The account's stack and the stages that the context names. */
export function deployedIn(app: App): readonly ProfileService[] {
  const account = accountStack(app);
  return stagesFrom(contextOf(app)).map((stage) => new ProfileService(app, stage, account));
}

/** The address of the runbook, in the repository of the app. */
function runbookOf(scope: Construct): Runbook {
  const repository = repositoryFrom(contextOf(scope)).replaceAll(/@\d+/g, '');
  return new Runbook(`https://github.com/${repository}/blob/main/docs/runbook.md`);
}

function contextOf(scope: Construct): ReadContext {
  return (name) => scope.node.tryGetContext(name) as unknown;
}

/** An app whose synthesis fails on findings of the AwsSolutions rules. */
export function checkedApp(context?: Record<string, unknown>): App {
  const app = new App({ context });
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
  return app;
}
