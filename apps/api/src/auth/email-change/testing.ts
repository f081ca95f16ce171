import type { RecoveryTest } from '../recovery/testing';
import { mailedTokens, type Person, registerPerson } from '../testing';

let addresses = 0;

/** An address that nobody has had. */
export function newAddress(): string {
  addresses += 1;
  return `moved-${addresses}@example.in`;
}

/** What persons and readers of mails do to change addresses. @param recovery the processes, once they have started */
export function emailChanges(recovery: () => RecoveryTest) {
  const tokens = (email: string, page: string, expected: number) => mailedTokens(recovery().api, email, page, expected);
  /** A caller that acts as a person by their cookie, which outlives the access token. */
  const as = ({ cookie }: Person) => recovery().anonymous.with({ cookie });
  const verifiedPerson = async (fields: { locale?: string } = {}): Promise<Person> => {
    const person = await registerPerson(recovery().api.app, fields);
    await recovery().api.sql('UPDATE auth.users SET email_verified_at = now() WHERE id = $1', [person.user.id]);
    return person;
  };
  const request = (person: Person, email: string) => as(person).post('/api/auth/email-change', { body: { email } });
  const confirm = (token = '') => recovery().post('email-change/confirm', { token });
  const confirmToken = async (email: string) => (await tokens(email, '/change-email/', 1))[0];
  return {
    as,
    verifiedPerson,
    request,
    confirm,
    confirmToken,
    undo: (token = '') => recovery().post('email-change/undo', { token }),
    /** The token of the last of the expected links that undo a change. */
    undoToken: async (email: string, expected = 1) =>
      (await tokens(email, '/undo-email-change/', expected))[expected - 1],
    signInStatus: async (person: Person, email: string) => (await recovery().signIn(email, person.password)).status,
    /** A person whose address was changed. */
    moved: async (): Promise<{ person: Person; from: string; to: string }> => {
      const person = await verifiedPerson();
      const to = newAddress();
      await request(person, to);
      const { status } = await confirm(await confirmToken(to));
      if (status !== 204) throw new Error(`Confirming an address answered ${status}`);
      return { person, from: person.user.email, to };
    },
  };
}
