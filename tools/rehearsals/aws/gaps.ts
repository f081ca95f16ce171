/** The properties of a resource in a CloudFormation template. */
export type Properties = Record<string, unknown>;

/** A resource that moto accepts only after a change. */
interface Change {
  readonly type: string;
  readonly why: string;
  /** The properties as moto accepts them, or the same object when there is nothing to change. */
  readonly apply: (properties: Properties) => Properties;
}

const NOT_MADE = "moto's CloudFormation does not make it";

/** Types that are omitted, each with the reason. References to them get invented values. */
export const absent: Readonly<Record<string, string>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': NOT_MADE,
  'AWS::ApplicationAutoScaling::ScalingPolicy': NOT_MADE,
  'AWS::Backup::BackupPlan': NOT_MADE,
  'AWS::Backup::BackupSelection': NOT_MADE,
  'AWS::Backup::BackupVault': NOT_MADE,
  'AWS::Backup::RestoreTestingPlan': NOT_MADE,
  'AWS::Backup::RestoreTestingSelection': NOT_MADE,
  'AWS::Budgets::Budget': NOT_MADE,
  'AWS::CertificateManager::Certificate': NOT_MADE,
  'AWS::CloudFormation::CustomResource': 'moto would run its Lambda function in Docker',
  'AWS::CloudFront::CachePolicy': NOT_MADE,
  'AWS::CloudFront::Distribution': NOT_MADE,
  'AWS::CloudFront::Function': NOT_MADE,
  'AWS::CloudFront::OriginAccessControl': NOT_MADE,
  'AWS::CloudFront::ResponseHeadersPolicy': NOT_MADE,
  'AWS::CloudFront::VpcOrigin': NOT_MADE,
  'AWS::CloudWatch::Alarm': NOT_MADE,
  'AWS::CloudWatch::CompositeAlarm': NOT_MADE,
  'AWS::EC2::NetworkAcl': NOT_MADE,
  'AWS::EC2::NetworkAclEntry': NOT_MADE,
  'AWS::EC2::SecurityGroupEgress': NOT_MADE,
  'AWS::EC2::SubnetNetworkAclAssociation': NOT_MADE,
  'AWS::ElastiCache::ParameterGroup': NOT_MADE,
  'AWS::ElastiCache::ReplicationGroup': NOT_MADE,
  'AWS::ElastiCache::SubnetGroup': NOT_MADE,
  'AWS::IAM::OIDCProvider': NOT_MADE,
  'AWS::Logs::Delivery': NOT_MADE,
  'AWS::Logs::DeliveryDestination': NOT_MADE,
  'AWS::Logs::DeliverySource': NOT_MADE,
  'AWS::Logs::MetricFilter': NOT_MADE,
  'AWS::Route53::RecordSet': 'moto wants the hosted zone to exist, which the owner of the domain creates',
  'AWS::S3::BucketPolicy': NOT_MADE,
  'AWS::SecretsManager::ResourcePolicy': NOT_MADE,
  'AWS::SecretsManager::RotationSchedule': NOT_MADE,
  'AWS::SecretsManager::Secret': NOT_MADE,
  'AWS::SecretsManager::SecretTargetAttachment': NOT_MADE,
  'AWS::Serverless::Application': NOT_MADE,
  'AWS::SES::ConfigurationSet': NOT_MADE,
  'AWS::SES::ConfigurationSetEventDestination': NOT_MADE,
  'AWS::SES::EmailIdentity': NOT_MADE,
  'AWS::Logs::LogStream': NOT_MADE,
  'AWS::SNS::Subscription': NOT_MADE,
  'AWS::SNS::TopicPolicy': NOT_MADE,
  'AWS::WAFv2::LoggingConfiguration': NOT_MADE,
  'AWS::WAFv2::WebACL': NOT_MADE,
};

/** Why a type is omitted, or undefined when it is deployed. */
export function whyAbsent(type: string): string | undefined {
  return type.startsWith('Custom::') ? absent['AWS::CloudFormation::CustomResource'] : absent[type];
}

/** Resources that are deployed in a changed form. */
export const changes: readonly Change[] = [
  {
    type: 'AWS::EC2::SecurityGroupIngress',
    why: 'moto knows no prefix list as a source: a range of example addresses stands for it',
    apply: (properties) =>
      'SourcePrefixListId' in properties
        ? { ...without('SourcePrefixListId')(properties), CidrIp: '198.51.100.0/24' }
        : properties,
  },
  { type: 'AWS::KMS::Key', why: 'moto fails on the tags of a key (KeyError: TagKey)', apply: without('Tags') },
  {
    type: 'AWS::RDS::DBInstance',
    why: 'moto fails on a parameter group of the same template (AttributeError)',
    apply: without('DBParameterGroupName'),
  },
  {
    type: 'AWS::RDS::DBInstance',
    why: 'moto knows no secret that a password could come from',
    apply: (properties) =>
      'MasterUserPassword' in properties ? { ...properties, MasterUserPassword: 'only-in-the-rehearsal' } : properties,
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    why: 'moto wants the certificate to exist, and makes none by CloudFormation: the listener speaks HTTP',
    apply: (properties) =>
      'Certificates' in properties
        ? { ...without('Certificates', 'SslPolicy')(properties), Protocol: 'HTTP' }
        : properties,
  },
  { type: 'AWS::SSM::Parameter', why: 'moto fails on the tags of a parameter (TypeError)', apply: without('Tags') },
];

/** Types that are retained when their stack is deleted, each with the reason. */
export const undeletable: Readonly<Record<string, string>> = {
  'AWS::EC2::VPC': "moto leaves a template's route tables behind, and then refuses to delete their VPC",
};

/** Types that moto updates. Resources of others stay as they were created: an update would make moto forget them. */
export const updated: readonly string[] = [
  'AWS::CloudWatch::Dashboard',
  'AWS::EC2::SecurityGroup',
  'AWS::ECR::Repository',
  'AWS::ECS::Cluster',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SSM::Parameter',
  'AWS::StepFunctions::StateMachine',
];

/** Attributes of supported resources that moto cannot return (AttributeError). */
export const unansweredAttributes: readonly string[] = [
  'CanonicalHostedZoneID',
  'LoadBalancerFullName',
  'MasterUserSecret.SecretArn',
  'DbiResourceId',
  'TargetGroupFullName',
];

function without(...names: string[]): (properties: Properties) => Properties {
  return (properties) =>
    names.some((name) => name in properties)
      ? Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)))
      : properties;
}
