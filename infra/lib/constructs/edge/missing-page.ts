import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { LambdaEdgeEventType, type EdgeLambda } from 'aws-cdk-lib/aws-cloudfront';
import { CompositePrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime, type IVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/**
 * The site's own page, with status 404, for an unknown address. It has no permissions. Its copies at the edges exist
 * for hours after the distribution and block deletion, so CloudFormation retains it: unused, it costs nothing.
 */
export class MissingPage extends Construct {
  private readonly version: IVersion;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const answer = new Function(this, 'Function', {
      description: "Answers with the site's 404 page where S3 has no file",
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: Code.fromInline(readFileSync(join(__dirname, '../../edge/missing-page.js'), 'utf8')),
      timeout: Duration.seconds(5),
      role: new Role(this, 'Role', {
        assumedBy: new CompositePrincipal(
          new ServicePrincipal('lambda.amazonaws.com'),
          new ServicePrincipal('edgelambda.amazonaws.com'),
        ),
      }),
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    answer.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.version = answer.currentVersion;
  }

  /** The form in which a behaviour attaches it. */
  get onOriginResponse(): EdgeLambda {
    return { eventType: LambdaEdgeEventType.ORIGIN_RESPONSE, functionVersion: this.version };
  }
}
