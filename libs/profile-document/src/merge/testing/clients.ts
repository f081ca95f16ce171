import { documentsEqual } from '../../equality/canonical-json';
import type { ProfileDocument } from '../../schema/schema';
import { mergeDocuments } from '../merge-documents';
import { resolveConflict } from '../resolve-conflict';

/** The actions of a client: `sync` sends, merges when the server rejects, and chooses a side of each conflict. */
export type Act =
  | { act: 'type'; at: number; field: number }
  | { act: 'add' | 'remove' | 'highlight'; at: number }
  | { act: 'move'; at: number; to: number }
  | { act: 'sync'; choose: 'mine' | 'theirs' };

interface Kept {
  document: ProfileDocument;
  etag: number;
}

/** The server's rule for drafts: only a client that has read the current version may replace it. */
export class Server {
  current: Kept = { document: { work: [{ name: 'start' }], meta: { canar: { ids: { work: ['w0'] } } } }, etag: 1 };

  put(document: ProfileDocument, ifMatch: number): { status: 200; etag: number } | { status: 412; current: Kept } {
    if (ifMatch !== this.current.etag) return { status: 412, current: this.current };
    this.current = { document, etag: ifMatch + 1 };
    return { status: 200, etag: ifMatch + 1 };
  }
}

/** Every text in a value that a client typed. */
export function tokensIn(value: unknown): Set<string> {
  return new Set(JSON.stringify(value)?.match(/\b[AB]\d+\b/g));
}

const fields = ['name', 'position', 'summary', 'url', 'location', 'x-note'];

/** An editor: types unique texts, and records which of them its user deleted deliberately. */
export class Client {
  readonly written = new Set<string>();
  readonly thrownAway = new Set<string>();
  document: ProfileDocument;
  private base: Kept;
  private count = 0;

  constructor(
    private readonly server: Server,
    private readonly name: string,
  ) {
    this.base = server.current;
    this.document = server.current.document;
  }

  run(act: Act): void {
    if (act.act === 'sync') return this.sync(act.choose);
    const items = [...(this.document.work ?? [])];
    const ids = [...(this.document.meta?.canar?.ids?.['work'] ?? [])];
    const at = items.length === 0 ? 0 : act.at % items.length;
    if (act.act === 'add') {
      items.splice(at, 0, { name: this.token() });
      ids.splice(at, 0, `${this.name}-${this.count}`);
    } else if (items.length === 0) return;
    else if (act.act === 'remove') {
      this.throwAway(items.splice(at, 1));
      ids.splice(at, 1);
    } else if (act.act === 'move') {
      items.splice(act.to % items.length, 0, ...items.splice(at, 1));
      ids.splice(act.to % ids.length, 0, ...ids.splice(at, 1));
    } else items[at] = act.act === 'type' ? this.typed(items[at], act.field) : this.listed(items[at]);
    this.document = { ...this.document, work: items, meta: { canar: { ids: { work: ids } } } };
  }

  /** Sends until the server accepts it, as the editor does. */
  sync(choose: 'mine' | 'theirs'): void {
    for (;;) {
      const answer = this.server.put(this.document, this.base.etag);
      if (answer.status === 200) {
        this.base = { document: this.document, etag: answer.etag };
        return;
      }
      const merged = mergeDocuments(this.base.document, this.document, answer.current.document);
      this.base = answer.current;
      this.document = merged.document;
      for (const conflict of merged.conflicts) {
        this.throwAway(conflict[choose === 'mine' ? 'theirs' : 'mine']);
        this.document = resolveConflict(this.document, conflict, choose);
      }
      if (documentsEqual(this.document, this.base.document)) return;
    }
  }

  private token(): string {
    this.count += 1;
    const token = `${this.name}${this.count}`;
    this.written.add(token);
    return token;
  }

  private throwAway(value: unknown): void {
    for (const token of tokensIn(value)) this.thrownAway.add(token);
  }

  private typed(item: Record<string, unknown> | undefined, field: number): Record<string, unknown> {
    const name = fields[field] ?? 'name';
    this.throwAway(item?.[name]);
    return { ...item, [name]: this.token() };
  }

  private listed(item: { highlights?: string[] } | undefined): Record<string, unknown> {
    return { ...item, highlights: [...(item?.highlights ?? []), this.token()] };
  }
}
