/** A pure piece of heavy work that a child process does: its input and output are copied between the processes. */
export interface Task<Input, Output> {
  /** Unique among all tasks. */
  readonly name: string;
  /** Loads what the first job would have to wait for; only a child process needs it. */
  readonly prepare?: () => Promise<unknown>;
  /** @throws {DomainError} why the input is rejected; it reaches the caller of `HeavyWork.run` */
  readonly execute: (input: Input) => Output | Promise<Output>;
}

/** The message to a child: which task, and its input. */
export interface TaskCall {
  readonly task: string;
  readonly input: unknown;
}

/** A `DomainError` or another error of a task, as the child sends it. */
export interface TaskRejection {
  readonly domain: boolean;
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly details: Record<string, unknown>;
}
