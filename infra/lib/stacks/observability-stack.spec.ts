import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { counters, metricNamespace, gauges } from '@canar/api-metrics';
import { alarmList } from '../alarms/alarm-list';
import { Measures } from '../alarms/measures';
import { burns } from '../alarms/objective';
import { Runbook } from '../alarms/runbook';
import { monitoredIn } from '../alarms/monitored';
import { production, stages, staging, type Stage } from '../stages';
import { ObservabilityStack } from './observability-stack';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

const RUNBOOK = new Runbook('https://github.com/example/canar/blob/main/docs/runbook.md');
const monitored = {
  loadBalancer: { loadBalancerFullName: 'app/cpm-alb/0123456789abcdef' },
  targetGroup: { targetGroupFullName: 'targetgroup/cpm-backend/0123456789abcdef' },
  cache: { replicationGroup: { replicationGroupId: 'cpm-redis', numCacheClusters: 2 } },
  distribution: { distributionId: 'E0123456789ABC' },
};
const databaseLimits = { connections: 120, storage: 20 };

function templateOf(stage: Stage): Template {
  const env = { account: '123456789012', region: stage.region };
  const props = { stage, env, monitored, databaseLimits, runbook: RUNBOOK };
  return Template.fromStack(new ObservabilityStack(new App(), 'Observability', props));
}

const template = templateOf(production);
const found = (type: string, from = template) => Object.values(from.findResources(type)) as Resource[];
const metricAlarms = (from = template) => found('AWS::CloudWatch::Alarm', from);
const compositeAlarms = () => found('AWS::CloudWatch::CompositeAlarm');
const alarmCalled = (name: string) => metricAlarms().find(({ Properties }) => Properties['AlarmName'] === name);
/** The dashboard's body, with a placeholder where CloudFormation inserts a value at deployment. */
function bodyOf(): string {
  const [dashboard] = found('AWS::CloudWatch::Dashboard');
  const { 'Fn::Join': joined } = dashboard?.Properties['DashboardBody'] as { 'Fn::Join': [string, unknown[]] };
  return joined[1].map((part) => (typeof part === 'string' ? part : 'later')).join('');
}

