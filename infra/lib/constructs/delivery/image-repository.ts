import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Repository, RepositoryEncryption, TagMutability, TagStatus } from 'aws-cdk-lib/aws-ecr';
import { AccountPrincipal, Effect, PolicyStatement, type IPrincipal, type IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { nameIn, taskExecutionRoleName, type Stage } from '../../stages';

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
      removalPolicy: stage.protected ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      emptyOnDelete: !stage.protected,
    });
    this.allow('Pull', PULL, taskExecutionRoleOf(stage, Stack.of(this).account));
  }

  /** Lets the deploy role push images and read them. */
  letPush(role: IRole): void {
    this.allow('Push', [...new Set([...PUSH, ...PULL, 'ecr:DescribeImages'])], role);
  }

  private allow(sid: string, actions: string[], principal: IPrincipal): void {
    this.repository.addToResourcePolicy(
      new PolicyStatement({ sid, effect: Effect.ALLOW, actions, principals: [principal] }),
    );
  }
}

/**
 * The role with which Fargate fetches the image, given as a condition: a policy cannot name a role that is created later.
 */
function taskExecutionRoleOf(stage: Stage, account: string): IPrincipal {
  const role = `arn:aws:iam::${account}:role/${taskExecutionRoleName(stage)}`;
  return new AccountPrincipal(account).withConditions({ ArnEquals: { 'aws:PrincipalArn': role } });
}
