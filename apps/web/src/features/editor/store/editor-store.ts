import {
  compareDocuments,
  documentsEqual,
  type DocumentChange,
  mergeDocuments,
  type ProfileDocument,
} from '@canar/profile-document';
import { ApiProblem } from '@/lib/api/problem';
import type { Warning } from '@/lib/api/types';
import { afterChoice, openConflicts, presentConflict, type Side, withTheirs } from '../model/conflicts';
import { emptyHistory, rebase, record, redo, undo, type History } from '../model/history';
import { delayOf, reduceSync, type Sync, type SyncEvent, type Theirs } from '../model/sync';
import type { LocalDraft } from '@/signed-in/drafts/local-draft';

/** Everything the editor shows about the draft at one moment. */
export interface EditorSnapshot {
  document: ProfileDocument;
  /** what the server had under the version that `sync.etag` names */
  base: ProfileDocument;
  history: History<ProfileDocument>;
  sync: Sync;
  warnings: readonly Warning[];
  /** what the last merge brought from elsewhere; null before the first */
  merged: readonly DocumentChange[] | null;
}

/** What the store needs from outside. */
export interface EditorPorts {
  /** saves the draft on the server; rejections are ApiProblems */
  saveDraft: (document: ProfileDocument, etag: string) => Promise<{ etag: string; warnings: Warning[] }>;
  /** stores what is unsent on this device; null deletes it */
  saveLocally: (draft: LocalDraft | null) => void;
  /** the draft as the server has it now; rejections are ApiProblems */
  fetchDraft: () => Promise<Theirs>;
  now: () => number;
  /** runs work after a delay; the returned function cancels it */
  schedule: (work: () => void, ms: number) => () => void;
}

