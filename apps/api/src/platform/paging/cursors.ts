import { Injectable } from '@nestjs/common';
import { z, type ZodType } from 'zod';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { invalidRequest } from '../errors/problem';
import { Signer } from '../signing/signer';
import type { TenantId } from '../ids/ids';

/** Makes and reads the signed, opaque positions of lists; a position is valid for the list and tenant it was made for. */
@Injectable()
export class Cursors {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'cursor');
  }

  /** The cursor of a position in one list of one tenant. */
  write(list: string, tenant: TenantId, position: unknown): string {
    return this.signer.seal(position, { context: contextOf(list, tenant) });
  }

  /**
   * The position that a cursor holds.
   * @throws {DomainError} `request.invalid` when the cursor was not signed for this list and tenant
   */
  read<T>(list: string, tenant: TenantId, cursor: string | undefined, schema: ZodType<T>): T | undefined {
    if (cursor === undefined) return undefined;
    const position = this.signer.open(cursor, schema, { now: this.clock.now(), context: contextOf(list, tenant) });
    if (position !== null) return position;
    throw invalidRequest('The cursor is not valid for this list.', {
      errors: [{ pointer: '/cursor', code: 'cursor', message: 'Use the nextCursor of the previous page as it is.' }],
    });
  }
}

function contextOf(list: string, tenant: TenantId): string {
  return `${list}\n${tenant}`;
}

/** A position in a list ordered by time, then id. */
export const timePosition = z.object({ at: z.string(), id: z.uuid() });
export type TimePosition = z.infer<typeof timePosition>;
