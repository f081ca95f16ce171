import type { UserId } from '../../platform/ids/ids';

/** A device that an account has signed in on, as its cookie names it. */
export interface Device {
  userId: UserId;
  deviceId: string;
  /** The account's device generation at the time; a later one has forgotten this device. */
  generation: number;
}

/** The device of an account among those that a client names, unless the account has forgotten it. */
export function knownDevice(
  devices: readonly Device[],
  account: { id: UserId; deviceGeneration: number } | undefined,
): Device | undefined {
  return devices.find(({ userId, generation }) => userId === account?.id && generation === account.deviceGeneration);
}
