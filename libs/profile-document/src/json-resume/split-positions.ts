import { asRecord, type PathStep } from '../schema/pointer';
import type { ImportReport } from './report';

type Fields = Record<string, unknown>;

/** The names under which other programs list several positions at one employer. */
const listNames = ['positions', 'position', 'roles'];

const ofPosition = ['position', 'startDate', 'endDate', 'summary', 'description', 'highlights'];

function positionOf(role: Fields): Fields {
  const { title, name, role: named, position, ...rest } = role;
  const word = [position, title, name, named].find((value) => typeof value === 'string' && value.trim() !== '');
  return word === undefined ? rest : { position: word, ...rest };
}

/** An employer with a list of positions becomes one item for each of them, with the employer's name, place and link. */
function itemsOf(item: Fields): Fields[] | null {
  const listName = listNames.find((name) => {
    const list = item[name];
    return Array.isArray(list) && list.length > 0 && list.every((entry) => asRecord(entry) !== undefined);
  });
  if (listName === undefined) return null;
  const { [listName]: list, ...own } = item;
  const employer = Object.fromEntries(Object.entries(own).filter(([name]) => !ofPosition.includes(name)));
  const positions = (list as Fields[]).map((role) => ({ ...employer, ...positionOf(role) }) as Fields);
  if (!ofPosition.some((name) => name in own)) return positions;
  const same = positions.findIndex(({ position }) => position === own.position);
  if (same < 0 && own.position === undefined && positions[0])
    return [{ ...own, ...positions[0] }, ...positions.slice(1)];
  return same < 0
    ? [own, ...positions]
    : positions.map((position, index) => (index === same ? { ...own, ...position } : position));
}

/** Makes one item of `work` of each position in lists such as `positions: [...]`, in place, and reports it. */
export function splitPositions(resume: Fields, report: ImportReport): void {
  if (!Array.isArray(resume.work)) return;
  resume.work = (resume.work as unknown[]).flatMap((item, index) => {
    const fields = asRecord(item);
    const items = fields ? itemsOf(fields) : null;
    if (!items) return [item];
    const path: PathStep[] = ['work', index];
    report.repair(path, item, items);
    return items;
  });
}
