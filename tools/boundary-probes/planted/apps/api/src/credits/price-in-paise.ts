// breaks: credits-imports-its-neighbours-only
import type { Payment } from '../billing';

export const paiseOf = (payment: Payment): number => payment.paise;
