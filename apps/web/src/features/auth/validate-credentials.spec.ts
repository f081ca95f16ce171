import { ApiProblem } from '@/lib/api/problem';
import { validateCredentials, fieldMessages } from './validate-credentials';

const fine = { name: 'Asha', email: 'asha@example.in', password: 'a quiet bird' };

describe('validateCredentials', () => {
  it('finds nothing wrong with what is right', () => {
    expect(validateCredentials(fine, 'signUp')).toEqual({});
    expect(validateCredentials({ ...fine, name: '', password: 'x' }, 'signIn')).toEqual({});
  });

  it('names each field that is missing', () => {
    expect(validateCredentials({ name: ' ', email: '', password: '' }, 'signUp')).toEqual({
      name: 'missing',
      email: 'missing',
      password: 'missing',
    });
  });

  it('counts characters of a password as people do', () => {
    expect(validateCredentials({ ...fine, password: 'चिड़िया' }, 'signUp').password).toBe('shortPassword');
    expect(validateCredentials({ ...fine, password: '🐤'.repeat(8) }, 'signUp')).toEqual({});
  });

  it('asks for an address that looks like one', () => {
    expect(validateCredentials({ ...fine, email: 'asha@example' }, 'signIn').email).toBe('badEmail');
  });
});

it('puts the server’s complaints at their fields', () => {
  const problem = new ApiProblem(400, 'request.invalid', [
    { pointer: '/password', code: 'too-weak', message: 'Too easy to guess.' },
    { pointer: '/plan', code: 'unknown', message: 'Unknown.' },
  ]);
  expect(fieldMessages(problem)).toEqual({ password: 'Too easy to guess.' });
});
