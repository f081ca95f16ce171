import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { done, type Person } from '../account/person';
import { editedProfile, type EditedProfile, saveEdit, typeInto } from '../account/profile';
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
    private readonly person: Person,
    private readonly apis: readonly MortalApi[],
    private readonly signal: AbortSignal,
  ) {}

  /** Edits and saves until it is told to stop; the last save is answered. */
  async editUntil(over: () => boolean): Promise<void> {
    const { id } = await this.insist((api) => editedProfile(this.person.at(api), 'Asha Rao'));
    for (let edit = 1; !over(); edit += 1) {
      const etag = await this.insist((api) => typeInto(this.person.at(api), id, `Edit ${edit}`));
      this.saves.push(await this.save({ id, etag }));
    }
  }

  private async save(profile: EditedProfile): Promise<AcknowledgedSave> {
    const key = randomUUID();
    let attempts = 0;
    return this.insist(async (api, mortal) => {
      attempts += 1;
      const answer = mortal.witness(saveEdit(this.person.at(api), profile, key));
      const { revision, charge } = await done(answer);
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
