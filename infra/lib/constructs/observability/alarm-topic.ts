import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** Properties of `AlarmTopic`. */
export interface AlarmTopicProps {
  readonly stage: Stage;
}

/**
 * The SNS topic of the alarms. It has its own key, because CloudWatch may not use AWS's key for SNS, and statements for
 * CloudWatch and AWS Budgets, because a topic with a policy accepts only the principals that the policy names.
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { stage }: AlarmTopicProps) {
    super(scope, id);
    const speakers = ['cloudwatch', 'budgets'].map((name) => new ServicePrincipal(`${name}.amazonaws.com`));
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };

    const masterKey = new Key(this, 'Key', {
      description: 'Alarms on their way',
      enableKeyRotation: true,
      removalPolicy: stage.protected ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    masterKey.addToResourcePolicy(
      new PolicyStatement({
        principals: speakers,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions,
      }),
    );

    this.topic = new Topic(this, 'Topic', { topicName: nameIn(stage, 'cpm-alarms'), masterKey, enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: speakers,
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions,
      }),
    );
    if (stage.alarms.email) this.topic.addSubscription(new EmailSubscription(stage.alarms.email));
  }
}
