import { Stack, type StackProps } from 'aws-cdk-lib';
import { OidcProviderNative, type IOidcProvider } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Runbook } from '../alarms/runbook';
import { CostAlerts } from '../constructs/observability/cost-alerts';

/** Properties of `AccountStack`. */
export interface AccountStackProps extends StackProps {
  /** Who gets mail about the cost of the month. */
  readonly alertAddress?: string;
  readonly runbook: Runbook;
}

/** Resources that an account has once: the OIDC provider of GitHub's workflows, and the cost alerts. */
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
