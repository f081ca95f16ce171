import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { production, staging } from '../../stages';
import { WebFirewall } from './web-firewall';

interface Rule {
  readonly Name: string;
  readonly Statement: {
    readonly ManagedRuleGroupStatement?: {
      readonly RuleActionOverrides?: { readonly Name: string; readonly ActionToUse: object }[];
    };
  };
}

const stack = new Stack(new App(), 'Stack', { env: { account: '123456789012', region: 'us-east-1' } });
new WebFirewall(stack, 'Firewall', { stage: production });
const template = Template.fromStack(stack);
const [acl] = Object.values(template.findResources('AWS::WAFv2::WebACL')) as { Properties: { Rules: Rule[] } }[];
const rules = acl?.Properties.Rules ?? [];

describe('the firewall', () => {
  it('attaches to CloudFront and allows requests that match no rule', () => {
    template.hasResourceProperties('AWS::WAFv2::WebACL', { Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
  });

  it('blocks by the managed rules of AWS', () => {
    expect(rules.map(({ Name }) => Name)).toEqual([
      'TooManyRequests',
      'TooManySignIns',
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesCommonRuleSet',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesSQLiRuleSet',
    ]);
  });

  it("only counts rules that a person's text or a 10 MB file could match", () => {
    const counted = rules.flatMap(({ Statement }) => Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? []);
    expect(counted.map(({ Name }) => Name)).toEqual(expect.arrayContaining(['SizeRestrictions_BODY', 'SQLi_BODY']));
    for (const { Name, ActionToUse } of counted) {
      expect(Name).toMatch(/_BODY$/);
      expect(ActionToUse).toEqual({ Count: {} });
    }
  });

  it('answers 429 to an address over its limit, not counting static files', () => {
    template.hasResourceProperties('AWS::WAFv2::WebACL', {
      Rules: Match.arrayWith([
        Match.objectLike({
          Name: 'TooManyRequests',
          Action: { Block: { CustomResponse: Match.objectLike({ ResponseCode: 429 }) } },
          Statement: {
            RateBasedStatement: {
              AggregateKeyType: 'IP',
              EvaluationWindowSec: 300,
              Limit: production.cdn.requestsPerAddress,
              ScopeDownStatement: {
                NotStatement: { Statement: { ByteMatchStatement: Match.objectLike({ SearchString: '/_next/' }) } },
              },
            },
          },
        }),
      ]),
    });
  });

  it('names addresses that come too often, and samples nobody else', () => {
    const limit = { RateBasedStatement: Match.objectLike({ AggregateKeyType: 'IP', Limit: 100 }) };
    template.hasResourceProperties('AWS::WAFv2::WebACL', {
      Rules: Match.arrayWith([Match.objectLike({ Name: 'TooManySignIns', Action: { Count: {} }, Statement: limit })]),
    });
    const sampled = (rules as (Rule & { VisibilityConfig: { SampledRequestsEnabled: boolean } })[]).filter(
      ({ VisibilityConfig }) => VisibilityConfig.SampledRequestsEnabled,
    );
    expect(sampled.map(({ Name }) => Name)).toEqual(['TooManyRequests', 'TooManySignIns']);
  });

  it('logs blocked and counted requests for 30 days without secrets or queries', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', { LogGroupName: 'aws-waf-logs-cpm', RetentionInDays: 30 });
    template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      RedactedFields: [
        { SingleHeader: { Name: 'authorization' } },
        { SingleHeader: { Name: 'cookie' } },
        { QueryString: {} },
      ],
      LoggingFilter: { DefaultBehavior: 'DROP' },
    });
  });

  it('names the firewall differently in every stage', () => {
    const other = new Stack(new App(), 'Stack', { env: { account: '123456789012', region: 'us-east-1' } });
    new WebFirewall(other, 'Firewall', { stage: staging });
    Template.fromStack(other).hasResourceProperties('AWS::WAFv2::WebACL', { Name: 'cpm-web-acl-staging' });
  });
});
