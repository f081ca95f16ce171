import { Match, Template } from 'aws-cdk-lib/assertions';
import { production, stages } from '../stages';
import { serviceIn } from '../testing';

interface Statement {
  readonly Sid?: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: object;
}

const template = Template.fromStack(serviceIn(production).delivery);
const policies = template.findResources('AWS::IAM::Policy') as Record<
  string,
  { Properties: { PolicyDocument: { Statement: Statement[] } } }
>;
const allowed = Object.values(policies).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);

describe('images', () => {
  it('makes image tags immutable and scans images on push', () => {
    template.hasResourceProperties('AWS::ECR::Repository', {
      RepositoryName: 'cpm-backend',
      ImageTagMutability: 'IMMUTABLE',
      ImageScanningConfiguration: { ScanOnPush: true },
    });
  });

  it('deletes old images by a lifecycle policy', () => {
    template.hasResourceProperties('AWS::ECR::Repository', {
      LifecyclePolicy: { LifecyclePolicyText: Match.serializedJson({ rules: Match.anyValue() }) },
    });
  });

  it('lets the execution role pull and the deploy role push images', () => {
    template.hasResourceProperties('AWS::ECR::Repository', {
      RepositoryPolicyText: {
        Statement: [
          Match.objectLike({
            Sid: 'Pull',
            Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/cpm-task-execution' } },
          }),
          Match.objectLike({
            Sid: 'Push',
            Principal: { AWS: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Deploy'), 'Arn'] } },
          }),
        ],
      },
    });
  });

  it.each(stages)('pins the logical id of the image repository in $name', (stage) => {
    const found = Template.fromStack(serviceIn(stage).delivery).findResources('AWS::ECR::Repository');
    expect(Object.keys(found)).toEqual(['ImagesRepository2D0F5B9C']);
  });
});

describe('the deploy role', () => {
  it.each(stages)('trusts workflows of the GitHub environment of $name only', (stage) => {
    Template.fromStack(serviceIn(stage).delivery).hasResourceProperties('AWS::IAM::Role', {
      RoleName: `cpm-deploy${stage.suffix}`,
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                'token.actions.githubusercontent.com:sub': [`repo:canar-app/canar:environment:${stage.name}`],
              },
            },
          }),
        ],
      },
    });
  });

  it('trusts a repository by name and by id, as GitHub calls it since July 2026', () => {
    const { delivery } = serviceIn(production, { repository: 'you@123/canar@4567' });
    const trust = JSON.stringify(Template.fromStack(delivery).findResources('AWS::IAM::Role'));
    expect(trust).toContain(
      '"token.actions.githubusercontent.com:sub":["repo:you@123/canar@4567:environment:production","repo:you/canar:environment:production"]',
    );
  });

  it('gives the deploy role no key, administrator policy or action wildcard', () => {
    template.resourceCountIs('AWS::IAM::AccessKey', 0);
    template.allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
    expect(allowed.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  it('names the resources of every action that supports resources', () => {
    const anything = allowed.filter(({ Resource }) => JSON.stringify(Resource) === '"*"');
    expect(anything.flatMap(({ Action }) => Action)).toEqual(['ecr:GetAuthorizationToken', 'ses:GetAccount']);
  });

  it("allows invalidation only of the stage's own distribution", () => {
    const invalidate = allowed.find(({ Action }) => Action.includes('cloudfront:CreateInvalidation'));
    expect(invalidate?.Condition).toEqual({ StringEquals: { 'aws:ResourceTag/stage': 'production' } });
  });
});
