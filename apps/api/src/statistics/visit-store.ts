import type { TalliedVisit } from './domain/visit-tally';

/** What became of a transaction; null when the database does not know it. */
export type Outcome = 'committed' | 'aborted' | 'in progress' | null;

/** Where visits are kept as counts. */
export abstract class VisitStore {
  /**
   * Adds visits to the counts: all of them, or none when it throws before the commit was sent.
   * @param begun is told the transaction, by which its outcome can be asked when an answer is lost
   */
  abstract add(visits: readonly TalliedVisit[], begun: (transaction: string) => void): Promise<void>;

  /** What became of a transaction. */
  abstract outcome(transaction: string): Promise<Outcome>;

  /** Takes away counts before a day, some of them. @returns how many were taken */
  abstract forget(before: string, most: number): Promise<number>;
}
