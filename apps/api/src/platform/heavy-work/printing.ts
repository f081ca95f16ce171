import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrintFailed, ProfilePrinter } from '@canar/profile-print';
import { WorkFailed } from '@canar/worker-pool';
import { HeavyWork, type JobOptions, maxRunning } from './heavy-work';

/** Prints PDFs in the one pool of child processes that all modules share, each in its turn. */
@Injectable()
export class Printing implements OnApplicationShutdown {
  private readonly printer: ProfilePrinter;

  constructor(private readonly heavyWork: HeavyWork) {
    this.printer = new ProfilePrinter({ maxChildren: maxRunning, ...heavyWork.clockLimits });
  }

  /**
   * @param kind tells versions of different kinds of documents apart
   * @throws {DomainError} as `HeavyWork.run`
   */
  run<Printed>(
    kind: string,
    options: JobOptions,
    print: (printer: ProfilePrinter) => Promise<Printed>,
  ): Promise<Printed> {
    return this.heavyWork.runElsewhere(kind, options, async () => {
      try {
        return await print(this.printer);
      } catch (error) {
        if (!(error instanceof PrintFailed)) throw error;
        const isLasting = error.code === 'print.cpu-time' || error.code === 'print.failed';
        throw new WorkFailed(isLasting ? 'crashed' : 'busy', error.message);
      }
    });
  }

  /** Starts a child before the first document needs it. */
  warmUp(): void {
    this.printer.warmUp();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
  }
}
