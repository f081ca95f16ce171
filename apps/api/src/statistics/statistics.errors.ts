import { problem } from '../platform/errors/problem';

export const statisticsRange = problem(
  'invalid',
  'statistics.range',
  'The days end before they begin, or are more than 366.',
);
