// breaks: house/one-door
export { LedgerRepository } from './ledger.repository';
