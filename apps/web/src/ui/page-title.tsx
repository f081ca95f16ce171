/** The title of a signed-in page with its one main action. */
export function PageTitle({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <div className="mb-8 flex flex-wrap items-center justify-between gap-4">
      <h1 className="text-3xl">{title}</h1>
      {children}
    </div>
  );
}
