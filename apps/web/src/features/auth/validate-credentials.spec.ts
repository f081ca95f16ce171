import { ApiProblem } from '@/lib/api/problem';
import { validateCredentials, fieldMessages } from './validate-credentials';

const fine = { name: 'Asha', email: 'asha@example.in', password: 'a quiet bird', agrees: true };

describe('validateCredentials', () => {
  it('accepts valid credentials', () => {
    expect(validateCredentials(fine, 'signUp')).toEqual({});
    expect(validateCredentials({ ...fine, name: '', password: 'x', agrees: false }, 'signIn')).toEqual({});
  });

  it('names each missing field', () => {
    expect(validateCredentials({ name: ' ', email: '', password: '', agrees: false }, 'signUp')).toEqual({
      name: 'missing',
      email: 'missing',
      password: 'missing',
      agrees: 'missing',
    });
  });

  it('counts the characters of a password as a person would', () => {
    expect(validateCredentials({ ...fine, password: 'चिड़िया' }, 'signUp').password).toBe('shortPassword');
    expect(validateCredentials({ ...fine, password: '🐤'.repeat(8) }, 'signUp')).toEqual({});
  });

  it('rejects a text that is not an e-mail address', () => {
    expect(validateCredentials({ ...fine, email: 'asha@example' }, 'signIn').email).toBe('badEmail');
  });
});

it('shows errors of the API at their fields', () => {
  const problem = new ApiProblem(400, 'request.invalid', [
    { pointer: '/password', code: 'too-weak', message: 'Too easy to guess.' },
    { pointer: '/plan', code: 'unknown', message: 'Unknown.' },
  ]);
  expect(fieldMessages(problem)).toEqual({ password: 'Too easy to guess.' });
});
