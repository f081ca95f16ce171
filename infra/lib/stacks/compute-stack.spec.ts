import { Match, Template } from 'aws-cdk-lib/assertions';
import { type ApiEnvName, parseApiEnv, parseMigrationEnv, parsePreparationEnv } from '@canar/api-env';
import { CONNECTIONS_PER_TASK } from '../constructs/compute/api-environment';
import { maxHealthyPercent } from '../constructs/compute/api-service';
import { development, production, type Stage, stages } from '../stages';
import { serviceIn } from '../testing';

interface Container {
  readonly Environment: { Name: string; Value: unknown }[];
  readonly Secrets: { Name: string; ValueFrom: unknown }[];
}

const compute = serviceIn(production).compute;
const template = Template.fromStack(compute);
const text = JSON.stringify(template.toJSON());

function containerOf(family: string, found = template): Container {
  const [task] = Object.values(found.findResources('AWS::ECS::TaskDefinition', { Properties: { Family: family } }));
  return task?.['Properties'].ContainerDefinitions[0] as Container;
}

/** The environment of a container, with plausible values where only AWS knows the value. */
function environmentOf({ Environment, Secrets }: Container): Record<string, string> {
  const shown = Environment.map(({ Name, Value }) => [Name, typeof Value === 'string' ? Value : joined(Value)]);
  const hidden = Secrets.map(({ Name }) => [Name, SECRETS[Name] ?? 'x'.repeat(64)]);
  return Object.fromEntries([...shown, ...hidden]);
}

const SECRETS: Record<string, string> = {
  PUBLIC_URL: 'https://d111111abcdef8.cloudfront.net',
  DATABASE_ADMIN_SECRET: '{"username":"canar_admin","password":"secret"}',
};

