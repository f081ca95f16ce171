import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A small server in a process of its own, with which the product is compared. */
export interface LimitServer {
  url: string;
  pid: number;
  child: ChildProcess;
}

/** Starts a program of `limits/`, which answers its first message with the port it listens on. */
export async function startLimit(program: string, message: object): Promise<LimitServer> {
  const child = fork(join(__dirname, 'limits', program), { execArgv: [] });
  child.send(message);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0, child };
}
