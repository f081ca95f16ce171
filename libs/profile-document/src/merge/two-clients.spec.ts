import fc from 'fast-check';
import { documentsEqual } from '../equality/canonical-json';
import { type Act, Client, Server, tokensIn } from './testing/clients';

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('type' as const), at: fc.nat(20), field: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('add' as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('remove' as const), at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('highlight' as const), at: fc.nat(20) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('sync' as const),
      choose: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
);
const script = fc.array(fc.tuple(fc.constantFrom(0, 1), acts), { maxLength: 60 });

describe('two clients that edit one draft in any interleaving', () => {
  it('loses no text in any interleaving of two clients, which converge', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const server = new Server();
        const clients = [new Client(server, 'A'), new Client(server, 'B')] as const;
        for (const [who, act] of steps) clients[who as 0 | 1].run(act);
        for (const client of [...clients, ...clients]) client.sync('mine');

        const [a, b] = [clients[0].document, clients[1].document];
        expect(documentsEqual(a, b)).toBe(true);
        expect(documentsEqual(a, server.current.document)).toBe(true);
        const present = tokensIn(a);
        const gone = clients.flatMap((client) => [...client.written]).filter((token) => !present.has(token));
        const thrownAway = new Set(clients.flatMap((client) => [...client.thrownAway]));
        expect(gone.filter((token) => !thrownAway.has(token))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
