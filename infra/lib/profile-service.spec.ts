import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { development, production, stages, type Stage } from './stages';
import { accountForTests, serviceIn, templatesOf } from './testing';

const templateOf = (stage: Stage) => Template.fromStack(serviceIn(stage).networking);

describe('ProfileService', () => {
  it('deploys every stage into one account', () => {
    const names = stages.map((stage) => serviceIn(stage).networking.stackName);
    expect(names).toEqual(['cpm-networking-development', 'cpm-networking-staging', 'cpm-networking']);
  });

  it('protects only production from deletion', () => {
    expect(serviceIn(production).networking.terminationProtection).toBe(true);
    expect(serviceIn(development).networking.terminationProtection).toBe(false);
  });

  it('tags resources with the product and the stage', () => {
    const tags = Match.arrayWith([
      { Key: 'product', Value: 'cpm' },
      { Key: 'stage', Value: 'development' },
    ]);
    templateOf(development).hasResourceProperties('AWS::EC2::VPC', { Tags: tags });
  });
});

const page = readFileSync(join(__dirname, '../../docs/deployment.md'), 'utf8').split(
  '## The commands of the deployment summary',
)[1];
const unchanged =
  /```sh\n(.*?)```/s
    .exec(page ?? '')?.[1]
    ?.trim()
    .split('\n') ?? [];
const others = new Map(
  [...(page ?? '').matchAll(/^\| (`.*?`) +\| (.*?) +\|$/gm)].map(([, command, runs]) => [command, runs]),
);

/** The beginnings of the commands in the deployment summary, in its order. */
const SUMMARY = [
  'docker build -t cpm-backend',
  'docker build -f Dockerfile.client',
  'chmod +x deploy.sh',
  './deploy.sh',
  'aws ecr create-repository',
  'terraform init',
  'terraform plan',
  'terraform apply',
  'aws ecr get-login-password',
  'docker tag',
  'docker push',
  'aws ecs update-service',
  'aws ec2 create-security-group --group-name cpm-alb-sg',
  'aws ec2 create-security-group --group-name cpm-ecs-sg',
  'aws acm request-certificate',
  'aws logs describe-log-groups',
  'aws logs get-log-events',
  'curl -f https://yourdomain.com/api/auth/health',
  'ab -n 1000 -c 10',
  'ab -n 100 -c 5',
  'curl -H "Origin',
  'curl -X POST',
  'aws ecs wait services-stable',
  'aws rds modify-db-instance',
  'aws application-autoscaling register-scalable-target',
  'aws cloudwatch put-metric-alarm --alarm-name "MonthlyCostAlert"',
  'aws ecs describe-services',
  'aws rds describe-db-instances',
  'aws ec2 describe-security-groups',
  'aws acm describe-certificate',
  'aws cloudwatch put-metric-alarm --alarm-name "HighCPUUtilization"',
];

/** Everything that production's templates and the account's name. */
const deployed = JSON.stringify([templatesOf(production), Template.fromStack(accountForTests()).toJSON()]);
const namesIn = (command: string) => [...command.matchAll(/\/ecs\/cpm-backend|\bcpm-[\w-]+|latest(?=")/g)].map(String);
const missing = (command: string) => namesIn(command).filter((name) => !deployed.includes(`"${name}"`));

describe('the commands of the deployment summary', () => {
  it('stand in docs/deployment.md, each with what becomes of it', () => {
    const told = [...unchanged, ...[...others.keys()].map(String)].join('\n');
    expect(SUMMARY.filter((command) => !told.includes(command))).toEqual([]);
    expect(unchanged.length).toBeGreaterThan(20);
  });

  it('name what production deploys wherever they are said to run unchanged', () => {
    const commands = unchanged.filter((command) => command.startsWith('aws '));
    expect(commands.flatMap(missing)).toEqual([]);
    expect(commands.flatMap(namesIn).length).toBeGreaterThan(10);
  });

  it('collide with production where they are said to fail', () => {
    const failing = [...others].filter(([, runs]) => runs?.startsWith('fails'));
    expect(failing).toHaveLength(3);
    expect(failing.flatMap(([command]) => missing(String(command)))).toEqual([]);
  });
});
