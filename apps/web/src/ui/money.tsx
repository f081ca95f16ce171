import { clsx } from 'clsx';
import { formatMoney, formatSigned } from '@/lib/format';
import type { Locale } from '@/i18n/locales';

/** A price in rupees; `amount` is in paise. */
export function Money({ amount, locale, className }: { amount: number; locale: Locale; className?: string }) {
  return <span className={clsx('figures whitespace-nowrap', className)}>{formatMoney(locale, amount)}</span>;
}

/** A signed number of credits as a statement prints it; the sign is a character, never a colour alone. */
export function CreditAmount({ amount, locale }: { amount: number; locale: Locale }) {
  return (
    <span className={clsx('figures whitespace-nowrap', amount > 0 && 'text-leaf')}>{formatSigned(locale, amount)}</span>
  );
}
