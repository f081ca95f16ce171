import { AwsSolutionsChecks } from 'cdk-nag';
import { App, type StackProps, Tags, Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Runbook } from './alarms/runbook';
import { imageTagFrom, restoredDatabaseFrom } from './release';
import { AccountStack } from './stacks/account-stack';
import { CdnStack } from './stacks/cdn-stack';
import { ComputeStack } from './stacks/compute-stack';
import { DataStack } from './stacks/data-stack';
import { DeliveryStack } from './stacks/delivery-stack';
import { NetworkingStack } from './stacks/networking-stack';
import { ObservabilityStack } from './stacks/observability-stack';
import { accountFrom, alertAddressFrom, nameIn, sourceRepositoryFrom, withDomain, type Stage } from './stages';

/** Resource types whose CloudFormation schema has no tags. */
const UNTAGGED = [
  'AWS::ApplicationAutoScaling::ScalableTarget',
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
    const stage = withDomain(committed, this.node.tryGetContext(`${committed.name}-domain`));
    const env = { account: accountFrom(this.node.getContext('account')), region: stage.region };
    const common = (name: string) => ({
      stage,
      env,
      terminationProtection: stage.protected,
      stackName: nameIn(stage, name),
    });

    this.delivery = new DeliveryStack(this, 'Delivery', {
      ...common('cpm-delivery'),
      gitHub: account.gitHub,
      sourceRepository: sourceRepositoryFrom(this.node.getContext('repository')),
    });
    this.networking = new NetworkingStack(this, 'Networking', common('cpm-networking'));
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
      restored: restoredDatabaseFrom(this.node.tryGetContext(`${stage.name}-database`)),
      imageTag: imageTagFrom(this.node.tryGetContext('imageTag'), env.account),
    });
    const { loadBalancer, service } = this.compute;
    this.cdn = new CdnStack(this, 'Cdn', { ...common('cpm-cdn'), loadBalancer, service });
    this.observability = this.monitoredBy(common('cpm-observability'));
    Tags.of(this).add('product', 'cpm', { excludeResourceTypes: UNTAGGED });
    Tags.of(this).add('stage', stage.name, { excludeResourceTypes: UNTAGGED });
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
  const stack = new AccountStack(app, 'Account', {
    env: { account: accountFrom(app.node.getContext('account')), region: 'us-east-1' },
    stackName: 'cpm-account',
    terminationProtection: true,
    runbook: runbookOf(app),
    alertAddress: alertAddressFrom(app.node.tryGetContext('alertAddress')),
  });
  Tags.of(stack).add('product', 'cpm', { excludeResourceTypes: UNTAGGED });
  return stack;
}

/** The address of the runbook, in the repository of the app. */
function runbookOf(scope: Construct): Runbook {
  const repository = sourceRepositoryFrom(scope.node.getContext('repository'));
  return new Runbook(`https://github.com/${repository}/blob/main/docs/runbook.md`);
}

/** An app whose synthesis fails on findings of the AwsSolutions rules. */
export function checkedApp(context?: Record<string, unknown>): App {
  const app = new App({ context });
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
  return app;
}
