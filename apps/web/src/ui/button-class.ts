import { clsx } from 'clsx';

/** How a button looks: `main` is the one canary action of a page, `solid` ink, `quiet` a hairline, `bare` text, `danger` brick. */
export interface ButtonLook {
  look?: 'main' | 'solid' | 'quiet' | 'bare' | 'danger';
  size?: 'small' | 'regular' | 'large';
}

const looks = {
  main: 'bg-canary text-on-canary hover:bg-canary-hover',
  solid: 'bg-ink text-paper hover:opacity-85',
  quiet: 'border border-edge text-ink hover:bg-sunken',
  bare: 'text-ink hover:bg-sunken',
  danger: 'border border-brick text-brick hover:bg-brick-soft',
};

const sizes = {
  small: 'min-h-8 px-3 text-sm',
  regular: 'min-h-10 px-4 text-sm',
  large: 'min-h-12 px-6 text-base',
};

/** The classes of a button; links that act as buttons on pages without scripts use them directly. */
export function buttonClass({ look = 'quiet', size = 'regular' }: ButtonLook = {}): string {
  return clsx(
    'inline-flex items-center justify-center gap-2 rounded-control py-1 text-center font-medium',
    'transition-[background-color,opacity,transform] duration-150 ease-out active:translate-y-px',
    'disabled:pointer-events-none disabled:opacity-45 aria-disabled:cursor-progress',
    looks[look],
    sizes[size],
  );
}
