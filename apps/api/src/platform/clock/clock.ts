/** Where every rule gets the time from. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;
}

/** The clock of the machine. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
