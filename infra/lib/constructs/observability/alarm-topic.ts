import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** What the topic needs. */
export interface AlarmTopicProps {
  readonly stage: Stage;
}

/**
 * Where alarms go. It has a key of its own, because CloudWatch may not use the one that AWS keeps for SNS; and a word for
 * CloudWatch, because a topic that has a policy hears nobody whom the policy does not name.
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { stage }: AlarmTopicProps) {
    super(scope, id);
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };

    const masterKey = new Key(this, 'Key', { description: 'Alarms on their way', enableKeyRotation: true });
    masterKey.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions,
      }),
    );

    this.topic = new Topic(this, 'Topic', { topicName: nameIn(stage, 'cpm-alarms'), masterKey, enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions,
      }),
    );
    if (stage.alarms.email) this.topic.addSubscription(new EmailSubscription(stage.alarms.email));
  }
}
