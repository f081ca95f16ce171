/** The places of a longest common subsequence of two lists without losing order: pairs of indexes, rising in both. */
export function commonPlaces(a: readonly string[], b: readonly string[]): [number, number][] {
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

/** Which entries of `after` stand elsewhere, relative to the others, than in `before`; both hold the same entries once. */
export function movedEntries(before: readonly string[], after: readonly string[]): Set<string> {
  const stayed = new Set(commonPlaces(before, after).map(([place]) => before[place]));
  return new Set(after.filter((entry) => !stayed.has(entry)));
}

/** The list with entries of another list that it lacks, each behind the one that it follows there. */
export function withMissing(list: readonly string[], other: readonly string[]): string[] {
  const result = [...list];
  const present = new Set(list);
  other.forEach((entry, index) => {
    if (present.has(entry)) return;
    const before = index === 0 ? undefined : other[index - 1];
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, entry);
    present.add(entry);
  });
  return result;
}

/** An order out of three; `contested` when both sides moved the same entry to different places and mine was taken. */
export interface MergedOrder {
  order: string[];
  contested: boolean;
}

/** Merges the orders of two lists that grew from one; `kept` says which entries the merged list has. */
export function mergeOrders(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kept: ReadonlySet<string>,
): MergedOrder {
  const everywhere = new Set(base.filter((id) => kept.has(id) && mine.includes(id) && theirs.includes(id)));
  const common = (list: readonly string[]) => list.filter((id) => everywhere.has(id));
  const [myMoves, theirMoves] = [mine, theirs].map((side) => movedEntries(common(base), common(side))) as [
    Set<string>,
    Set<string>,
  ];
  const rest = (list: readonly string[]) => list.filter((id) => kept.has(id));
  if (myMoves.size === 0) return { order: withMissing(rest(theirs), rest(mine)), contested: false };
  const agree = common(mine).join('\n') === common(theirs).join('\n');
  const contested = !agree && [...theirMoves].some((id) => myMoves.has(id));
  if (agree || contested || theirMoves.size === 0) return { order: withMissing(rest(mine), rest(theirs)), contested };
  const unmoved = rest(mine).filter((id) => !theirMoves.has(id));
  return { order: withMissing(unmoved, rest(theirs)), contested: false };
}

/** A stretch of three lists between two entries that all of them have. */
interface Stretch {
  base: string[];
  mine: string[];
  theirs: string[];
}

function stretches(base: readonly string[], mine: readonly string[], theirs: readonly string[]): Stretch[] {
  const inMine = new Map(commonPlaces(base, mine));
  const inTheirs = new Map(commonPlaces(base, theirs));
  const found: Stretch[] = [];
  let [i, j, k] = [0, 0, 0];
  for (let place = 0; place <= base.length; place += 1) {
    const [m, t] = place === base.length ? [mine.length, theirs.length] : [inMine.get(place), inTheirs.get(place)];
    if (m === undefined || t === undefined) continue;
    found.push({ base: base.slice(i, place), mine: mine.slice(j, m), theirs: theirs.slice(k, t) });
    const entry = base[place];
    if (entry !== undefined) found.push({ base: [entry], mine: [entry], theirs: [entry] });
    [i, j, k] = [place + 1, m + 1, t + 1];
  }
  return found;
}

/** Merges two lists of entries that grew from one; null when both changed the same stretch differently. */
export function mergeEntries(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] | null {
  const same = (a: string[], b: string[]) => a.length === b.length && a.every((entry, index) => entry === b[index]);
  const merged: string[] = [];
  for (const part of stretches(base, mine, theirs)) {
    if (same(part.mine, part.theirs) || same(part.theirs, part.base)) merged.push(...part.mine);
    else if (same(part.mine, part.base)) merged.push(...part.theirs);
    else if (part.base.length > 0) return null;
    else merged.push(...part.mine, ...part.theirs.filter((entry) => !part.mine.includes(entry)));
  }
  return merged;
}
