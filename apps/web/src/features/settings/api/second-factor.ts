'use client';

import {
  deleteAuthSecondFactor,
  getAuthSecondFactor,
  postAuthConfirm,
  postAuthConfirmMail,
  postAuthSecondFactor,
  postAuthSecondFactorConfirm,
  postAuthSecondFactorRecoveryCodes,
  type Schema,
} from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** The query key of the second factor. */
export const secondFactorKey = ['second-factor'];

/** Whether a second factor is asked for, and how many recovery codes are left. */
export function useSecondFactor() {
  return useQuery({ queryKey: secondFactorKey, queryFn: async () => (await call(getAuthSecondFactor)).data });
}

/** Begins a second factor. @throws ApiProblem confirmation.required, email.unverified */
export async function beginSecondFactor() {
  return (await call(postAuthSecondFactor)).data;
}

/** Turns it on with its first code. @returns the recovery codes @throws ApiProblem second-factor.wrong */
export async function confirmSecondFactor(code: string): Promise<string[]> {
  return (await call(postAuthSecondFactorConfirm, { body: { code } })).data.recoveryCodes;
}

/** Replaces the recovery codes. @throws ApiProblem confirmation.required */
export async function renewRecoveryCodes(): Promise<string[]> {
  return (await call(postAuthSecondFactorRecoveryCodes)).data.recoveryCodes;
}

/** Removes the second factor. @throws ApiProblem confirmation.required */
export async function removeSecondFactor(): Promise<void> {
  await call(deleteAuthSecondFactor);
}

/** Has a code mailed to confirm with. @throws ApiProblem second-factor.too-many */
export async function mailConfirmationCode(): Promise<void> {
  await call(postAuthConfirmMail);
}

/** Confirms that it is still the person of the session. @throws ApiProblem password.wrong, second-factor.wrong */
export async function confirmIdentity(body: Schema<'ConfirmIdentityBody'>): Promise<void> {
  await call(postAuthConfirm, { body });
}
