import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';

export interface PublicUrlParameterProps {
  /** `https://` and the host, without a path. */
  readonly address: string;
  /** The SSM parameter from which tasks take PUBLIC_URL when they start. */
  readonly parameterName: string;
  readonly service: FargateService;
}

/**
 * Writes the API's public URL, which only CloudFront knows, to the parameter that tasks read when they start, and replaces the
 * running tasks. This happens when the address changes, not at every deployment.
 */
export class PublicUrlParameter extends Construct {
  private readonly log: LogGroup;
  private readonly role: Role;

  constructor(scope: Construct, id: string, { address, parameterName, service }: PublicUrlParameterProps) {
    super(scope, id);
    this.log = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.log.grantWrite(this.role);
    const parameterArn = Stack.of(this).formatArn({
      service: 'ssm',
      resource: 'parameter',
      resourceName: parameterName.replace(/^\//, ''),
    });

    const written = this.call('Parameter', {
      service: 'SSM',
      action: 'PutParameter',
      parameters: { Name: parameterName, Value: address, Type: 'String', Overwrite: true },
      outputPaths: ['Version'],
      allowed: new PolicyStatement({ actions: ['ssm:PutParameter'], resources: [parameterArn] }),
    });
    const restarted = this.call('Restart', {
      service: 'ECS',
      action: 'UpdateService',
      parameters: { cluster: service.cluster.clusterName, service: service.serviceName, forceNewDeployment: true },
      outputPaths: ['service.serviceName'],
      allowed: new PolicyStatement({ actions: ['ecs:UpdateService'], resources: [service.serviceArn] }),
      because: address,
    });
    restarted.node.addDependency(written);
  }

  private call(id: string, { allowed, because, ...call }: Call): AwsCustomResource {
    return new AwsCustomResource(this, id, {
      onUpdate: { ...call, physicalResourceId: PhysicalResourceId.of(because ?? id) },
      policy: AwsCustomResourcePolicy.fromStatements([allowed]),
      role: this.role,
      logGroup: this.log,
      installLatestAwsSdk: false,
    });
  }
}

/** One call of an AWS API, and the one permission it needs. */
interface Call {
  readonly service: string;
  readonly action: string;
  readonly parameters: Record<string, unknown>;
  /** The stored part of the response, which can be longer than CloudFormation accepts. */
  readonly outputPaths: string[];
  readonly allowed: PolicyStatement;
  /** A value whose change repeats the call with the same parameters. */
  readonly because?: string;
}
