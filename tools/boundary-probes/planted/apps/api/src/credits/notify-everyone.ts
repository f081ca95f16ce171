// breaks: @typescript-eslint/no-misused-promises
export function notifyEveryone(owners: string[], send: (owner: string) => Promise<void>): void {
  owners.forEach(async (owner) => send(owner));
}
