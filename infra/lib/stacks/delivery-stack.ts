import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Repository } from 'aws-cdk-lib/aws-ecr';
import type { IOidcProvider, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { DeployRole } from '../constructs/delivery/deploy-role';
import { ImageRepository } from '../constructs/delivery/image-repository';
import type { Stage } from '../stages';

/** Properties of `DeliveryStack`. */
export interface DeliveryStackProps extends StackProps {
  readonly stage: Stage;
  readonly gitHub: IOidcProvider;
  readonly sourceRepository: string;
}

/** How a release reaches the stage: the image repository, and the role that may deploy. */
export class DeliveryStack extends Stack {
  readonly repository: Repository;
  readonly deployRole: Role;

  constructor(scope: Construct, id: string, { stage, gitHub, sourceRepository, ...props }: DeliveryStackProps) {
    super(scope, id, props);

    const images = new ImageRepository(this, 'Images', { stage });
    const { role } = new DeployRole(this, 'Deploy', { stage, gitHub, sourceRepository });
    images.letPush(role);
    if (!stage.protected) images.letPromote();

    this.repository = images.repository;
    this.deployRole = role;
  }
}
