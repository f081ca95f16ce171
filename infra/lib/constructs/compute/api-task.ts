import { Validations } from 'aws-cdk-lib';
import {
  AwsLogDriverMode,
  Capability,
  type ContainerImage,
  CpuArchitecture,
  FargateTaskDefinition,
  LinuxParameters,
  LogDriver,
  OperatingSystemFamily,
} from 'aws-cdk-lib/aws-ecs';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration, Size } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { plain, secret, type Supplied } from '../../api-variables';

/** The user `node` of the image. */
const UNPRIVILEGED = '1000:1000';

/** Properties of `ApiTask`. */
export interface ApiTaskProps {
  /** The name of the task definition and of its container. */
  readonly family: string;
  readonly containerName: string;
  readonly image: ContainerImage;
  readonly command?: string[];
  readonly port?: number;
  readonly size: { readonly cpu: number; readonly memory: number };
  readonly executionRole: Role;
  readonly taskRole: Role;
  readonly variables: Readonly<Record<string, Supplied>>;
  readonly logGroup: ILogGroup;
  readonly logStreamPrefix: string;
  /** How long a container may take to exit after SIGTERM. */
  readonly patience: Duration;
}

/** A task of the API's image: not root, no capabilities, read-only file system. */
export class ApiTask extends Construct {
  readonly definition: FargateTaskDefinition;

  constructor(scope: Construct, id: string, { family, size, executionRole, taskRole, ...props }: ApiTaskProps) {
    super(scope, id);

    this.definition = new FargateTaskDefinition(this, 'Definition', {
      family,
      cpu: size.cpu,
      memoryLimitMiB: size.memory,
      executionRole,
      taskRole,
      runtimePlatform: {
        operatingSystemFamily: OperatingSystemFamily.LINUX,
        cpuArchitecture: CpuArchitecture.X86_64,
      },
    });
    this.addContainer(props);
    Validations.of(this.definition).acknowledge({
      id: 'AwsSolutions-ECS2',
      reason: 'What stands in plain sight is no secret: names, addresses, sizes. Secrets come from Secrets Manager.',
    });
  }

  private addContainer(props: Omit<ApiTaskProps, 'family' | 'size' | 'executionRole' | 'taskRole'>): void {
    const { logGroup, logStreamPrefix: streamPrefix } = props;
    const mode = AwsLogDriverMode.NON_BLOCKING;
    const container = this.definition.addContainer('Container', {
      containerName: props.containerName,
      image: props.image,
      command: props.command,
      environment: plain(props.variables),
      secrets: secret(props.variables),
      portMappings: props.port === undefined ? [] : [{ containerPort: props.port }],
      user: UNPRIVILEGED,
      privileged: false,
      readonlyRootFilesystem: true,
      linuxParameters: this.confinement(),
      stopTimeout: props.patience,
      logging: LogDriver.awsLogs({ logGroup, streamPrefix, mode, maxBufferSize: Size.mebibytes(4) }),
    });
    // The only writable folder, with the permissions of the image's VOLUME: cards unpack the East Asian fonts there.
    this.definition.addVolume({ name: 'scratch' });
    container.addMountPoints({ sourceVolume: 'scratch', containerPath: '/tmp', readOnly: false });
  }

  private confinement(): LinuxParameters {
    const parameters = new LinuxParameters(this, 'Confinement', { initProcessEnabled: true });
    parameters.dropCapabilities(Capability.ALL);
    return parameters;
  }
}
