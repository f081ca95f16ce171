'use client';

import * as Radix from '@radix-ui/react-dropdown-menu';
import { clsx } from 'clsx';

/** Leaves the focus where a choice of the menu has put it; else it goes back to the button. */
function keepMovedFocus(event: Event): void {
  const active = document.activeElement;
  if (active && active !== document.body && !active.closest('[role="menu"]')) event.preventDefault();
}

/** A menu behind a button; `trigger` is that button. */
export function Menu({
  trigger,
  children,
  align = 'end',
}: {
  trigger: React.ReactNode;
  children: React.ReactNode;
  align?: 'start' | 'end';
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={keepMovedFocus}
          className="z-50 min-w-44 animate-[rise_120ms_ease-out] rounded-surface border border-hairline bg-raised p-1 text-sm shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type MenuItemProps = React.ComponentProps<typeof Radix.Item> & { danger?: boolean };

/** One choice of a menu. */
export function MenuItem({ danger, className, ...props }: MenuItemProps) {
  return (
    <Radix.Item
      className={clsx(
        'flex min-h-9 cursor-pointer items-center gap-2 rounded-control px-3 py-1.5 outline-none data-highlighted:bg-sunken',
        'data-disabled:pointer-events-none data-disabled:opacity-45',
        danger && 'text-brick',
        className,
      )}
      {...props}
    />
  );
}

/** A line between groups of choices. */
export function MenuLine() {
  return <Radix.Separator className="my-1 h-px bg-hairline" />;
}
