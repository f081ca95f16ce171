import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { production, stages } from './stages';
import { resourcesIn, templatesOf } from './testing';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource?: unknown;
  readonly Principal?: unknown;
}

const ACCOUNT = '123456789012';
const HERE = `us-east-1:${ACCOUNT}`;

/** What each call of deploy.sh needs: the actions, and the resource that they are about in production. */
const NEEDS: Record<string, { actions: string[]; resource: string } | 'nothing'> = {
  'cloudformation describe-stacks': {
    actions: ['cloudformation:DescribeStacks'],
    resource: `arn:aws:cloudformation:${HERE}:stack/cpm-account/0`,
  },
  'cloudfront create-invalidation': {
    actions: ['cloudfront:CreateInvalidation'],
    resource: `arn:aws:cloudfront::${ACCOUNT}:distribution/E1`,
  },
  'cloudfront wait invalidation-completed': {
    actions: ['cloudfront:GetInvalidation'],
    resource: `arn:aws:cloudfront::${ACCOUNT}:distribution/E1`,
  },
  // GitHub's workflow says CANAR_BILLING_ALERTS=on: the role reads no bills.
  'cloudwatch list-metrics': 'nothing',
  'ecr describe-images': { actions: ['ecr:DescribeImages'], resource: 'the repository' },
  'ecr get-login-password': { actions: ['ecr:GetAuthorizationToken'], resource: 'any' },
  'ecs wait services-stable': {
    actions: ['ecs:DescribeServices'],
    resource: `arn:aws:ecs:${HERE}:service/cpm-cluster/cpm-backend`,
  },
  'logs put-log-events': {
    actions: ['logs:PutLogEvents'],
    resource: `arn:aws:logs:${HERE}:log-group:/ecs/cpm-backend:log-stream:latest`,
  },
  's3 sync': {
    actions: ['s3:PutObject', 's3:DeleteObject'],
    resource: `arn:aws:s3:::cpm-site-${ACCOUNT}/pricing/index.html`,
  },
  'sesv2 get-account': { actions: ['ses:GetAccount'], resource: 'any' },
  'ssm get-parameter': {
    actions: ['ssm:GetParameter'],
    resource: `arn:aws:ssm:${HERE}:parameter/cdk-bootstrap/hnb659fds/version`,
  },
  'ssm get-parameters-by-path': {
    actions: ['ssm:GetParametersByPath'],
    resource: `arn:aws:ssm:${HERE}:parameter/cpm/settings/production`,
  },
  'sts get-caller-identity': 'nothing',
};

const calls = readFileSync(join(__dirname, '../../tools/deploy/calls.txt'), 'utf8').trim().split('\n');

/** Everything that the role is allowed, by its own policies and by that of the image repository. */
function statementsOf(stage: (typeof stages)[number]): Statement[] {
  const { Delivery } = templatesOf(stage);
  const own = resourcesIn(Delivery, 'AWS::IAM::Policy').map(([, { Properties }]) => Properties['PolicyDocument']);
  const [[, repository] = []] = resourcesIn(Delivery, 'AWS::ECR::Repository');
  const documents = [...own, repository?.Properties['RepositoryPolicyText']] as { Statement: Statement[] }[];
  return documents.flatMap(({ Statement }) => Statement);
}

const allows = (statements: Statement[], action: string, resource: string) =>
  statements.some(
    (statement) => [statement.Action].flat().includes(action) && resourcesOf(statement).some(covers(resource)),
  );

/** The statement of a repository's policy is about the repository. */
const resourcesOf = ({ Resource, Principal }: Statement) =>
  Principal ? ['the repository'] : [Resource].flat().map(String);

const covers = (resource: string) => (pattern: string) =>
  pattern === '*' ||
  new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(resource);

describe('the deploy role', () => {
  it('lists every AWS call of deploy.sh with its permissions', () => {
    expect(calls.filter((call) => !(call in NEEDS))).toEqual([]);
    expect(Object.keys(NEEDS).filter((call) => !calls.includes(call))).toEqual([]);
  });

  it.each(calls)('allows the deploy role to call aws %s', (call) => {
    const need = NEEDS[call] ?? 'nothing';
    if (need === 'nothing') return;
    const statements = statementsOf(production);
    const refused = need.actions.filter((action) => !allows(statements, action, need.resource));
    expect(refused).toEqual([]);
  });

  it('allows the deploy role nothing in another stage', () => {
    const staging = statementsOf(stages[1] as (typeof stages)[number]);
    const shared = ['cpm-account', 'cdk-bootstrap', 'distribution/E1', 'any', 'the repository'];
    const own = Object.values(NEEDS).flatMap((need) => (need === 'nothing' ? [] : [need]));
    const ofProduction = own.filter(({ resource }) => !shared.some((name) => resource.includes(name)));
    expect(ofProduction.length).toBeGreaterThan(3);
    for (const { actions, resource } of ofProduction) {
      expect(actions.filter((action) => allows(staging, action, resource))).toEqual([]);
    }
  });
});