function joined(value: unknown): string {
  const parts = (value as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join']?.[1] ?? ['name'];
  return parts.map((part) => (typeof part === 'string' ? part : 'host')).join('');
}

describe('the API of each stage', () => {
  describe.each(stages)('in $name', (stage) => {
    const found = Template.fromStack(serviceIn(stage).compute);
    const api = environmentOf(containerOf(`cpm-backend${stage.suffix}`, found));
    const schema = environmentOf(containerOf(`cpm-migrations${stage.suffix}`, found));

    it('starts the API with exactly the variables of its schema', () => {
      const env = parseApiEnv(api);
      const unread = Object.keys(api).filter((name) => !(name in env));
      expect(unread).toEqual([]);
      expect(env).toMatchObject({ NODE_ENV: 'production', TLS: 'self-signed', DATABASE_AUTH: 'iam', STORAGE: 's3' });
    });

    it('migrates before the API starts, as another user', () => {
      expect(parseMigrationEnv(schema).DATABASE_MIGRATION_URL).toContain('canar_owner@');
      expect(parsePreparationEnv(schema).DATABASE_ADMIN_URL).toContain('canar_admin:secret@');
      expect(parseApiEnv(api).DATABASE_URL).toContain('canar_app@');
    });

    it('leaves database connections for operators while a deployment doubles tasks', () => {
      const maxConnections = ((stage.compute.tasks.max * maxHealthyPercent(stage)) / 100) * CONNECTIONS_PER_TASK;
      expect(maxConnections).toBeLessThan(stage.data.maxConnections - 10);
    });
  });

  it('counts the database connections of a task correctly', () => {
    const { DATABASE_POOL_SIZE } = parseApiEnv(environmentOf(containerOf('cpm-backend')));
    const [queue, listener] = [2, 1];
    expect(DATABASE_POOL_SIZE + queue + listener).toBe(CONNECTIONS_PER_TASK);
  });
});

describe('secrets', () => {
  const names = ['JWT_SECRET', 'JWT_SECRET_PREVIOUS', 'SANDBOX_SECRET', 'REDIS_PASSWORD', 'DATABASE_ADMIN_SECRET'];

  it.each(names)('puts no secret into the template of %s', (name) => {
    expect(text).not.toContain(`"Name":"${name}","Value":`);
    expect(text).toContain(`"Name":"${name}","ValueFrom":`);
  });

  it('gives the API no secret of the database’s administrator', () => {
    expect(JSON.stringify(containerOf('cpm-backend'))).not.toContain('MasterUserSecret');
  });
});

describe('the sealed records of erased accounts', () => {
  const readerOf = (context?: Record<string, unknown>) => {
    const { Environment } = containerOf('cpm-backend', Template.fromStack(serviceIn(production, context).compute));
    return Environment.find(({ Name }) => (Name as ApiEnvName) === 'RETENTION_PUBLIC_KEY');
  };

  it('seals records for the reader that the context names, else for who has JWT_SECRET', () => {
    const Value = `MCowBQYDK2VuAyEA${'A'.repeat(43)}=`;
    expect(readerOf({ 'production-retention-key': Value })).toMatchObject({ Value });
    expect(readerOf()).toBeUndefined();
  });

  it('rejects a private key as that of the reader of sealed records', () => {
    expect(() => readerOf({ 'production-retention-key': `MC4CAQAwBQYDK2VuBCIEI${'A'.repeat(43)}` })).toThrow(
      'a retention key is a public key',
    );
  });
});

describe('the address of the product', () => {
  const publicUrl = (stage: Stage) => {
    const { Environment, Secrets } = containerOf(
      `cpm-backend${stage.suffix}`,
      Template.fromStack(serviceIn(stage).compute),
    );
    return [...Environment, ...Secrets].find(({ Name }) => (Name as ApiEnvName) === 'PUBLIC_URL');
  };

  it('uses the domain as the address of the product', () => {
    expect(publicUrl(production)).toEqual({ Name: 'PUBLIC_URL', Value: 'https://example.com' });
  });

  it("reads CloudFront's address from a parameter at the start of a task", () => {
    expect(publicUrl(development)).toMatchObject({ ValueFrom: expect.anything() });
    Template.fromStack(serviceIn(development).compute).hasResourceProperties('AWS::SSM::Parameter', {
      Name: '/cpm/public-url-development',
    });
  });
});

describe('mail by Amazon SES', () => {
  it('sets up DKIM, a MAIL FROM domain with SPF, and a DMARC policy for mail', () => {
    template.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'example.com',
      MailFromAttributes: { MailFromDomain: 'mail.example.com' },
    });
    const records = Object.values(template.findResources('AWS::Route53::RecordSet')) as {
      Properties: { Name: string; Type: string; ResourceRecords?: string[] };
    }[];
    const text = records.flatMap(({ Properties }) => (Properties.Type === 'TXT' ? [Properties] : []));
    expect(records.filter(({ Properties }) => Properties.Type === 'CNAME')).toHaveLength(3);
    expect(text.map(({ Name, ResourceRecords }) => [Name, ResourceRecords])).toEqual(
      expect.arrayContaining([
        ['mail.example.com.', ['"v=spf1 include:amazonses.com ~all"']],
        ['_dmarc.example.com.', ['"v=DMARC1; p=quarantine"']],
      ]),
    );
  });

  it('reports bounces and complaints to the API over HTTPS', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { MatchingEventTypes: ['bounce', 'complaint'], SnsDestination: Match.anyValue() },
    });
    template.hasResourceProperties('AWS::SNS::Topic', { TopicName: 'cpm-mail-events', SignatureVersion: '2' });
    const { cdn } = serviceIn(production);
    Template.fromStack(cdn).hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'https',
      Endpoint: 'https://example.com/api/mail/events',
      TopicArn: 'arn:aws:sns:us-east-1:123456789012:cpm-mail-events',
    });
    const { MAIL, SES_EVENTS_TOPIC } = parseApiEnv(environmentOf(containerOf('cpm-backend')));
    expect([MAIL, SES_EVENTS_TOPIC]).toEqual(['ses', 'arn:aws:sns:us-east-1:123456789012:cpm-mail-events']);
  });

  it("leaves the list of suppressed addresses to the API, without SES's own beside it", () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      Name: 'cpm-mail',
      SuppressionOptions: { SuppressedReasons: [] },
    });
  });

  it('gives way to the server of a secret, or to captured mail, by the context', () => {
    const by = (mail: string) => {
      const found = Template.fromStack(serviceIn(production, { 'production-mail': mail }).compute);
      found.resourceCountIs('AWS::SES::EmailIdentity', 0);
      return parseApiEnv({
        ...environmentOf(containerOf('cpm-backend', found)),
        ...(mail === 'smtp' && { SMTP_URL: 'smtps://a:b@c' }),
      });
    };
    expect(by('smtp').MAIL).toBe('smtp');
    expect(by('captured')).toMatchObject({ MAIL: 'captured', MAILBOX_SECRET: expect.any(String) });
  });
});

describe('a container', () => {
  it.each(['cpm-backend', 'cpm-migrations'])(
    'gives the container %s a read-only root and no Linux capabilities',
    (Family) => {
      template.hasResourceProperties('AWS::ECS::TaskDefinition', {
        Family,
        ContainerDefinitions: [
          Match.objectLike({
            ReadonlyRootFilesystem: true,
            MountPoints: [{ ContainerPath: '/tmp', ReadOnly: false, SourceVolume: 'scratch' }],
            User: '1000:1000',
            Privileged: false,
            LinuxParameters: { Capabilities: { Drop: ['ALL'] } },
          }),
        ],
      });
    },
  );

  it('runs the release that was named', () => {
    expect(JSON.stringify(containerOf('cpm-backend'))).toContain(':no-release"');
  });

  it('writes to the named log group, encrypted and with a retention', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: '/ecs/cpm-backend',
      RetentionInDays: 30,
      KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('LogKey'), 'Arn'] },
    });
  });
});
