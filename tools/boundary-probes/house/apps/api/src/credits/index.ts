export { SpendCredits } from './use-cases/spend-credits';
