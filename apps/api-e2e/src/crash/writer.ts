import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Actor, bodyOf, type EditedProfile } from '@canar/actor';
import type { ApiProcess } from '../product/api-process';
import type { MortalApi } from './mortal-api';

/** A save that was answered with success. */
export interface AcknowledgedSave {
  revisionId: string;
  number: number;
  balanceAfter: number;
  /** How often it was sent. */
  attempts: number;
  /** The answer was that of an earlier attempt, whose own answer was lost. */
  replayed: boolean;
}

/** Someone who edits one profile and repeats every request, under the same key, until it is answered. */
export class Writer {
  readonly saves: AcknowledgedSave[] = [];
  private turn = 0;

  constructor(
    private readonly actor: Actor,
    private readonly apis: readonly MortalApi[],
    private readonly signal: AbortSignal,
  ) {}

  /** Edits and saves until it is told to stop; the last save is answered. */
  async editUntil(over: () => boolean): Promise<void> {
    const { id } = await this.insist((api) => this.actor.at(api).createEditedProfile('Asha Rao'));
    for (let edit = 1; !over(); edit += 1) {
      const etag = await this.insist((api) => this.actor.at(api).editDraft(id, { basics: { name: `Edit ${edit}` } }));
      this.saves.push(await this.save({ id, etag }));
    }
  }

  private async save(profile: EditedProfile): Promise<AcknowledgedSave> {
    const key = randomUUID();
    let attempts = 0;
    return this.insist(async (api, mortal) => {
      attempts += 1;
      const answer = mortal.witness(this.actor.at(api).saveRevision(profile, key));
      const { revision, charge } = await bodyOf(answer);
      const replayed = (await answer).response.headers.get('idempotency-replayed') === 'true';
      const balanceAfter = charge?.balanceAfter ?? NaN;
      return { revisionId: revision.id, number: revision.number, balanceAfter, attempts, replayed };
    });
  }

  /** Asks the processes in turn, while the one that is asked lives, until one answers. */
  private async insist<T>(ask: (api: ApiProcess, mortal: MortalApi) => Promise<T>): Promise<T> {
    for (;;) {
      this.signal.throwIfAborted();
      this.turn += 1;
      const mortal = this.apis[this.turn % this.apis.length];
      const api = mortal?.alive;
      if (!mortal || !api) {
        await pause(1);
        continue;
      }
      try {
        return await ask(api, mortal);
      } catch (error) {
        // A refusal by a process that lives on is no crash: it is a defect.
        if (mortal.alive === api) throw error;
      }
    }
  }
}
