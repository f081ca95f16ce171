// breaks: profiles-imports-its-neighbours-only
import type { Payment } from '../billing';

export const badgeFor = (payment: Payment): string => (payment.paise > 0 ? 'paid' : 'free');
