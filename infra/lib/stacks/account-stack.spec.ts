import { Match, Template } from 'aws-cdk-lib/assertions';
import { accountForTests } from '../testing';

const template = Template.fromStack(accountForTests());
const billing = {
  Namespace: 'AWS/Billing',
  MetricName: 'EstimatedCharges',
  Dimensions: [{ Name: 'Currency', Value: 'USD' }],
  Statistic: 'Maximum',
  Period: 86400,
  ComparisonOperator: 'GreaterThanThreshold',
};

describe('the account', () => {
  it("trusts GitHub's OIDC tokens for the audience of AWS", () => {
    template.hasResourceProperties('AWS::IAM::OIDCProvider', {
      Url: 'https://token.actions.githubusercontent.com',
      ClientIdList: ['sts.amazonaws.com'],
    });
  });

  it('alerts early, exactly as the deployment summary requires', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...billing,
      AlarmName: 'MonthlyCostAlert',
      AlarmDescription: Match.stringLikeRegexp('^Alert when monthly cost exceeds threshold\\..*#monthlycostalert$'),
      Threshold: 100,
    });
  });

  it('alerts at the maximum monthly cost of all stages together', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...billing,
      AlarmName: 'MonthlyCostLimit',
      Threshold: 590,
    });
  });

  it('alerts when AWS forecasts that the limit will be exceeded', () => {
    const forecast = Match.objectLike({ NotificationType: 'FORECASTED', Threshold: 100 });
    template.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: Match.objectLike({ BudgetLimit: { Amount: 590, Unit: 'USD' }, TimeUnit: 'MONTHLY' }),
      NotificationsWithSubscribers: Match.arrayWith([Match.objectLike({ Notification: forecast })]),
    });
  });

  it('notifies one topic, to which budgets and alarms may publish', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    for (const { Properties } of alarms as { Properties: { AlarmActions: { Ref: string }[] } }[]) {
      expect(Properties.AlarmActions).toEqual([{ Ref: expect.stringContaining('Topic') }]);
    }
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sns:Publish',
            Principal: { Service: ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com'] },
          }),
        ]),
      },
    });
  });

  it('sends cost alerts to the configured address', () => {
    const withAddress = Template.fromStack(accountForTests({ alertAddress: 'operator@example.com' }));
    withAddress.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operator@example.com',
    });
    template.resourceCountIs('AWS::SNS::Subscription', 0);
  });

  it('rejects an invalid alert address', () => {
    expect(() => accountForTests({ alertAddress: 'operator' })).toThrow('alertAddress');
  });
});
