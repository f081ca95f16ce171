import { documentsEqual, type ProfileDocument } from '@canar/profile-document';
import { ApiProblem } from '@/lib/api/problem';
import type { Warning } from '@/lib/api/types';
import { emptyHistory, record, redo, undo, type History } from '../model/history';
import { delayOf, reduceSync, type Sync, type SyncEvent, type Theirs } from '../model/sync';

/** Everything the editor shows about the draft at one moment. */
export interface EditorSnapshot {
  document: ProfileDocument;
  history: History<ProfileDocument>;
  sync: Sync;
  warnings: readonly Warning[];
}

/** What the store needs from outside. */
export interface EditorPorts {
  /** sends the draft; refusals are ApiProblems */
  keep: (document: ProfileDocument, etag: string) => Promise<{ etag: string; warnings: Warning[] }>;
  /** keeps what is not sent yet on this device; null forgets it */
  remember: (draft: { document: ProfileDocument; etag: string } | null) => void;
  now: () => number;
  /** calls back later; the answer calls it off */
  later: (work: () => void, ms: number) => () => void;
}

/** The draft being edited: changes, undo and redo, and the autosave that never loses any of it. */
export class EditorStore {
  private readonly listeners = new Set<() => void>();
  private sending: Promise<void> | null = null;
  private lastSent: ProfileDocument | null = null;
  private callOff: () => void = () => undefined;

  constructor(
    private readonly ports: EditorPorts,
    private snapshot: EditorSnapshot,
  ) {}

  readonly current = (): EditorSnapshot => this.snapshot;

  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes the document; `where` names the place, so that typing there becomes one step of undo per second. */
  edit(where: string, change: (document: ProfileDocument) => ProfileDocument): void {
    const before = this.snapshot.document;
    const document = change(before);
    if (document === before) return;
    this.take(document, record(this.snapshot.history, before, where, this.ports.now()));
  }

  undo(): void {
    const step = undo(this.snapshot.history, this.snapshot.document);
    if (step) this.take(step.present, step.history);
  }

  redo(): void {
    const step = redo(this.snapshot.history, this.snapshot.document, this.ports.now());
    if (step) this.take(step.present, step.history);
  }

  /** Sends what is not sent yet and waits for it. @throws ApiProblem when the server cannot be reached or refuses; 412 in a conflict */
  async flush(): Promise<void> {
    while (this.snapshot.sync.phase !== 'saved') {
      if (this.snapshot.sync.phase === 'conflict') throw new ApiProblem(412, 'draft.stale');
      await (this.sending ?? this.send());
      const { phase, problem } = this.snapshot.sync;
      if (phase === 'offline') throw new ApiProblem(0, 'network');
      if (phase === 'refused') throw new ApiProblem(400, problem ?? 'document.invalid');
    }
  }

  /** Sends at once what waits; failures show in the state. */
  readonly hurry = (): void => {
    if (['waiting', 'offline', 'refused'].includes(this.snapshot.sync.phase)) void (this.sending ?? this.send());
  };

  /** Ends a conflict with this side; the other one is a step of undo away. */
  chooseMine(): void {
    const { theirs } = this.snapshot.sync;
    if (!theirs) return;
    const history = record(this.snapshot.history, theirs.document, 'conflict', this.ports.now());
    this.ports.remember({ document: this.snapshot.document, etag: theirs.etag });
    this.replace({ history }, { type: 'settled', etag: theirs.etag, edited: true });
  }

  /** Ends a conflict with the other side; this one is a step of undo away. */
  chooseTheirs(): void {
    const { theirs } = this.snapshot.sync;
    if (theirs) this.adopt(theirs);
  }

  /** Takes over a draft that the server changed by itself, such as a restored revision. */
  adopt({ document, etag }: Theirs): void {
    const history = record(this.snapshot.history, this.snapshot.document, 'adopted', this.ports.now());
    this.replace({ document, history }, { type: 'settled', etag, edited: false });
    this.ports.remember(null);
  }

  /** Starts sending what waits by itself; a store that was stopped goes on. */
  resume(): void {
    this.plan();
  }

  /** Stops the timers; what is not sent stays on this device. */
  stop(): void {
    this.callOff();
  }

  private take(document: ProfileDocument, history: History<ProfileDocument>): void {
    this.ports.remember({ document, etag: this.snapshot.sync.etag });
    this.replace({ document, history }, { type: 'edited' });
  }

  private send(): Promise<void> {
    this.callOff();
    const { document, sync } = this.snapshot;
    this.lastSent = document;
    this.replace({}, { type: 'sent' });
    this.sending = this.ports
      .keep(document, sync.etag)
      .then(
        ({ etag, warnings }) => this.kept(etag, warnings),
        (error: unknown) => this.failed(error),
      )
      .finally(() => (this.sending = null));
    return this.sending;
  }

  private kept(etag: string, warnings: readonly Warning[]): void {
    this.replace({ warnings }, { type: 'kept', etag, at: this.ports.now() });
    const { sync, document } = this.snapshot;
    this.ports.remember(sync.phase === 'saved' ? null : { document, etag });
  }

  private failed(error: unknown): void {
    if (!(error instanceof ApiProblem)) throw error;
    const theirs = theirsOf(error);
    if (theirs && this.lastSent && documentsEqual(theirs.document, this.lastSent))
      this.kept(theirs.etag, this.snapshot.warnings);
    else if (theirs) this.replace({}, { type: 'stale', theirs });
    else if (error.temporary) this.replace({}, { type: 'failed' });
    else this.replace({}, { type: 'refused', problem: error.code });
  }

  private replace(change: Partial<Omit<EditorSnapshot, 'sync'>>, event: SyncEvent): void {
    this.snapshot = { ...this.snapshot, ...change, sync: reduceSync(this.snapshot.sync, event) };
    this.plan();
    this.listeners.forEach((listener) => listener());
  }

  private plan(): void {
    this.callOff();
    const delay = delayOf(this.snapshot.sync);
    this.callOff = delay === null ? () => undefined : this.ports.later(this.hurry, delay);
  }
}

/** The newer draft that a 412 carries. */
function theirsOf(problem: ApiProblem): Theirs | null {
  const { current } = problem.extras as { current?: Theirs };
  return problem.status === 412 && current ? current : null;
}

/** A snapshot for a draft as it came from the server. */
export function snapshotOf(document: ProfileDocument, sync: Sync, warnings: readonly Warning[]): EditorSnapshot {
  return { document, sync, warnings, history: emptyHistory() };
}
