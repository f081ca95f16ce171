import { BirdMark } from './bird-mark';

/** A place with nothing in it yet: what it is for and how to begin. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children: React.ReactNode;
  action?: React.ReactNode;
}) {
  return (
    <div className="flex flex-col items-center rounded-surface border border-dashed border-edge px-6 py-14 text-center">
      <BirdMark size={40} />
      <h2 className="mt-4 text-xl">{title}</h2>
      <p className="mt-1 max-w-md text-muted">{children}</p>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
