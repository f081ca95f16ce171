import { clsx } from 'clsx';

/** A surface between hairlines. */
export function Card({ className, ...props }: React.ComponentProps<'div'>) {
  return <div className={clsx('rounded-surface border border-hairline bg-raised', className)} {...props} />;
}
