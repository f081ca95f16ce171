import { ApiProblem } from '@/lib/api/problem';
import { checkDoor, fieldMessages } from './door-checks';

const fine = { name: 'Asha', email: 'asha@example.in', password: 'a quiet bird' };

describe('checkDoor', () => {
  it('finds nothing wrong with what is right', () => {
    expect(checkDoor(fine, 'signUp')).toEqual({});
    expect(checkDoor({ ...fine, name: '', password: 'x' }, 'signIn')).toEqual({});
  });

  it('names each field that is missing', () => {
    expect(checkDoor({ name: ' ', email: '', password: '' }, 'signUp')).toEqual({
      name: 'missing',
      email: 'missing',
      password: 'missing',
    });
  });

  it('counts characters of a password as people do', () => {
    expect(checkDoor({ ...fine, password: 'चिड़िया' }, 'signUp').password).toBe('shortPassword');
    expect(checkDoor({ ...fine, password: '🐤'.repeat(8) }, 'signUp')).toEqual({});
  });

  it('asks for an address that looks like one', () => {
    expect(checkDoor({ ...fine, email: 'asha@example' }, 'signIn').email).toBe('badEmail');
  });
});

it('puts the server’s complaints at their fields', () => {
  const problem = new ApiProblem(400, 'request.invalid', [
    { pointer: '/password', code: 'too-weak', message: 'Too easy to guess.' },
    { pointer: '/plan', code: 'unknown', message: 'Unknown.' },
  ]);
  expect(fieldMessages(problem)).toEqual({ password: 'Too easy to guess.' });
});
