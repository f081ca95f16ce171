import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { hostCookie } from '../../platform/http/host-cookie';
import { UserId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import type { Device } from '../domain/device';

const maxAgeSeconds = 365 * 86_400;
/** One browser may serve a family; the cookie goes along with every request, so it stays small. */
const maxAccounts = 4;
const separator = '~';

const deviceSchema = z.object({ userId: z.uuid().transform(UserId), deviceId: z.string(), generation: z.int() });

/**
 * Writes and reads the cookie of the accounts that have signed in on this device: one signed token for each. It outlives
 * signing out, and says nothing but that a password typed here is less likely to be a guess.
 */
@Injectable()
export class DeviceCookie {
  private readonly signer: Signer;
  private readonly secure: boolean;
  private readonly name: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'device');
    ({ name: this.name, secure: this.secure } = hostCookie(config, 'canar-device'));
  }

  /** The devices that a request names, one for each account. */
  read(request: FastifyRequest): Device[] {
    return this.tokensOf(request).map(({ device }) => device);
  }

  /** Remembers the device for an account; it keeps its id, and so its counter, while it is known. */
  remember(request: FastifyRequest, reply: FastifyReply, user: { id: UserId; deviceGeneration: number }): void {
    const others: string[] = [];
    let deviceId = randomBytes(16).toString('base64url');
    for (const { token, device } of this.tokensOf(request)) {
      if (device.userId !== user.id) others.push(token);
      else if (device.generation === user.deviceGeneration) deviceId = device.deviceId;
    }
    const device: Device = { userId: user.id, deviceId, generation: user.deviceGeneration };
    const expiresAt = new Date(this.clock.now().getTime() + maxAgeSeconds * 1000);
    const tokens = [this.signer.seal(device, { expiresAt }), ...others].slice(0, maxAccounts);
    void reply.setCookie(this.name, tokens.join(separator), {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secure,
      path: '/',
      maxAge: maxAgeSeconds,
    });
  }

  private tokensOf(request: FastifyRequest): { token: string; device: Device }[] {
    const now = this.clock.now();
    const tokens = (request.cookies[this.name] ?? '').split(separator).slice(0, maxAccounts);
    return tokens.flatMap((token) => {
      const device = this.signer.open(token, deviceSchema, { now });
      return device ? [{ token, device }] : [];
    });
  }
}
