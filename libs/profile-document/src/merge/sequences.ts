/** The index pairs of a longest common subsequence of two lists, ascending in both. */
function commonIndexes(a: readonly string[], b: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const length = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const best = a[i] === b[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
      (lengths[i] as Uint16Array)[j] = best;
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** The entries of `after` that moved relative to the others since `before`; both lists hold the same entries once. */
export function movedEntries(before: readonly string[], after: readonly string[]): Set<string> {
  const stayed = new Set(commonIndexes(before, after).map(([index]) => before[index]));
  return new Set(after.filter((entry) => !stayed.has(entry)));
}

/** Adds the entries of another list that are missing, each after its predecessor there. */
export function withMissing(list: readonly string[], source: readonly string[]): string[] {
  const result = [...list];
  const present = new Set(list);
  source.forEach((entry, index) => {
    if (present.has(entry)) return;
    const before = index === 0 ? undefined : source[index - 1];
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, entry);
    present.add(entry);
  });
  return result;
}

/** A merged order; `contested` when both sides moved the same entry to different positions and mine was taken. */
export interface MergedOrder {
  order: string[];
  contested: boolean;
}

/** Merges the orders of two lists with a common ancestor; `remaining` holds the entries of the merged list. */
export function mergeOrders(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  remaining: ReadonlySet<string>,
): MergedOrder {
  const everywhere = new Set(base.filter((id) => remaining.has(id) && mine.includes(id) && theirs.includes(id)));
  const common = (list: readonly string[]) => list.filter((id) => everywhere.has(id));
  const [myMoves, theirMoves] = [mine, theirs].map((side) => movedEntries(common(base), common(side))) as [
    Set<string>,
    Set<string>,
  ];
  const rest = (list: readonly string[]) => list.filter((id) => remaining.has(id));
  if (myMoves.size === 0) return { order: withMissing(rest(theirs), rest(mine)), contested: false };
  const agree = common(mine).join('\n') === common(theirs).join('\n');
  const contested = !agree && [...theirMoves].some((id) => myMoves.has(id));
  if (agree || contested || theirMoves.size === 0) return { order: withMissing(rest(mine), rest(theirs)), contested };
  const unmoved = rest(mine).filter((id) => !theirMoves.has(id));
  return { order: withMissing(unmoved, rest(theirs)), contested: false };
}

/** A segment of three lists between two entries that all of them have. */
interface Segment {
  base: string[];
  mine: string[];
  theirs: string[];
}

function segments(base: readonly string[], mine: readonly string[], theirs: readonly string[]): Segment[] {
  const inMine = new Map(commonIndexes(base, mine));
  const inTheirs = new Map(commonIndexes(base, theirs));
  const result: Segment[] = [];
  let i = 0;
  let j = 0;
  let k = 0;
  for (let index = 0; index <= base.length; index += 1) {
    const [m, t] = index === base.length ? [mine.length, theirs.length] : [inMine.get(index), inTheirs.get(index)];
    if (m === undefined || t === undefined) continue;
    result.push({ base: base.slice(i, index), mine: mine.slice(j, m), theirs: theirs.slice(k, t) });
    const entry = base[index];
    if (entry !== undefined) result.push({ base: [entry], mine: [entry], theirs: [entry] });
    [i, j, k] = [index + 1, m + 1, t + 1];
  }
  return result;
}

/** Merges two lists of entries with a common ancestor; null when both changed the same segment differently. */
export function mergeEntries(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] | null {
  const same = (a: string[], b: string[]) => a.length === b.length && a.every((entry, index) => entry === b[index]);
  const merged: string[] = [];
  for (const part of segments(base, mine, theirs)) {
    if (same(part.mine, part.theirs) || same(part.theirs, part.base)) merged.push(...part.mine);
    else if (same(part.mine, part.base)) merged.push(...part.theirs);
    else if (part.base.length > 0) return null;
    else merged.push(...part.mine, ...part.theirs.filter((entry) => !part.mine.includes(entry)));
  }
  return merged;
}
