import { problem } from '../platform/errors/problem';

export const statisticsRange = problem(
  'invalid',
  'statistics.range',
  'The range is longer than 366 days or ends before it begins.',
);
