export function SampleSheet({ label }: { locale: string; label: string }) {
  return <div aria-label={label} className="rounded-surface bg-raised shadow-float h-[34rem]" />;
}
