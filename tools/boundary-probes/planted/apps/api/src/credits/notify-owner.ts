// breaks: @typescript-eslint/no-floating-promises
export function notifyOwner(send: () => Promise<void>): void {
  send();
}
