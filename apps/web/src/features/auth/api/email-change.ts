import { postAuthEmailChangeConfirm, postAuthEmailChangeUndo } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';

/** Makes the new address that of the account, with the token mailed there, which works once. @throws ApiProblem mailed-link.invalid */
export async function confirmEmailChange(token: string): Promise<void> {
  await callAnonymously(postAuthEmailChangeConfirm, { body: { token } });
}

/** Undoes a change of the address, with a token mailed to the old one; every session ends. @throws ApiProblem mailed-link.invalid */
export async function undoEmailChange(token: string): Promise<void> {
  await callAnonymously(postAuthEmailChangeUndo, { body: { token } });
}
