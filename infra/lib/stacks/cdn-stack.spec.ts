import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import cdk from '../../cdk.json';
import { example } from '../example';
import { development, production, stages, type Stage } from '../stages';
import { CdnStack } from './cdn-stack';
import { NetworkingStack } from './networking-stack';

interface Behavior {
  readonly PathPattern?: string;
  readonly AllowedMethods: string[];
  readonly CachePolicyId: unknown;
  readonly Compress: boolean;
  readonly TargetOriginId: string;
  readonly ViewerProtocolPolicy: string;
  readonly ResponseHeadersPolicyId?: unknown;
}

interface DistributionConfig {
  readonly DefaultCacheBehavior: Behavior;
  readonly CacheBehaviors: Behavior[];
  readonly CustomErrorResponses: Record<string, unknown>[];
  readonly Origins: { readonly Id: string; readonly DomainName: unknown; readonly VpcOriginConfig?: object }[];
}

/** A CDN stack in front of a load balancer and a service that replace the compute stack's. */
function templateOf(stage: Stage): Template {
  const app = new App({ context: cdk.context });
  const env = { account: '123456789012', region: 'us-east-1' };
  const { vpc } = new NetworkingStack(app, 'Networking', {
    stage,
    env,
    zones: example.zones.slice(0, stage.network.zones),
  });
  const compute = new Stack(app, 'Compute', { env });
  const loadBalancer = new ApplicationLoadBalancer(compute, 'LoadBalancer', { vpc, internetFacing: false });
  const taskDefinition = new FargateTaskDefinition(compute, 'Task');
  taskDefinition.addContainer('api', { image: ContainerImage.fromRegistry('cpm-backend') });
  const cluster = new Cluster(compute, 'Cluster', { vpc });
  const service = new FargateService(compute, 'Service', { cluster, taskDefinition, minHealthyPercent: 100 });
  return Template.fromStack(new CdnStack(app, 'Cdn', { stage, env, loadBalancer, service }));
}

const template = templateOf(production);
const withoutDomain = templateOf(development);

function only<Properties>(of: Template, type: string): [string, Properties] {
  const [entry, ...more] = Object.entries(of.findResources(type)) as [string, { Properties: Properties }][];
  if (!entry || more.length > 0) throw new Error(`Not one ${type}`);
  return [entry[0], entry[1].Properties];
}

const configOf = (of: Template) =>
  only<{ DistributionConfig: DistributionConfig }>(of, 'AWS::CloudFront::Distribution')[1].DistributionConfig;
const config = configOf(template);
const behavior = (path: string) => {
  const found = config.CacheBehaviors.find(({ PathPattern }) => PathPattern === path);
  if (!found) throw new Error(`No behaviour for ${path}`);
  return found;
};

const NEVER_CACHED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_METHODS = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'];

describe('what goes to the API', () => {
  it.each(['/api/*', '/p/*', '/robots.txt'])('forwards every method of %s without caching or compression', (path) => {
    const { AllowedMethods, CachePolicyId, Compress } = behavior(path);
    expect({ AllowedMethods, CachePolicyId, Compress }).toEqual({
      AllowedMethods: ALL_METHODS,
      CachePolicyId: NEVER_CACHED,
      Compress: false,
    });
  });

  it('caches photos for 5 minutes and matches their path before pages', () => {
    const [id] = Object.keys(
      template.findResources('AWS::CloudFront::CachePolicy', {
        Properties: { CachePolicyConfig: { Name: 'cpm-media', MinTTL: 0, DefaultTTL: 0, MaxTTL: 300 } },
      }),
    );
    expect(behavior('/p/media/*').CachePolicyId).toEqual({ Ref: id });
    const order = config.CacheBehaviors.map(({ PathPattern }) => PathPattern);
    expect(order.indexOf('/p/media/*')).toBeLessThan(order.indexOf('/p/*'));
  });

  it('reaches the internal load balancer through a VPC origin', () => {
    const api = config.Origins.find(({ Id }) => Id === behavior('/api/*').TargetOriginId);
    expect(api?.VpcOriginConfig).toBeDefined();
    template.hasResourceProperties('AWS::CloudFront::VpcOrigin', {
      VpcOriginEndpointConfig: { Name: 'cpm-api-https', Arn: Match.objectLike({}), OriginProtocolPolicy: 'https-only' },
    });
  });

  it('rejects API calls over plain HTTP and redirects pages to HTTPS', () => {
    expect(behavior('/api/*').ViewerProtocolPolicy).toBe('https-only');
    expect(behavior('/p/*').ViewerProtocolPolicy).toBe('redirect-to-https');
  });

  it("sends the API's headers without a policy that overrides them", () => {
    expect(behavior('/api/*').ResponseHeadersPolicyId).toBeUndefined();
    expect(behavior('/p/*').ResponseHeadersPolicyId).toBeUndefined();
  });

  it('passes API errors through without caching or replacing them', () => {
    for (const failure of config.CustomErrorResponses) {
      expect(failure).toEqual({ ErrorCachingMinTTL: 0, ErrorCode: expect.any(Number) });
    }
    const codes = config.CustomErrorResponses.map(({ ErrorCode }) => ErrorCode);
    expect(codes).toEqual([400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]);
  });
});

