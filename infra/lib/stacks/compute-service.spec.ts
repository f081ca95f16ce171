import { Match, Template } from 'aws-cdk-lib/assertions';
import { development, production } from '../stages';
import { serviceIn } from '../testing';

const template = Template.fromStack(serviceIn(production).compute);

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}

function allowed(role: string): Record<string, string> {
  const [[id] = ['none']] = Object.entries(
    template.findResources('AWS::IAM::Role', { Properties: { RoleName: role } }),
  );
  const policies = template.findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: id }] } });
  const statements = Object.values(policies).flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement as Statement[],
  );
  return Object.fromEntries(
    statements.flatMap(({ Action, Resource }) => [Action].flat().map((action) => [action, JSON.stringify(Resource)])),
  );
}

describe('what the API may do', () => {
  const rights = allowed('cpm-api-task');

  it('lets the task role use its bucket and sign in as canar_app', () => {
    expect(Object.keys(rights).sort()).toEqual([
      'rds-db:connect',
      's3:DeleteObject',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
      'ses:SendEmail',
    ]);
    expect(rights['rds-db:connect']).toMatch(/"\/canar_app"\]\]\}$/);
    expect(rights['s3:GetObject']).toBe('"arn:aws:s3:::cpm-uploads-123456789012/*"');
  });

  it('lets the API send mail from one sender, with the set whose events come back', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          {
            Effect: 'Allow',
            Action: 'ses:SendEmail',
            Resource: [
              'arn:aws:ses:us-east-1:123456789012:configuration-set/cpm-mail',
              'arn:aws:ses:us-east-1:123456789012:identity/example.com',
            ],
            Condition: { StringEquals: { 'ses:FromAddress': 'hello@example.com' } },
          },
        ]),
      },
    });
  });

  it('lets the migration connect as canar_owner and do nothing else', () => {
    const [[action, resource] = ['none', 'none'], ...others] = Object.entries(allowed('cpm-migration-task'));
    expect([action, others]).toEqual(['rds-db:connect', []]);
    expect(resource).toMatch(/"\/canar_owner"\]\]\}$/);
  });

  it('disables ECS Exec', () => {
    template.hasResourceProperties('AWS::ECS::Service', { EnableExecuteCommand: false });
  });
});

describe('the service', () => {
  it('rolls back a release that does not start, with the full number of tasks', () => {
    template.hasResourceProperties('AWS::ECS::Service', {
      ServiceName: 'cpm-backend',
      DeploymentConfiguration: {
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
        MinimumHealthyPercent: 100,
        MaximumPercent: 150,
      },
    });
  });

  it('scales the number of tasks with the load', () => {
    template.hasResourceProperties('AWS::ECS::Service', { DesiredCount: Match.absent() });
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: 2, MaxCapacity: 10 });
    const measures = Object.values(template.findResources('AWS::ApplicationAutoScaling::ScalingPolicy')).map(
      ({ Properties }) =>
        Properties.TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification
          .PredefinedMetricType as string,
    );
    expect(measures.sort()).toEqual([
      'ALBRequestCountPerTarget',
      'ECSServiceAverageCPUUtilization',
      'ECSServiceAverageMemoryUtilization',
    ]);
  });

  it('gives tasks no public address', () => {
    const subnets = { AssignPublicIp: 'DISABLED', Subnets: Match.anyValue() };
    template.hasResourceProperties('AWS::ECS::Service', {
      NetworkConfiguration: { AwsvpcConfiguration: Match.objectLike(subnets) },
    });
  });

  it('runs in cpm-cluster with Container Insights off', () => {
    template.hasResourceProperties('AWS::ECS::Cluster', {
      ClusterName: 'cpm-cluster',
      ClusterSettings: [{ Name: 'containerInsights', Value: 'disabled' }],
    });
  });
});

describe('a release', () => {
  const [[migration] = ['none']] = Object.entries(template.findResources('Custom::SchemaMigration'));

  it('changes the service after the migration has succeeded', () => {
    template.hasResource('AWS::ECS::Service', { DependsOn: Match.arrayWith([migration]) });
  });

  it('migrates with the image of the release', () => {
    const [[task] = ['none']] = Object.entries(
      template.findResources('AWS::ECS::TaskDefinition', { Properties: { Family: 'cpm-migrations' } }),
    );
    template.hasResourceProperties('Custom::SchemaMigration', { taskDefinition: { Ref: task } });
  });

  it('starts the migration after its permission to read secrets', () => {
    const [[policy] = ['none']] = Object.entries(
      template.findResources('AWS::IAM::Policy', {
        Properties: { Roles: [{ Ref: Match.stringLikeRegexp('RolesExecution') }] },
      }),
    );
    template.hasResource('Custom::SchemaMigration', { DependsOn: Match.arrayWith([policy]) });
  });

  it('lets the migration start this task on this cluster only', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'ecs:RunTask',
            Resource: 'arn:aws:ecs:us-east-1:123456789012:task-definition/cpm-migrations:*',
            Condition: { ArnEquals: { 'ecs:cluster': Match.anyValue() } },
          }),
        ]),
      },
    });
  });
});

describe('the load balancer', () => {
  it('keeps the load balancer internal, drops invalid headers and logs access', () => {
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Name: 'cpm-alb',
      Scheme: 'internal',
      LoadBalancerAttributes: Match.arrayWith([
        { Key: 'deletion_protection.enabled', Value: 'true' },
        { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
        { Key: 'access_logs.s3.enabled', Value: 'true' },
      ]),
    });
  });

  it('listens on HTTPS with a domain and on HTTP inside the VPC without one', () => {
    const listener = 'AWS::ElasticLoadBalancingV2::Listener';
    template.hasResourceProperties(listener, { Port: 443, Protocol: 'HTTPS' });
    const without = Template.fromStack(serviceIn(development).compute);
    without.hasResourceProperties(listener, { Port: 80, Protocol: 'HTTP' });
  });

  it('connects to tasks by HTTPS and checks their health', () => {
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      Protocol: 'HTTPS',
      Port: 3000,
      TargetType: 'ip',
      HealthCheckPath: '/api/auth/health',
    });
  });

  it('opens no security group to a public address', () => {
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
    template.resourceCountIs('AWS::EC2::SecurityGroup', 0);
  });
});

describe('after a restore', () => {
  const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!db-restored-AbCdEf';
  const { compute } = serviceIn(production, { 'production-database': `db-RESTORED/${secret}` });
  const restored = JSON.stringify(Template.fromStack(compute).toJSON());

  it('connects to a replacement database by its number and secret', () => {
    expect(restored).toContain('arn:aws:rds-db:us-east-1:123456789012:dbuser:db-RESTORED/canar_app');
    expect(restored).toContain(`{"Name":"DATABASE_ADMIN_SECRET","ValueFrom":"${secret}"}`);
    expect(restored).not.toContain('MasterUserSecret');
  });

  it('outputs the running release, so that it can be deployed again', () => {
    template.hasOutput('ImageTag', { Value: 'no-release' });
  });
});
