/**
 * Works on items one after the other; one that fails stops none of the others.
 * @param left what the items are for which it failed, such as `Mandates that still live`
 * @throws {AggregateError} the failures, after all items were tried
 */
export async function tryAll<Item>(
  items: Iterable<Item>,
  left: string,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${left}: ${failures.length}`);
}
