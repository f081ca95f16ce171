import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { passwordFault } from '../domain/password-rules';
import { weakPassword } from '../auth.errors';

/** argon2id with OWASP's parameters: 19 MiB, two passes, one lane (the library's default algorithm is argon2id). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const sentences = {
  common: 'This password is known from breaches. Choose another.',
  'contains-email': 'Choose a password without your e-mail address in it.',
  'contains-name': 'Choose a password without your name in it.',
  'contains-product': 'Choose a password without our name in it.',
};

/** Hashes, verifies and judges passwords. */
@Injectable()
export class Passwords {
  private readonly common: ReadonlySet<string> = new Set(dictionary['passwords-common']);
  private readonly decoy = hash('a password that nobody has', parameters);

  hash(password: string): Promise<string> {
    return hash(password, parameters);
  }

  /** Verifies in the same time whether or not there is a stored hash. */
  async verify(password: string, stored: string | null): Promise<boolean> {
    const right = await verify(stored ?? (await this.decoy), password);
    return right && stored !== null;
  }

  /** @throws {DomainError} `password.weak` naming the fault */
  requireStrong(password: string, owner: { email: string; name: string }): void {
    const fault = passwordFault(password, owner, this.common);
    if (!fault) return;
    throw weakPassword(undefined, {
      errors: [{ pointer: '/password', code: `password.${fault}`, message: sentences[fault] }],
    });
  }
}
