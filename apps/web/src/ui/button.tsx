import { Slot } from '@radix-ui/react-slot';
import { clsx } from 'clsx';
import { buttonClass, type ButtonLook } from './button-class';

type ButtonProps = React.ComponentProps<'button'> & ButtonLook & { asChild?: boolean; busy?: boolean };

/** A button. `busy` keeps it focusable and says so to assistive technology; `asChild` gives its look to a link. */
export function Button({ look, size, asChild, busy, className, onClick, ...props }: ButtonProps) {
  const classes = clsx(buttonClass({ look, size }), className);
  if (asChild) return <Slot className={classes} {...(props as React.ComponentProps<typeof Slot>)} />;
  return (
    <button
      type="button"
      className={classes}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...props}
    />
  );
}

/** A square button that holds an icon; `label` is its accessible name and its tooltip. */
export function IconButton({ label, className, ...props }: React.ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        'inline-grid size-9 shrink-0 place-items-center rounded-control text-muted transition-colors duration-150',
        'hover:bg-sunken hover:text-ink disabled:pointer-events-none disabled:opacity-40',
        className,
      )}
      {...props}
    />
  );
}
