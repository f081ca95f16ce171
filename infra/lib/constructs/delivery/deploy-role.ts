import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, WebIdentityPrincipal, type IOidcProvider } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { nameIn, siteBucketName, type Stage } from '../../stages';

const GITHUB = 'token.actions.githubusercontent.com';

/** The roles that `cdk bootstrap` creates; they decide what a deployment may change. */
const BOOTSTRAP_ROLES = ['deploy', 'file-publishing', 'lookup'];

/** The stacks whose outputs a deployment reads: addresses, bucket, distribution, migration. */
const STACKS = ['delivery', 'networking', 'data', 'compute', 'cdn', 'observability'];

/** Properties of `DeployRole`. */
export interface DeployRoleProps {
  readonly stage: Stage;
  /** The GitHub repository whose workflows deploy, as `owner/name` or `owner@ID/name@ID`. */
  readonly sourceRepository: string;
  readonly gitHub: IOidcProvider;
}

/**
 * The role that `deploy.yml` assumes to deploy this stage: only from a workflow of our repository in the stage's GitHub
 * environment, where GitHub enforces the approvals. It has no access key, and only the permissions of the deployment
 * steps.
 */
export class DeployRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, { stage, sourceRepository, gitHub }: DeployRoleProps) {
    super(scope, id);

    this.role = new Role(this, 'Role', {
      roleName: nameIn(stage, 'cpm-deploy'),
      description: `Deploys ${stage.name} from GitHub Actions`,
      maxSessionDuration: Duration.hours(2),
      assumedBy: new WebIdentityPrincipal(gitHub.oidcProviderRef.oidcProviderArn, {
        StringEquals: {
          [`${GITHUB}:aud`]: 'sts.amazonaws.com',
          [`${GITHUB}:sub`]: subjectsOf(sourceRepository, stage),
        },
      }),
    });
    this.allowStacks(stage);
    this.allow(['ecr:GetAuthorizationToken', 'ses:GetAccount'], ['*']);
    this.allowSite(stage);
    this.allowWaiting(stage);
    acknowledge(this.role, stage);
  }

  private allowStacks(stage: Stage): void {
    const { account, region } = Stack.of(this);
    const bootstrapped = (name: string) =>
      `arn:aws:iam::${account}:role/cdk-hnb659fds-${name}-role-${account}-${region}`;
    this.allow(['sts:AssumeRole'], BOOTSTRAP_ROLES.map(bootstrapped));
    this.allow(['ssm:GetParameter'], [`arn:aws:ssm:${region}:${account}:parameter/cdk-bootstrap/hnb659fds/version`]);
    this.allow(['cloudformation:DescribeStacks'], stacksOf(stage, account, region));
    const settings = `arn:aws:ssm:${region}:${account}:parameter/cpm/settings/${stage.name}`;
    this.allow(['ssm:GetParametersByPath', 'ssm:PutParameter'], [settings, `${settings}/*`]);
  }

  private allowSite(stage: Stage): void {
    const { account } = Stack.of(this);
    const site = `arn:aws:s3:::${siteBucketName(stage, account)}`;
    this.allow(['s3:ListBucket'], [site]);
    this.allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], [`${site}/*`]);
    this.allow(
      ['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'],
      [`arn:aws:cloudfront::${account}:distribution/*`],
      {
        StringEquals: { 'aws:ResourceTag/stage': stage.name },
      },
    );
  }

  private allowWaiting(stage: Stage): void {
    const { account, region } = Stack.of(this);
    const service = `${nameIn(stage, 'cpm-cluster')}/${nameIn(stage, 'cpm-backend')}`;
    this.allow(['ecs:DescribeServices'], [`arn:aws:ecs:${region}:${account}:service/${service}`]);
    const log = `arn:aws:logs:${region}:${account}:log-group:${nameIn(stage, '/ecs/cpm-backend')}`;
    this.allow(['logs:PutLogEvents'], [`${log}:log-stream:latest`]);
  }

  private allow(actions: string[], resources: string[], conditions?: Record<string, Record<string, string>>): void {
    this.role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
  }
}

/**
 * What GitHub's token calls a workflow in the environment of the stage. Repositories that were made, renamed or moved since
 * 15 July 2026 are called by name and id, older ones by name; both are trusted where the ids are known, which stay when
 * a stranger takes over a name that was given up.
 */
function subjectsOf(sourceRepository: string, { name }: Stage): string[] {
  const spellings = new Set([sourceRepository, sourceRepository.replaceAll(/@\d+/g, '')]);
  return [...spellings].map((repository) => `repo:${repository}:environment:${name}`);
}

function stacksOf(stage: Stage, account: string, region: string): string[] {
  const names = ['cpm-account', ...STACKS.map((stack) => nameIn(stage, `cpm-${stack}`))];
  return names.map((name) => `arn:aws:cloudformation:${region}:${account}:stack/${name}/*`);
}

function acknowledge(role: Role, stage: Stage): void {
  const { account, region } = Stack.of(role);
  const accept = (resource: string, reason: string) =>
    Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
  accept(
    '*',
    'ecr:GetAuthorizationToken and ses:GetAccount know no resource; what may be pushed where is the repository policy to say.',
  );
  accept(`arn:aws:s3:::${siteBucketName(stage, account)}/*`, 'The files of one bucket, the exported site.');
  accept(
    `arn:aws:cloudfront::${account}:distribution/*`,
    'Only a distribution tagged with this stage; its id is not known before it is made.',
  );
  for (const stack of stacksOf(stage, account, region)) {
    accept(stack, 'One stack: after the slash is a number that CloudFormation draws.');
  }
  accept(
    `arn:aws:ssm:${region}:${account}:parameter/cpm/settings/${stage.name}/*`,
    'The settings of the stage from its first deployment: a handful of names, and no secret.',
  );
}
