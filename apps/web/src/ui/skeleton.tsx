import { clsx } from 'clsx';

/** The place of something that is on its way. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={clsx('animate-[breathe_1.6s_ease-in-out_infinite] rounded-control bg-hairline', className)}
    />
  );
}

/** Several lines on their way, announced once. */
export function SkeletonLines({ lines = 4, label }: { lines?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-3">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={clsx('h-5', line % 3 === 2 ? 'w-2/3' : 'w-full')} />
      ))}
    </div>
  );
}
