/** The form in which two addresses are the same: NFC, lower case. The address itself is kept as typed. */
export function emailKey(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
