import { Stack } from 'aws-cdk-lib';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct, type IDependable } from 'constructs';
import type { Stage } from '../../stages';
import { mailEventsTopicName } from './sending-domain';

/** What the subscription needs. */
export interface MailEventsProps {
  readonly stage: Stage;
  readonly domain: NonNullable<Stage['domain']>;
  /** What must stand before the API can be reached, and confirm. */
  readonly after: IDependable;
}

/** Tells the API which mail came back and who complained. */
export class MailEvents extends Construct {
  constructor(scope: Construct, id: string, { stage, domain, after }: MailEventsProps) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    const topic = Topic.fromTopicArn(this, 'Topic', `arn:aws:sns:${region}:${account}:${mailEventsTopicName(stage)}`);
    new Subscription(this, 'Api', {
      topic,
      protocol: SubscriptionProtocol.HTTPS,
      endpoint: `https://${domain.name}/api/mail/events`,
    }).node.addDependency(after);
  }
}
