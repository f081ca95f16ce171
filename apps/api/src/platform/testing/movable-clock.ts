import { Clock } from '../clock/clock';

/** A clock that stands still until a test moves it. */
export class MovableClock extends Clock {
  private instant: number;

  constructor(start: string | Date = '2026-01-15T10:00:00Z') {
    super();
    this.instant = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Moves the clock forward by a number of seconds. */
  advance(seconds: number): void {
    this.instant += seconds * 1000;
  }

  /** Sets the clock to an instant. */
  set(instant: string | Date): void {
    this.instant = new Date(instant).getTime();
  }
}