describe('the site', () => {
  it('lets only this distribution read the bucket of the site', () => {
    const [id] = only(template, 'AWS::CloudFront::Distribution');
    const [bucket] = Object.keys(template.findResources('AWS::S3::Bucket')).filter((name) => name.startsWith('Site'));
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: bucket },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 's3:GetObject',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Condition: { StringEquals: { 'AWS:SourceArn': { 'Fn::Join': ['', Match.arrayWith([{ Ref: id }])] } } },
          }),
        ]),
      },
    });
  });

  it('stores the site in an encrypted private bucket', () => {
    const closed = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: closed,
      BucketEncryption: Match.objectLike({}),
    });
  });

  it('stores the site where the deploy role may upload it', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      BucketName: 'cpm-site-123456789012',
      VersioningConfiguration: {},
    });
  });

  it('allows only reading methods for the site', () => {
    expect(config.DefaultCacheBehavior.AllowedMethods).toEqual(['GET', 'HEAD']);
    expect(behavior('/_next/static/*').AllowedMethods).toEqual(['GET', 'HEAD']);
  });

  it('finds folders and the 404 page of the site by edge functions', () => {
    expect(config.DefaultCacheBehavior).toMatchObject({
      FunctionAssociations: [{ EventType: 'viewer-request' }],
      LambdaFunctionAssociations: [{ EventType: 'origin-response' }],
    });
  });

  it('sends security headers with the site and lets browsers revalidate pages', () => {
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        Name: 'cpm-pages',
        CustomHeadersConfig: {
          Items: Match.arrayWith([{ Header: 'Cache-Control', Value: 'no-cache', Override: true }]),
        },
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: "frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
            Override: true,
          },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: false, Override: true },
        },
      },
    });
  });
});

describe('the record of requests', () => {
  it('logs requests without address, cookie, query and referrer', () => {
    const [, { RecordFields }] = only<{ RecordFields: string[] }>(template, 'AWS::Logs::Delivery');
    expect(RecordFields.filter((name) => /ip$|forwarded|cookie|query|referer/i.test(name))).toEqual([]);
    expect(RecordFields).toEqual(expect.arrayContaining(['cs-uri-stem', 'sc-status', 'x-edge-request-id']));
  });

  it('logs requests of this distribution and deletes them after thirty days', () => {
    const [id] = only(template, 'AWS::CloudFront::Distribution');
    const [, source] = only<{ ResourceArn: object }>(template, 'AWS::Logs::DeliverySource');
    expect(JSON.stringify(source.ResourceArn)).toContain(id);
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 30, Status: 'Enabled' })] },
    });
  });
});

describe('the address', () => {
  it("serves the stage's domain over IPv4 and IPv6 with its certificate", () => {
    template.hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: 'example.com',
      SubjectAlternativeNames: ['*.example.com'],
      ValidationMethod: 'DNS',
    });
    for (const Type of ['A', 'AAAA']) {
      template.hasResourceProperties('AWS::Route53::RecordSet', { Name: 'example.com.', Type });
    }
    expect(config).toMatchObject({
      Aliases: ['example.com'],
      HttpVersion: 'http2and3',
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
  });

  it("uses CloudFront's name without a domain and passes it to the API", () => {
    withoutDomain.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    withoutDomain.resourceCountIs('AWS::Route53::RecordSet', 0);
    const calls = Object.values(withoutDomain.findResources('Custom::AWS')).map((call) => JSON.stringify(call));
    expect(calls).toEqual([
      expect.stringMatching(/PutParameter.*\/cpm\/public-url-development.*DomainName/),
      expect.stringMatching(/UpdateService.*forceNewDeployment/),
    ]);
  });

  it('publishes the address with permissions over single resources only', () => {
    const policies = Object.values(withoutDomain.findResources('AWS::IAM::Policy')) as {
      Properties: { PolicyDocument: { Statement: { Action: string | string[]; Resource: unknown }[] } };
    }[];
    const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    expect(statements.flatMap(({ Action }) => Action).sort()).toEqual([
      'ecs:UpdateService',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'ssm:PutParameter',
    ]);
    expect(JSON.stringify(statements)).not.toContain('"*"');
    template.resourceCountIs('Custom::AWS', 0);
  });

  it.each(stages)('pins the logical id of the distribution in $name', (stage) => {
    expect(only(templateOf(stage), 'AWS::CloudFront::Distribution')[0]).toBe('EdgeDistribution0060737B');
  });
});
