import { RemovalPolicy } from 'aws-cdk-lib';
import { FlowLogDestination, FlowLogTrafficType, type Vpc } from 'aws-cdk-lib/aws-ec2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** Properties of `RejectedTraffic`. */
export interface RejectedTrafficProps {
  readonly stage: Stage;
  readonly vpc: Vpc;
}

/** Thirty days of rejected packets. Accepted traffic is not logged: it would cost more than it is worth. */
export class RejectedTraffic extends Construct {
  constructor(scope: Construct, id: string, { stage, vpc }: RejectedTrafficProps) {
    super(scope, id);

    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: nameIn(stage, '/vpc/cpm-vpc'),
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    vpc.addFlowLog('Rejected', {
      destination: FlowLogDestination.toCloudWatchLogs(logGroup),
      trafficType: FlowLogTrafficType.REJECT,
    });
  }
}
