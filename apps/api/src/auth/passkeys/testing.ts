import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { ApiCaller } from '../../platform/testing/api-caller';
import type { TestApp } from '../../test-app';
import { type Person, registerPerson } from '../testing';

/** What a hostile client alters of what it sends. */
export interface Altered {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  /** Whether the authenticator has verified the person; true by default. */
  userVerified?: boolean;
  userHandle?: string;
  counter?: number;
}

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** Encodes the few kinds of CBOR (RFC 8949) that an attestation needs. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, length: number) => {
    if (length < 24) return Buffer.from([(major << 5) | length]);
    return length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
  };
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: string | Buffer) => Buffer.from(data).toString('base64url');

/** What the API asks a browser for. */
export interface AskedFor {
  challenge: string;
  user?: { id: string };
}

/** An authenticator in software with one ES256 passkey, and the browser in front of it. */
export class SoftwareAuthenticator {
  readonly credentialId = base64url(randomBytes(32));
  private readonly publicKey: KeyObject;
  private readonly privateKey: KeyObject;
  private userHandle = '';
  /** 0 for ever when it counts no signatures, as most do. */
  counter = 0;

  constructor(private readonly counts = false) {
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.publicKey = keys.publicKey;
    this.privateKey = keys.privateKey;
  }

  /** Makes the passkey. @returns what is to be sent beside its name */
  make({ challenge, user }: AskedFor, altered: Altered = {}) {
    this.userHandle = user?.id ?? '';
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    const key = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const id = Buffer.from(this.credentialId, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([id.length >> 8, id.length & 255]), id, cbor(key)]);
    const authData = Buffer.concat([this.authenticatorData(altered, 0x40), attested]);
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      credentialId: this.credentialId,
      clientDataJson: base64url(clientData('webauthn.create', challenge, altered)),
      attestationObject: base64url(cbor(attestation)),
      transports: ['internal'],
    };
  }

  /** Signs with the passkey. */
  sign({ challenge }: AskedFor, altered: Altered = {}) {
    if (this.counts) this.counter += 1;
    const data = clientData('webauthn.get', challenge, altered);
    const authenticatorData = this.authenticatorData(altered, 0);
    return {
      credentialId: this.credentialId,
      clientDataJson: base64url(data),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), this.privateKey)),
      userHandle: altered.userHandle ?? this.userHandle,
    };
  }

  private authenticatorData(
    { rpId = 'localhost', userVerified = true, counter = this.counter }: Altered,
    flags: number,
  ) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | 0x01 | (userVerified ? 0x04 : 0)]), count]);
  }
}

function clientData(
  type: string,
  asked: string,
  { origin = 'http://localhost', challenge = asked, type: other }: Altered,
) {
  return JSON.stringify({ type: other ?? type, challenge, origin, crossOrigin: false });
}

/** The status and the code of a response. */
export async function outcome(answer: Promise<{ status: number; body: Record<string, unknown> }>) {
  const { status, body } = await answer;
  return [status, body['code']];
}

/** A person with a passkey. */
export interface Held {
  person: Person;
  authenticator: SoftwareAuthenticator;
  id: string;
}

/** What persons do with passkeys. @param test the API, once it has started */
export function passkeysOf(test: () => Pick<TestApp, 'app' | 'sql'>) {
  const anonymous = () => new ApiCaller(test().app);
  /** A caller that acts as a person by their cookie, which outlives the access token. */
  const as = ({ cookie }: Person) => anonymous().with({ cookie });
  const post = (route: string, body: object) => anonymous().post(route, { body });
  const asked = async (api: ApiCaller, route: string) => (await api.post<{ options: AskedFor }>(route)).body.options;
  const askedToMake = (person: Person) => asked(as(person), '/api/auth/passkeys/options');
  const askedToSign = () => asked(anonymous(), '/api/login/passkey/options');
  const send = (signed: object) => post('/api/login/passkey', signed);
  const add = (person: Person, made: object) =>
    as(person).post('/api/auth/passkeys', { body: { name: 'Phone', ...made } });
  const verifiedPerson = async () => {
    const person = await registerPerson(test().app);
    await test().sql('UPDATE auth.users SET email_verified_at = now() WHERE id = $1', [person.user.id]);
    return person;
  };
  return {
    as,
    post,
    send,
    add,
    askedToMake,
    askedToSign,
    verifiedPerson,
    listOf: async (person: Person) =>
      (await as(person).get<{ passkeys: { id: string; name: string }[]; signals: object }>('/api/auth/passkeys')).body,
    signIn: async ({ authenticator }: Held, altered?: Altered) =>
      send(authenticator.sign(await askedToSign(), altered)),
    withPasskey: async (counts = false, person?: Person): Promise<Held> => {
      const owner = person ?? (await verifiedPerson());
      const authenticator = new SoftwareAuthenticator(counts);
      const added = await add(owner, authenticator.make(await askedToMake(owner)));
      if (added.status !== 201) throw new Error(`Adding a passkey answered ${added.status}: ${added.text}`);
      return { person: owner, authenticator, id: String(added.body['id']) };
    },
  };
}
