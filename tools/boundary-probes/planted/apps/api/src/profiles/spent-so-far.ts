// breaks: module-front-door
import { LedgerRepository } from '../credits/persistence/ledger.repository';

export const spentSoFar = LedgerRepository;
