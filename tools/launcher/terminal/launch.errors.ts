/** A launch that cannot continue: `message` is one sentence for the person at the terminal. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';

  constructor(
    message: string,
    /** The output of the program that failed. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Someone asked the launcher to stop while it was still starting. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
