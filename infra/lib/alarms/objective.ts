import { Duration } from 'aws-cdk-lib';

/** The availability objective: the percentage of requests in 30 days that are not answered with 5xx. */
export const objective = { percent: 99.9, days: 30 } as const;

/** The percentage of requests that may fail. */
export const errorBudget = 100 - objective.percent;

/**
 * An alarm on how fast the error budget is used up: it is active while both windows exceed the rate, and ends soon after the
 * failures do.
 */
export interface BurnRow {
  readonly name: string;
  readonly description: string;
  /** The burn rate: how many times faster than the budget allows. */
  readonly rate: number;
  readonly long: Duration;
  readonly short: Duration;
}

/**
 * Multi-window, multi-burn-rate alarms (The Site Reliability Workbook, chapter 5, "Alerting on SLOs"): a fiftieth of the budget
 * in an hour, a twentieth in six hours, a tenth in a day.
 */
export const burns: readonly BurnRow[] = [
  {
    name: 'ErrorBudgetBurnFast',
    description: 'The errors of the last hour would use up the month in two days',
    rate: 14.4,
    long: Duration.hours(1),
    short: Duration.minutes(5),
  },
  {
    name: 'ErrorBudgetBurnSteady',
    description: 'The errors of the last six hours would use up the month in five days',
    rate: 6,
    long: Duration.hours(6),
    short: Duration.minutes(30),
  },
  {
    name: 'ErrorBudgetBurnSlow',
    description: 'The errors of the last day would use up the month in ten days',
    rate: 3,
    long: Duration.days(1),
    short: Duration.hours(2),
  },
];
