import type { TalliedVisit } from './domain/visit-tally';

/** The outcome of a transaction; null when the database does not know it. */
export type Outcome = 'committed' | 'aborted' | 'in progress' | null;

/** Stores visits as counts. */
export abstract class VisitStore {
  /**
   * Adds visits to the counts: all of them, or none when it throws before the commit was sent.
   * @param begun receives the id of the transaction, to ask for its outcome when a response is lost
   */
  abstract add(visits: readonly TalliedVisit[], begun: (transaction: string) => void): Promise<void>;

  /** The outcome of a transaction. */
  abstract outcome(transaction: string): Promise<Outcome>;

  /** Deletes counts before a day, at most `limit`. @returns how many were deleted */
  abstract deleteBefore(before: string, limit: number): Promise<number>;
}
