import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { passwordFault, type PasswordOwner } from '../domain/password-rules';
import { weakPassword } from '../auth.errors';

const sentences = {
  common: 'This password is known from breaches. Choose another.',
  'contains-email': 'Choose a password without your e-mail address in it.',
  'contains-name': 'Choose a password without your name in it.',
  'contains-product': 'Choose a password without our name in it.',
  guessable: 'This password is easy to guess. Choose a longer one, of several words.',
};

/** Hashes, verifies and judges passwords: of people, and of pages and links. */
@Injectable()
export class Passwords {
  private readonly decoy = hash('a password that nobody has', this.parameters);

  /** argon2id with OWASP's parameters: 19 MiB, two passes, one lane (the library's default algorithm is argon2id). */
  protected get parameters(): { memoryCost: number; timeCost: number; parallelism: number } {
    return { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
  }

  hash(password: string): Promise<string> {
    return hash(password, this.parameters);
  }

  /** Verifies in the same time whether or not there is a stored hash. */
  async verify(password: string, stored: string | null): Promise<boolean> {
    const right = await verify(stored ?? (await this.decoy), password);
    return right && stored !== null;
  }

  /**
   * @param owner whose it is; for a page or a link its name
   * @throws {DomainError} `password.weak` naming the fault
   */
  async requireStrong(password: string, owner: PasswordOwner): Promise<void> {
    const { passwordKnowledge } = await import('./password-strength');
    const fault = passwordFault(password, owner, passwordKnowledge);
    if (!fault) return;
    throw weakPassword(undefined, {
      errors: [{ pointer: '/password', code: `password.${fault}`, message: sentences[fault] }],
    });
  }
}
