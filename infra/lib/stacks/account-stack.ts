import { Stack, type StackProps } from 'aws-cdk-lib';
import { OidcProviderNative, type IOidcProvider } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Runbook } from '../alarms/runbook';
import { CostAlerts } from '../constructs/observability/cost-alerts';

/** What the account stack needs. */
export interface AccountStackProps extends StackProps {
  /** Who is told by mail when the month becomes dear. */
  readonly alertAddress?: string;
  readonly runbook: Runbook;
}

/** What an account has once: trust in GitHub's word about its workflows, and an eye on the bill. */
export class AccountStack extends Stack {
  readonly gitHub: IOidcProvider;

  constructor(scope: Construct, id: string, { alertAddress, runbook, ...props }: AccountStackProps) {
    super(scope, id, props);

    this.gitHub = new OidcProviderNative(this, 'GitHub', {
      url: 'https://token.actions.githubusercontent.com',
      clientIds: ['sts.amazonaws.com'],
    });
    new CostAlerts(this, 'CostAlerts', { alertAddress, runbook });
  }
}