/** The draft being edited: changes, undo and redo, and the autosave that merges with other devices and never loses anything. */
export class EditorStore {
  private readonly listeners = new Set<() => void>();
  private sending: Promise<void> | null = null;
  private lastSent: ProfileDocument | null = null;
  private cancelTimer: () => void = () => undefined;

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
    this.apply(document, record(this.snapshot.history, before, where, this.ports.now()));
  }

  undo(): void {
    const step = undo(this.snapshot.history, this.snapshot.document);
    if (step) this.apply(step.present, step.history);
  }

  redo(): void {
    const step = redo(this.snapshot.history, this.snapshot.document, this.ports.now());
    if (step) this.apply(step.present, step.history);
  }

  /** Sends what is not sent yet and waits for it. @throws ApiProblem when the server cannot be reached or rejects; 412 in a conflict */
  async flush(): Promise<void> {
    while (this.snapshot.sync.phase !== 'saved') {
      await (this.sending ?? this.send());
      const { phase, problem } = this.snapshot.sync;
      if (phase === 'offline') throw new ApiProblem(0, 'network');
      if (phase === 'rejected') throw new ApiProblem(400, problem ?? 'document.invalid');
    }
    if (this.snapshot.sync.conflicts.length > 0) throw new ApiProblem(412, 'draft.stale');
  }

  /** Starts sending what waits; failures show in the state. */
  readonly flushSoon = (): void => {
    if (['waiting', 'offline', 'rejected'].includes(this.snapshot.sync.phase)) void (this.sending ?? this.send());
  };

  /**
   * Takes in what another tab or device has saved meanwhile. What the server had is only newer than this when nothing was saved here
   * since it was asked. Without a network nothing happens.
   */
  async refresh(): Promise<void> {
    const { etag } = this.snapshot.sync;
    const theirs = await this.ports.fetchDraft().catch(() => null);
    const unmoved = !this.sending && this.snapshot.sync.etag === etag;
    if (theirs && unmoved && theirs.etag !== etag) this.merge(theirs);
  }

  /** Settles one conflict for the side that is chosen, as it is now; what is chosen against is a step of undo away. */
  choose(index: number, side: Side): void {
    const { document, sync, base, history } = this.snapshot;
    const conflict = sync.conflicts[index];
    if (!conflict) return;
    const chosen = afterChoice(document, presentConflict(conflict, document, base), side);
    const conflicts = sync.conflicts.filter((_, place) => place !== index);
    const steps = chosen === document ? history : record(history, document, `conflict ${index}`, this.ports.now());
    const edited = !documentsEqual(withTheirs(chosen, base, conflicts), base);
    this.update({ document: chosen, history: steps }, { type: 'chosen', conflicts, edited });
    this.saveUnsentLocally();
  }

  /** Settles every conflict the same way. */
  chooseAll(side: Side): void {
    while (this.snapshot.sync.conflicts.length > 0) this.choose(0, side);
  }

  /** Replaces the draft by one that the server changed, such as a restored revision. */
  replace({ document, etag }: Theirs): void {
    const history = record(this.snapshot.history, this.snapshot.document, 'replaced', this.ports.now());
    this.update({ document, base: document, history }, { type: 'replaced', etag, edited: false });
    this.ports.saveLocally(null);
  }

  /** Starts or resumes the timers. */
  resume(): void {
    this.scheduleSend();
  }

  /** Stops the timers; what is not sent stays on this device. */
  stop(): void {
    this.cancelTimer();
  }

  private apply(document: ProfileDocument, history: History<ProfileDocument>): void {
    this.update({ document, history }, { type: 'edited' });
    this.saveUnsentLocally();
  }

  private saveUnsentLocally(): void {
    const { document, base, sync } = this.snapshot;
    const { etag, conflicts } = sync;
    const stored = sync.phase === 'saved' && conflicts.length === 0;
    this.ports.saveLocally(stored ? null : { document, etag, base, conflicts });
  }

  private send(): Promise<void> {
    this.cancelTimer();
    const { base, sync } = this.snapshot;
    const document = withTheirs(this.snapshot.document, base, sync.conflicts);
    this.lastSent = document;
    this.update({}, { type: 'sent' });
    this.sending = this.ports
      .saveDraft(document, sync.etag)
      .then(
        ({ etag, warnings }) => this.saved(document, etag, warnings),
        (error: unknown) => this.failed(error),
      )
      .finally(() => (this.sending = null));
    return this.sending;
  }

  private saved(base: ProfileDocument, etag: string, warnings: readonly Warning[]): void {
    this.update({ base, warnings }, { type: 'saved', etag, savedAt: this.ports.now() });
    this.saveUnsentLocally();
  }

  private failed(error: unknown): void {
    if (!(error instanceof ApiProblem)) throw error;
    const theirs = theirsOf(error);
    if (theirs && this.lastSent && documentsEqual(theirs.document, this.lastSent))
      this.saved(theirs.document, theirs.etag, this.snapshot.warnings);
    else if (theirs) this.merge(theirs);
    else if (error.temporary) this.update({}, { type: 'failed' });
    else this.update({}, { type: 'rejected', problem: error.code });
  }

  /** Brings in what another tab or device saved; undo goes on leading through one's own changes only. */
  private merge({ document: theirs, etag }: Theirs): void {
    const { base, document: mine, sync } = this.snapshot;
    const { document, conflicts: fresh } = mergeDocuments(base, mine, theirs);
    const conflicts = openConflicts(sync.conflicts, fresh, document, theirs);
    const edited = !documentsEqual(withTheirs(document, theirs, conflicts), theirs);
    const history = rebase(this.snapshot.history, (step) => mergeDocuments(base, step, theirs).document);
    const change = { document, base: theirs, history, merged: compareDocuments(mine, document) };
    this.update(change, { type: 'merged', etag, conflicts, edited });
    this.saveUnsentLocally();
  }

  private update(change: Partial<Omit<EditorSnapshot, 'sync'>>, event: SyncEvent): void {
    this.snapshot = { ...this.snapshot, ...change, sync: reduceSync(this.snapshot.sync, event) };
    this.scheduleSend();
    this.listeners.forEach((listener) => listener());
  }

  private scheduleSend(): void {
    this.cancelTimer();
    const delay = delayOf(this.snapshot.sync);
    this.cancelTimer = delay === null ? () => undefined : this.ports.schedule(this.flushSoon, delay);
  }
}

/** The newer draft that a 412 carries. */
function theirsOf(problem: ApiProblem): Theirs | null {
  const { current } = problem.extras as { current?: Theirs };
  return problem.status === 412 && current ? current : null;
}

/** A snapshot for a draft as it came from the server. */
export function snapshotOf(document: ProfileDocument, sync: Sync, warnings: readonly Warning[]): EditorSnapshot {
  return { document, base: document, sync, warnings, history: emptyHistory(), merged: null };
}
