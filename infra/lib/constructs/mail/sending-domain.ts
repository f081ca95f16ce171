import { TxtRecord, PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** What the sending domain needs. */
export interface SendingDomainProps {
  readonly stage: Stage;
  readonly domain: NonNullable<Stage['domain']>;
}

/**
 * Amazon SES may send for the stage's domain, and receivers can tell that it may: DKIM signs each mail, a MAIL FROM domain
 * of ours carries SPF, and DMARC says what to do with what is neither. What comes back or is called spam goes to a topic.
 */
export class SendingDomain extends Construct {
  constructor(scope: Construct, id: string, { stage, domain }: SendingDomainProps) {
    super(scope, id);
    const { name: zoneName, hostedZoneId } = domain;
    const zone = PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', { zoneName, hostedZoneId });
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: configurationSetName(stage),
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      disableSuppressionList: true, // the API has the list: SES would keep an address whose bounce was lifted, or that was erased
    });
    configurationSet.addEventDestination('Events', {
      destination: EventDestination.snsTopic(this.topic(stage)),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    new EmailIdentity(this, 'Identity', {
      identity: Identity.publicHostedZone(zone),
      mailFromDomain: `mail.${zoneName}`,
      configurationSet,
    });
    new TxtRecord(this, 'Dmarc', { zone, recordName: `_dmarc.${zoneName}.`, values: ['v=DMARC1; p=quarantine'] });
  }

  private topic(stage: Stage): Topic {
    return new Topic(this, 'Events', {
      topicName: mailEventsTopicName(stage),
      enforceSSL: true,
      signatureVersion: '2', // SHA-256, which the API checks
    });
  }
}

/** The configuration set that the API names with each mail. */
export function configurationSetName(stage: Stage): string {
  return nameIn(stage, 'cpm-mail');
}

/** The topic of bounces and complaints, to which the CDN stack subscribes the API. */
export function mailEventsTopicName(stage: Stage): string {
  return nameIn(stage, 'cpm-mail-events');
}
