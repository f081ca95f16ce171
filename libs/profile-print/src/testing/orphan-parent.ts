// A parent that prints once, reports its children's process ids, and then waits to be killed.
import { ProfilePrinter } from '../profile-printer';

async function printAndWait(): Promise<void> {
  const printer = new ProfilePrinter();
  await printer.print({ document: { basics: { name: 'Orphan' } }, template: 'classic', locale: 'en' });
  process.send?.(printer.processIds);
  setInterval(() => undefined, 60_000);
}

void printAndWait();
