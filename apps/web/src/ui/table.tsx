import { clsx } from 'clsx';

/** The heading of a column; a number stands at the end of its line. */
interface Column {
  title: string;
  number?: boolean;
  className?: string;
}

interface TableProps {
  columns: readonly Column[];
  /** the title, read by screen readers alone unless the table is `large` */
  caption?: string;
  /** the id of a heading that names the table, instead of a caption */
  labelledBy?: string;
  large?: boolean;
  className?: string;
  children: React.ReactNode;
}

/** A table of figures with a line below each row. */
export function Table({ columns, caption, labelledBy, large, className, children }: TableProps) {
  return (
    <table aria-labelledby={labelledBy} className={clsx('figures w-full', !large && 'text-sm', className)}>
      {caption && (
        <caption className={large ? 'pb-4 text-left font-title text-2xl font-medium' : 'sr-only'}>{caption}</caption>
      )}
      <thead>
        <tr className={clsx('border-b text-xs text-muted', labelledBy ? 'border-hairline' : 'border-ink')}>
          {columns.map((column) => (
            <th
              key={column.title}
              scope="col"
              className={clsx('py-2 pr-4 font-medium last:pr-0', side(column.number), column.className)}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** A row of a table. */
export function Row({ children }: { children: React.ReactNode }) {
  return <tr className="border-b border-hairline align-baseline">{children}</tr>;
}

interface CellProps {
  /** names the row */
  heading?: boolean;
  number?: boolean;
  className?: string;
  children: React.ReactNode;
}

/** A cell of a table. */
export function Cell({ heading, number, className, children }: CellProps) {
  const classes = clsx('py-2.5 pr-4 font-normal last:pr-0', side(number), className);
  if (!heading) return <td className={classes}>{children}</td>;
  return (
    <th scope="row" className={classes}>
      {children}
    </th>
  );
}

const side = (number?: boolean) => (number ? 'text-right' : 'text-left');
