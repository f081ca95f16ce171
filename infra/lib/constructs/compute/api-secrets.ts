import { identitySecrets, type IdentityProviderName, paymentSecrets, type PaymentProviderName } from '@canar/api-env';
import { Validations } from 'aws-cdk-lib';
import { Secret as TaskSecret } from 'aws-cdk-lib/aws-ecs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** The value of PUBLIC_URL until the CDN stack has written the address that CloudFront assigned. */
const NOT_KNOWN_YET = 'https://not-known-yet.invalid';

/** Properties of `ApiSecrets`. */
export interface ApiSecretsProps {
  readonly stage: Stage;
}

/** Secrets and parameters of the API that no template contains: generated here, or set by an operator or by the CDN stack. */
export class ApiSecrets extends Construct {
  readonly signing: TaskSecret;
  /** The former signing secret while its signatures are still accepted; until the first rotation a value that has signed nothing. */
  readonly formerSigning: TaskSecret;
  /** What the offered payment providers need, by its variable: the sandbox's is made here, others are set by an operator. */
  readonly payment: ReadonlyMap<string, TaskSecret>;
  /** What the offered identity providers need, by its variable; set by an operator. */
  readonly identity: ReadonlyMap<string, TaskSecret>;
  /** The mail server's address with its password; set by an operator. */
  readonly mail: TaskSecret | undefined;
  /** Opens the captured mail of a stage that has no mail server. */
  readonly mailbox: TaskSecret | undefined;
  /** The address of a stage without a domain. */
  readonly publicUrl: TaskSecret | undefined;

  constructor(scope: Construct, id: string, { stage }: ApiSecretsProps) {
    super(scope, id);
    const { domain, compute } = stage;

    this.signing = this.random('Signing', nameIn(stage, 'cpm/jwt-secret'), 'Every key that signs is derived from it');
    this.formerSigning = this.random(
      'FormerSigning',
      nameIn(stage, 'cpm/jwt-secret-previous'),
      'The former jwt-secret: verifies, signs nothing',
    );
    this.payment = new Map(compute.payments.flatMap((provider) => this.secretsOf(provider, stage)));
    this.identity = new Map(compute.identities.flatMap((provider) => this.identitySecretsOf(provider, stage)));
    this.mail = compute.mail === 'smtp' ? this.kept('Mail', nameIn(stage, 'cpm/smtp-url')) : undefined;
    this.mailbox =
      compute.mail !== 'captured'
        ? undefined
        : this.random('Mailbox', nameIn(stage, 'cpm/mailbox-secret'), 'Opens the captured mail');
    this.publicUrl = domain ? undefined : this.written(nameIn(stage, '/cpm/public-url'));
  }

  private secretsOf(provider: PaymentProviderName, stage: Stage): [string, TaskSecret][] {
    return paymentSecrets[provider].map((variable) => {
      const name = secretName(variable, stage);
      const isMade = provider === 'sandbox';
      return [
        variable,
        isMade ? this.random('Sandbox', name, "Signs the sandbox's events") : this.kept(variable, name),
      ];
    });
  }

  private identitySecretsOf(provider: IdentityProviderName, stage: Stage): [string, TaskSecret][] {
    return identitySecrets[provider].map((variable) => [variable, this.kept(variable, secretName(variable, stage))]);
  }

  private random(id: string, secretName: string, description: string): TaskSecret {
    const secret = new Secret(this, id, {
      secretName,
      description,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'A new value has to reach every task before it signs: ./deploy.sh rotate does it, not a calendar.',
    });
    return TaskSecret.fromSecretsManager(secret);
  }

  private kept(id: string, name: string): TaskSecret {
    return TaskSecret.fromSecretsManager(Secret.fromSecretNameV2(this, id, name));
  }

  private written(parameterName: string): TaskSecret {
    return TaskSecret.fromSsmParameter(
      new StringParameter(this, 'PublicUrl', {
        parameterName,
        description: 'The address of the product, once CloudFront has given one',
        stringValue: NOT_KNOWN_YET,
      }),
    );
  }
}

/** The name of the secret of a variable: `STRIPE_SECRET_KEY` is in `cpm/stripe-secret-key`. */
function secretName(variable: string, stage: Stage): string {
  return nameIn(stage, `cpm/${variable.toLowerCase().replaceAll('_', '-')}`);
}
