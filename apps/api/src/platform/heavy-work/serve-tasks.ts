import { DomainError } from '../errors/domain-error';
import type { Task, TaskCall, TaskRejection } from './task';

/** Serves tasks to the parent process, one at a time, until it ends. Called by the program of the children. */
export async function serveTasks(tasks: readonly Task<never, unknown>[]): Promise<void> {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  process.on('disconnect', () => process.exit(0));
  process.on('message', (call: TaskCall) => void answer(byName.get(call.task), call.input));
  await Promise.all(tasks.map((task) => task.prepare?.()));
  process.send?.({ kind: 'ready' });
}

async function answer(task: Task<never, unknown> | undefined, input: unknown): Promise<void> {
  try {
    const value = await task?.execute(input as never);
    process.send?.({ kind: 'answer', value, rss: process.memoryUsage.rss() });
  } catch (error) {
    process.send?.({ kind: 'rejected', reason: rejectionOf(error) });
  }
}

function rejectionOf(error: unknown): TaskRejection {
  if (error instanceof DomainError) {
    const { kind, code, message, details } = error;
    return { domain: true, kind, code, message, details: { ...details } };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { domain: false, kind: '', code: '', message: text, details: {} };
}
