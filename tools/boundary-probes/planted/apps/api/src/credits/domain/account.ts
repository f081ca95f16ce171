// breaks: domain-is-pure
import { LedgerRepository } from '../persistence/ledger.repository';

export const account = LedgerRepository;
