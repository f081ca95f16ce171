import { Stack } from 'aws-cdk-lib';
import { Repository, RepositoryEncryption, TagMutability, TagStatus } from 'aws-cdk-lib/aws-ecr';
import { AccountPrincipal, Effect, PolicyStatement, type IPrincipal, type IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { nameIn, taskExecutionRoleName, type Stage, removalIn } from '../../stages';

/** Number of images that are retained: months of releases, each available for a rollback. */
const IMAGES_KEPT = 50;

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const PUSH = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:CompleteLayerUpload',
  'ecr:InitiateLayerUpload',
  'ecr:PutImage',
  'ecr:UploadLayerPart',
];

/** Properties of `ImageRepository`. */
export interface ImageRepositoryProps {
  readonly stage: Stage;
}

/** Images of the API, tagged with the commit they were built from. Tags are immutable. */
export class ImageRepository extends Construct {
  readonly repository: Repository;

  constructor(scope: Construct, id: string, { stage }: ImageRepositoryProps) {
    super(scope, id);

    this.repository = new Repository(this, 'Repository', {
      repositoryName: nameIn(stage, 'cpm-backend'),
      imageTagMutability: TagMutability.IMMUTABLE,
      imageScanOnPush: true,
      encryption: RepositoryEncryption.AES_256,
      lifecycleRules: [
        { rulePriority: 1, description: 'Layers no tag needs', tagStatus: TagStatus.UNTAGGED, maxImageCount: 1 },
        { rulePriority: 2, description: 'Releases', tagStatus: TagStatus.ANY, maxImageCount: IMAGES_KEPT },
      ],
      removalPolicy: removalIn(stage),
      emptyOnDelete: !stage.protected,
    });
    this.allow('Pull', PULL, roleCalled(taskExecutionRoleName(stage), Stack.of(this).account));
  }

  /** Lets the deploy role push images and read them. */
  letPush(role: IRole): void {
    this.allow('Push', [...new Set([...PUSH, ...PULL, 'ecr:DescribeImages'])], role);
  }

  /** Lets production's deploy role pull images of this stage in the same account. */
  letPromote(): void {
    const { account } = Stack.of(this);
    this.allow('Promote', [...PULL, 'ecr:DescribeImages'], roleCalled('cpm-deploy', account));
  }

  private allow(sid: string, actions: string[], principal: IPrincipal): void {
    this.repository.addToResourcePolicy(
      new PolicyStatement({ sid, effect: Effect.ALLOW, actions, principals: [principal] }),
    );
  }
}

/** A role of another stack, given as a condition: a policy cannot name a role that is created later. */
function roleCalled(name: string, account: string): IPrincipal {
  const role = `arn:aws:iam::${account}:role/${name}`;
  return new AccountPrincipal(account).withConditions({ ArnEquals: { 'aws:PrincipalArn': role } });
}
