// breaks: not-to-unresolvable
import { Receipt } from '@/features/billing/receipt-lines';

export const lines = Receipt;
