import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** Properties of `WebFirewall`. */
export interface WebFirewallProps {
  readonly stage: Stage;
}

/** A managed rule group of AWS, and its rules that only count here. */
interface ManagedRules {
  readonly group: string;
  readonly counted: readonly string[];
}

/**
 * Rules over bodies count and do not block: a CV is longer than 8 KiB, and its prose may mention SQL, scripts and paths.
 * The API validates every body, and the database takes values as parameters only.
 */
const MANAGED: readonly ManagedRules[] = [
  { group: 'AWSManagedRulesAmazonIpReputationList', counted: [] },
  {
    group: 'AWSManagedRulesCommonRuleSet',
    counted: [
      'SizeRestrictions_BODY',
      'CrossSiteScripting_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
      'EC2MetaDataSSRF_BODY',
    ],
  },
  {
    group: 'AWSManagedRulesKnownBadInputsRuleSet',
    counted: ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY', 'ReactJSRCE_BODY'],
  },
  { group: 'AWSManagedRulesSQLiRuleSet', counted: ['SQLi_BODY', 'SQLiExtendedPatterns_BODY'] },
];

/** The site's hashed files, of which one page loads dozens. */
const STATIC_FILES: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: '/_next/',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
};

/** Sign-ins in five minutes above which an address is logged: more than an office sends, fewer than a guesser. */
const SIGN_INS_PER_ADDRESS = 100;

/** The status that the API itself uses for too many requests. */
const TOO_MANY = JSON.stringify({
  type: 'about:blank',
  title: 'Too many requests from this address. Try again in a few minutes.',
  status: 429,
  code: 'request.too-many',
});

/** Blocks known attacks at CloudFront's edge, and clients that send more requests than a person can. */
export class WebFirewall extends Construct {
  readonly acl: CfnWebACL;

  constructor(scope: Construct, id: string, { stage }: WebFirewallProps) {
    super(scope, id);

    this.acl = new CfnWebACL(this, 'Acl', {
      name: nameIn(stage, 'cpm-web-acl'),
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      customResponseBodies: { tooMany: { contentType: 'APPLICATION_JSON', content: TOO_MANY } },
      rules: [tooManyRequests(stage.cdn.requestsPerAddress), tooManySignIns(), ...MANAGED.map(managedRule)],
      visibilityConfig: measuredAs(nameIn(stage, 'cpm-web-acl')),
    });
    this.record(stage);
  }

  /** Thirty days of blocked or counted requests, without the allowed ones. */
  private record(stage: Stage): void {
    const log = new LogGroup(this, 'Log', {
      logGroupName: nameIn(stage, 'aws-waf-logs-cpm'),
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const arn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: log.logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: this.acl.attrArn,
      logDestinationConfigs: [arn],
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
        { queryString: {} },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: ['BLOCK', 'COUNT', 'EXCLUDED_AS_COUNT'].map((Action) => ({ ActionCondition: { Action } })),
          },
        ],
      },
    });
  }
}

function tooManyRequests(limit: number): CfnWebACL.RuleProperty {
  const customResponse: CfnWebACL.CustomResponseProperty = {
    responseCode: 429,
    customResponseBodyKey: 'tooMany',
    responseHeaders: [{ name: 'Retry-After', value: '300' }],
  };
  return {
    name: 'TooManyRequests',
    priority: 0,
    action: { block: { customResponse } },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        evaluationWindowSec: 300,
        limit,
        scopeDownStatement: { notStatement: { statement: STATIC_FILES } },
      },
    },
    visibilityConfig: measuredAs('TooManyRequests', true),
  };
}

/** Logs addresses that try passwords, which no other log contains. It only counts; the API's own limits reject. */
function tooManySignIns(): CfnWebACL.RuleProperty {
  const path: CfnWebACL.ByteMatchStatementProperty = {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'EXACTLY',
    searchString: '/api/login',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  };
  return {
    name: 'TooManySignIns',
    priority: 1,
    action: { count: {} },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        evaluationWindowSec: 300,
        limit: SIGN_INS_PER_ADDRESS,
        scopeDownStatement: { byteMatchStatement: path },
      },
    },
    visibilityConfig: measuredAs('TooManySignIns', true),
  };
}

function managedRule({ group, counted }: ManagedRules, index: number): CfnWebACL.RuleProperty {
  return {
    name: group,
    priority: index + 2,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name: group,
        ruleActionOverrides: counted.map((name) => ({ name, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: measuredAs(group),
  };
}

/** Requests are counted by name. Samples show whole requests in the console: only of addresses that come too often. */
function measuredAs(metricName: string, sampledRequestsEnabled = false): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled };
}
