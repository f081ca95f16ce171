import { AwsSolutionsChecks } from 'cdk-nag';
import { App, Tags, Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { NetworkingStack } from './stacks/networking-stack';
import { accountFrom, nameIn, type Stage } from './stages';

/** Resource types whose CloudFormation schema knows no tags. */
const UNTAGGED = [
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::CloudWatch::Dashboard',
  'AWS::ElasticLoadBalancingV2::Listener',
];

/** The whole product in one stage: its stacks, in the order in which they are deployed. */
export class ProfileService extends Construct {
  readonly networking: NetworkingStack;

  constructor(scope: Construct, stage: Stage) {
    super(scope, stage.name);
    const env = { account: accountFrom(this.node.getContext('account')), region: stage.region };
    const terminationProtection = stage.protected;

    this.networking = new NetworkingStack(this, 'Networking', {
      stage,
      env,
      terminationProtection,
      stackName: nameIn(stage, 'cpm-networking'),
    });

    Tags.of(this).add('product', 'cpm', { excludeResourceTypes: UNTAGGED });
    Tags.of(this).add('stage', stage.name, { excludeResourceTypes: UNTAGGED });
  }
}

/** An app that refuses to synthesize what AWS Solutions' rules find fault with. */
export function checkedApp(context?: Record<string, unknown>): App {
  const app = new App({ context });
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
  return app;
}
