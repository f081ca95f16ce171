import type { Stage } from '../lib/stages';
import { connectionsOf } from './connections';
import { type Filters, walk } from './packet-walk';

/** The printed report of a packet walk. */
export interface Report {
  readonly lines: readonly string[];
  /** The filters that let nothing through, each with its connection. */
  readonly blocked: readonly string[];
}

/** Every connection of a stage with the rules it meets, there and back. */
export function reportOf(stage: Stage, filters: Filters): Report {
  const walks = connectionsOf(stage).map((connection) => {
    const title = `${stage.name}: ${connection.from.name} → ${connection.to.name}, port ${connection.port}`;
    return { title, steps: walk(connection, filters) };
  });
  return {
    lines: walks.flatMap(({ title, steps }) => [
      title,
      ...steps.map(({ at, rule }) => `  ${rule === undefined ? '✗' : '✓'} ${at}: ${rule ?? 'nothing lets it through'}`),
    ]),
    blocked: walks.flatMap(({ title, steps }) =>
      steps.filter(({ rule }) => rule === undefined).map(({ at }) => `${title}: ${at}`),
    ),
  };
}
