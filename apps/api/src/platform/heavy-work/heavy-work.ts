import { totalmem } from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WorkFailed, WorkerPool } from '@canar/worker-pool';
import { z } from 'zod';
import { Cache } from '../cache/cache';
import { DomainError, type DomainErrorDetails, type ErrorKind } from '../errors/domain-error';
import type { ProblemFactory } from '../errors/problem';
import { FairQueue, QueueFull, type Turn } from './fair-queue';
import { workBusy } from './heavy-work.errors';
import type { Task, TaskCall, TaskRejection } from './task';
import { workerProgram } from './worker-program';

const megabyte = 1024 * 1024;
const retryAfterSeconds = 5;
const rememberSeconds = 3_600;
const spaceForTwo = 1_536 * megabyte;

/** Jobs of all kinds that run at the same time: one where memory is scarce. */
export const maxRunning = (process.constrainedMemory() || totalmem()) < spaceForTwo ? 1 : 2;

/** Limits of one job in a child process. */
const limits = {
  cpuMs: 5_000,
  rssBytes: 600 * megabyte,
  heapMegabytes: 320,
  recycleAfter: 100,
  recycleAboveBytes: 300 * megabyte,
};

/** The maximum size of an input, in characters, that is worked on in this process. */
const maxInlineCharacters = 16 * 1024;

/** How a job is admitted, and what its failure is called. */
export interface JobOptions {
  readonly turn: Turn;
  /** The problem of a job that is over its limits. */
  readonly tooLarge: ProblemFactory;
  /** Identifies task and input: a job that was over its limits is not tried again for an hour. */
  readonly version?: string;
  /** The characters of the input; a small one is worked on at once, in this process. Default: it is large. */
  readonly characters?: number;
}

/** Does heavy work outside the event loop, with limits for each job and fair turns between those who ask. */
@Injectable()
export class HeavyWork implements OnApplicationShutdown {
  private readonly queue = new FairQueue({ maxRunning, maxWaiting: 100, maxWaitingPerQueue: 8 });
  private readonly pool = new WorkerPool<TaskCall, unknown>({
    program: workerProgram(),
    limits: { ...limits, ...this.clockLimits },
    maxChildren: maxRunning,
    maxWaiting: maxRunning,
  });

  constructor(private readonly cache: Cache) {}

  /** Milliseconds by the clock until a child is ready, and of one job; work in other pools has the same. */
  get clockLimits(): { startMs: number; wallMs: number } {
    return { startMs: 60_000, wallMs: 60_000 };
  }

  /**
   * Does a task.
   * @throws {DomainError} `work.busy`, the problem of `tooLarge`, and those of the task
   */
  async run<Input, Output>(task: Task<Input, Output>, input: Input, options: JobOptions): Promise<Output> {
    const { characters = Infinity } = options;
    if (characters <= maxInlineCharacters) return task.execute(input);
    return this.runElsewhere(task.name, options, async () => {
      return (await this.pool.run({ task: task.name, input })) as Output;
    });
  }

  /**
   * Does work of another pool of child processes, in its turn.
   * @param kind tells versions of different kinds of work apart
   * @param work throws `WorkFailed`
   * @throws {DomainError} as `run`
   */
  async runElsewhere<Output>(kind: string, options: JobOptions, work: () => Promise<Output>): Promise<Output> {
    const { turn, tooLarge, version } = options;
    const key = version === undefined ? null : `heavy-work-failed:${kind}:${version}`;
    const requireUntried = async () => {
      if (key && (await this.cache.get(key, z.literal(true)))) throw tooLarge();
    };
    try {
      await requireUntried();
      return await this.queue.run(turn, async () => {
        await requireUntried();
        return work();
      });
    } catch (error) {
      if (error instanceof QueueFull) throw busy();
      if (!(error instanceof WorkFailed)) throw error;
      if (error.code === 'rejected') throw rejectionOf(error);
      if (error.code !== 'cpu-time' && error.code !== 'crashed') throw busy();
      if (key) await this.cache.set(key, true, rememberSeconds);
      throw tooLarge();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }
}

function busy(): DomainError {
  return workBusy(undefined, { extras: { retryAfter: retryAfterSeconds } });
}

function rejectionOf(error: WorkFailed): Error {
  const { domain, kind, code, message, details } = error.rejection as TaskRejection;
  return domain
    ? new DomainError(kind as ErrorKind, code, message, details as DomainErrorDetails)
    : new Error(`A task failed: ${message}`);
}
