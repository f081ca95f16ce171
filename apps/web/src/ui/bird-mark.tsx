import { clsx } from 'clsx';

/** Canar's bird. It blinks once when `blink` is set, which the editor does after a saved edit. */
export function BirdMark({
  size = 28,
  blink = false,
  className,
}: {
  size?: number;
  blink?: boolean;
  className?: string;
}) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className={clsx('shrink-0', className)}>
      <path
        d="M1.8 29.2 8.3 17.4C9.7 9.4 13.6 4 19.4 4c4.5 0 7.7 3.3 7.7 7.7 0 8.5-5.7 14.6-13.6 14.6-3.4 0-6.2-.2-11.7 2.9z"
        fill="#f6c445"
      />
      <path d="M26.7 9.2 31.2 11.6l-4.2 2.6z" fill="#e08b1b" />
      <path d="M8.3 17.4c1.2 4.5 9.3 4.8 12.3-2.2-.4 5.6-5.3 8.7-10.2 7.6z" fill="#17181c" />
      <circle
        cx="21"
        cy="9.8"
        r="1.5"
        fill="#17181c"
        className={clsx('origin-[21px_9.8px]', blink && 'animate-[blink_200ms_ease-out_2]')}
      />
    </svg>
  );
}

/** The bird with the name, as it stands in headers. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2 font-wordmark text-xl font-medium tracking-tight">
      <BirdMark size={26} />
      Canar
    </span>
  );
}
