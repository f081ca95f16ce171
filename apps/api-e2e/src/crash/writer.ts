import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Actor, bodyOf, type EditedProfile } from '@canar/actor';
import type { ApiProcess } from '../product/api-process';
import type { KillableApi } from './killable-api';

/** A save that succeeded. */
interface AcknowledgedSave {
  revisionId: string;
  number: number;
  balanceAfter: number;
  /** How many requests it took. */
  attempts: number;
  /** Whether the response replayed that of an earlier attempt, whose response was lost. */
  replayed: boolean;
}

/** Edits one profile and repeats every request, with the same key, until it succeeds. */
export class Writer {
  readonly saves: AcknowledgedSave[] = [];
  private turn = 0;

  constructor(
    private readonly actor: Actor,
    private readonly apis: readonly KillableApi[],
    private readonly signal: AbortSignal,
  ) {}

  /** Edits and saves until `over`; the last save has succeeded. */
  async editUntil(over: () => boolean): Promise<void> {
    const { id } = await this.retry((api) => this.actor.at(api).createEditedProfile('Asha Rao'));
    for (let edit = 1; !over(); edit += 1) {
      const etag = await this.retry((api) => this.actor.at(api).editDraft(id, { basics: { name: `Edit ${edit}` } }));
      this.saves.push(await this.save({ id, etag }));
    }
  }

  private async save(profile: EditedProfile): Promise<AcknowledgedSave> {
    const key = randomUUID();
    let attempts = 0;
    return this.retry(async (api, killable) => {
      attempts += 1;
      const answer = killable.track(this.actor.at(api).saveRevision(profile, key));
      const { revision, charge } = await bodyOf(answer);
      const replayed = (await answer).response.headers.get('idempotency-replayed') === 'true';
      const balanceAfter = charge?.balanceAfter ?? NaN;
      return { revisionId: revision.id, number: revision.number, balanceAfter, attempts, replayed };
    });
  }

  /** Sends a request to the processes in turn until one responds. */
  private async retry<T>(ask: (api: ApiProcess, killable: KillableApi) => Promise<T>): Promise<T> {
    for (;;) {
      this.signal.throwIfAborted();
      this.turn += 1;
      const killable = this.apis[this.turn % this.apis.length];
      const api = killable?.current;
      if (!killable || !api) {
        await pause(1);
        continue;
      }
      try {
        return await ask(api, killable);
      } catch (error) {
        // A rejection by a process that was not killed is a defect.
        if (killable.current === api) throw error;
      }
    }
  }
}
