import type { Row } from './report';
import { spreadOf } from './statistics';

/** The rounds of the limit and of the product, in the same order. */
export interface Rounds {
  limit: number[];
  ours: number[];
}

/** How one figure is judged and formatted. */
interface Comparison {
  what: string;
  show: (value: number) => string;
  goal: string;
  /** Judges the ratio of the medians; absent where there is no goal. */
  meets?: (ratio: number) => boolean;
}

/** A row that compares the product with the limit by the ratio of the medians. */
export function comparedRow({ limit, ours }: Rounds, { what, show, goal, meets }: Comparison): Row {
  const ratio = spreadOf(ours).median / spreadOf(limit).median;
  const met = meets ? meets(ratio) : null;
  return { what, limit: spread(limit, show), ours: spread(ours, show), ratio: ratio.toFixed(2), goal, met };
}

/** A row without a limit, judged by its median. */
export function plainRow(values: number[], { what, show, goal, meets }: Comparison): Row {
  const met = meets ? meets(spreadOf(values).median) : null;
  return { what, limit: '–', ours: spread(values, show), ratio: '–', goal, met };
}

function spread(values: number[], show: (value: number) => string): string {
  const { median, low, high } = spreadOf(values);
  return `${show(median)} (${show(low)}–${show(high)})`;
}

/** Formatted milliseconds. */
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