/** The anchors that GitHub gives to a document's headings. */
function anchorsOf(markdown: string): string[] {
  const headings = markdown.split('\n').filter((line) => /^#{1,6} /.test(line));
  return headings.map((line) =>
    line
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}

describe('every alarm', () => {
  const anchors = anchorsOf(readFileSync(join(__dirname, '../../../docs/runbook.md'), 'utf8'));
  const all = [...metricAlarms(), ...compositeAlarms()];
  const sectionOf = ({ Properties }: Resource) => String(Properties['AlarmDescription']).split('/docs/runbook.md#')[1];

  it('links every alarm to an existing section of the runbook', () => {
    expect(all.length).toBeGreaterThan(25);
    expect(all.filter((alarm) => !anchors.includes(sectionOf(alarm) ?? 'nowhere'))).toEqual([]);
  });

  it('notifies when an alarm begins and ends; a window through its composite', () => {
    const windows = new Set(burns.flatMap(({ name }) => [`${name}-long`, `${name}-short`]));
    const silent = all.filter(({ Properties }) => !Properties['AlarmActions'] || !Properties['OKActions']);
    expect(silent.map(({ Properties }) => Properties['AlarmName'])).toEqual([...windows]);
    const rules = JSON.stringify(compositeAlarms().map(({ Properties }) => Properties['AlarmRule']));
    for (const id of Object.keys(template.findResources('AWS::CloudWatch::Alarm'))) {
      if (/Burn\w+(long|short)/.test(id)) expect(rules).toContain(id);
    }
  });

  it('names each alarm uniquely in each stage', () => {
    const names = stages.flatMap((stage) =>
      metricAlarms(templateOf(stage)).map(({ Properties }) => Properties['AlarmName']),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('treats missing data of queues and services as breaching', () => {
    const bad = metricAlarms().filter(({ Properties }) => Properties['TreatMissingData'] === 'breaching');
    expect(bad.map(({ Properties }) => Properties['AlarmName'])).toEqual(['NoHealthyTargets', 'QueueBehind']);
  });
});

describe('the alarms of the deployment summary', () => {
  it('defines HighCPUUtilization exactly as the deployment summary', () => {
    expect(alarmCalled('HighCPUUtilization')?.Properties).toMatchObject({
      AlarmDescription: expect.stringMatching(/^Alert when CPU utilization is high\. /),
      MetricName: 'CPUUtilization',
      Namespace: 'AWS/ECS',
      Statistic: 'Average',
      Period: 300,
      Threshold: 80,
      ComparisonOperator: 'GreaterThanThreshold',
      Dimensions: expect.arrayContaining([
        { Name: 'ServiceName', Value: 'cpm-backend' },
        { Name: 'ClusterName', Value: 'cpm-cluster' },
      ]),
    });
  });

  it('alerts on reads over 200 ms and a cache hit rate below 90 %', () => {
    expect(alarmCalled('SlowReads')?.Properties).toMatchObject({ Threshold: 200, ExtendedStatistic: 'p99' });
    expect(alarmCalled('LowCacheHitRate')?.Properties).toMatchObject({
      Threshold: 90,
      ComparisonOperator: 'LessThanThreshold',
    });
  });

  it('alerts before the database is full', () => {
    expect(alarmCalled('DatabaseLowStorage')?.Properties['Threshold']).toBe(4 * 2 ** 30);
    expect(alarmCalled('DatabaseManyConnections')?.Properties['Threshold']).toBe(96);
  });
});

describe('what the product measures itself', () => {
  const ours = [...JSON.stringify(template.toJSON()).matchAll(/"MetricName":"(\w+)","Namespace":"CPM"/g)].map(
    ([, name]) => name,
  );

  it("raises alarms on the product's own metrics", () => {
    expect(metricNamespace).toBe('CPM');
    expect(ours).toEqual(expect.arrayContaining(['LedgerMismatches', 'WebhookFailures', 'FailedSignIns', 'QueueAge']));
  });

  it.each([...counters, ...Object.keys(gauges), 'Latency', 'Requests'])(
    'draws the metric %s on the dashboard',
    (name) => {
      expect(bodyOf()).toContain(name);
    },
  );
});

describe('the promise of 99.9 %', () => {
  it.each([
    ['ErrorBudgetBurnFast', 1.44, 3_600, 300],
    ['ErrorBudgetBurnSteady', 0.6, 21_600, 1_800],
    ['ErrorBudgetBurnSlow', 0.3, 86_400, 7_200],
  ])('raises alarm %s at %f percent of failures in both windows', (name, threshold, long, short) => {
    for (const [window, seconds] of [['long', long] as const, ['short', short] as const]) {
      const properties = alarmCalled(`${name}-${window}`)?.Properties;
      expect(properties).toMatchObject({ Threshold: threshold, ComparisonOperator: 'GreaterThanThreshold' });
      expect(JSON.stringify(properties)).toContain(`"Period":${seconds}`);
    }
    const pair = compositeAlarms().find(({ Properties }) => Properties['AlarmName'] === name);
    expect(JSON.stringify(pair?.Properties['AlarmRule'])).toContain(' AND ');
  });
});

describe('the dashboard CPM-Monitoring', () => {
  const widgets = (JSON.parse(bodyOf()) as { widgets: { properties: object }[] }).widgets;

  it.each([
    {
      metrics: [
        ['AWS/ECS', 'CPUUtilization', 'ServiceName', 'cpm-backend', 'ClusterName', 'cpm-cluster'],
        ['.', 'MemoryUtilization', '.', '.', '.', '.'],
      ],
      period: 300,
      stat: 'Average',
      region: 'us-east-1',
      title: 'ECS Service Metrics',
    },
    {
      metrics: [
        ['AWS/RDS', 'CPUUtilization', 'DBInstanceIdentifier', 'cpm-db'],
        ['.', 'DatabaseConnections', '.', '.'],
        ['.', 'FreeableMemory', '.', '.'],
      ],
      period: 300,
      stat: 'Average',
      region: 'us-east-1',
      title: 'RDS Database Metrics',
    },
  ])('contains the widget of the deployment summary exactly: $title', (properties) => {
    expect(widgets.filter((widget) => JSON.stringify(widget.properties) === JSON.stringify(properties))).toHaveLength(
      1,
    );
  });

  it.each(['AWS/ECS', 'AWS/ApplicationELB', 'AWS/RDS', 'AWS/ElastiCache', 'AWS/CloudFront', 'CPM'])(
    'shows metrics of %s on the dashboard',
    (name) => {
      expect(bodyOf()).toContain(name);
    },
  );
});

describe('the topic of alarms', () => {
  it('encrypts the alarm topic with a key that CloudWatch may use', () => {
    template.hasResourceProperties('AWS::SNS::Topic', { TopicName: 'cpm-alarms', KmsMasterKeyId: Match.anyValue() });
    const [key] = found('AWS::KMS::Key');
    const policy = JSON.stringify(key?.Properties['KeyPolicy']);
    expect(policy).toContain('cloudwatch.amazonaws.com');
    expect(policy).toContain('kms:GenerateDataKey*');
  });

  it('accepts alarms only from CloudWatch of this account, over TLS', () => {
    const statements = Match.arrayWith([
      Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      Match.objectLike({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com'] },
        Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
      }),
    ]);
    template.hasResourceProperties('AWS::SNS::TopicPolicy', { PolicyDocument: { Statement: statements } });
  });

  it.each(stages)('reports the cost of $name alone, by its tag', (stage) => {
    templateOf(stage).hasResourceProperties('AWS::Budgets::Budget', {
      Budget: {
        BudgetName: `cpm-monthly-${stage.name}`,
        BudgetLimit: { Amount: stage.monthlyLimit, Unit: 'USD' },
        CostFilters: { TagKeyValue: [`user:stage$${stage.name}`] },
      },
      NotificationsWithSubscribers: Match.arrayWith([
        Match.objectLike({ Subscribers: [{ SubscriptionType: 'SNS', Address: Match.anyValue() }] }),
      ]),
    });
  });

  it('sends alarms to the address of the stage, if it has one', () => {
    template.resourceCountIs('AWS::SNS::Subscription', 0);
    const withAddress = templateOf({ ...staging, alarms: { email: 'operations@example.com' } });
    withAddress.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operations@example.com',
    });
  });
});

describe('what is watched', () => {
  it('monitors every node of the cache', () => {
    expect(monitoredIn(staging, monitored).cacheNodes).toEqual(['cpm-redis-001', 'cpm-redis-002']);
  });

  it('gives no two alarms the same name', () => {
    const names = alarmList(new Measures(monitoredIn(production, monitored)), databaseLimits).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
