import { clsx } from 'clsx';

const tones = {
  calm: 'bg-sunken text-muted',
  good: 'bg-leaf-soft text-leaf',
  bright: 'bg-canary-soft text-ink',
  bad: 'bg-brick-soft text-brick',
};

/** A state in a word or two. */
export function Status({ tone = 'calm', children }: { tone?: keyof typeof tones; children: React.ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-block rounded-control font-text tracking-normal px-2 py-0.5 text-xs font-medium',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
