'use client';

import { useEffect, useState } from 'react';
import type { Messages } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import { formatClock } from '@/lib/format';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Status } from '@/ui/status';
import { Cell, Row, Table } from '@/ui/table';
import { fetchUnreachable } from './api/get-readiness';

const parts = ['api', 'database', 'cache', 'storage'] as const;

interface Checked {
  at: Date;
  /** null when the API gave no answer */
  unreachable: readonly string[] | null;
}

type Text = Messages['legal']['status'];

/** The parts of the service with their state, asked when the page opens and on request. */
export function StatusTable({ locale, text }: { locale: Locale; text: Text }) {
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = () => fetchUnreachable().then((unreachable) => setChecked({ at: new Date(), unreachable }));
  const again = () => {
    setChecked(null);
    void check();
  };
  useEffect(() => void check(), []);
  return (
    <div className="mt-8">
      <Summary checked={checked} text={text} />
      <div className="mt-6 min-h-56">
        <PartsTable unreachable={checked?.unreachable ?? null} known={checked?.unreachable != null} text={text} />
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-4">
        <Button onClick={again} busy={checked === null}>
          {text.again}
        </Button>
        <p className="figures text-sm text-muted">
          {checked && text.at.replace('{time}', formatClock(locale, checked.at))}
        </p>
      </div>
    </div>
  );
}

function Summary({ checked, text }: { checked: Checked | null; text: Text }) {
  if (!checked) return <Notice>{text.checking}</Notice>;
  if (!checked.unreachable) return <Notice tone="bad">{text.unreachable}</Notice>;
  if (checked.unreachable.length > 0) return <Notice tone="bad">{text.impaired}</Notice>;
  return <Notice tone="good">{text.fine}</Notice>;
}

interface PartsProps {
  unreachable: readonly string[] | null;
  /** whether the API has answered */
  known: boolean;
  text: Text;
}

function PartsTable({ unreachable, known, text }: PartsProps) {
  const others = unreachable?.filter((name) => !parts.some((part) => part === name)) ?? [];
  const rows = [
    ...parts.map((part) => ({ key: part, name: text.parts[part], fails: unreachable?.includes(part) })),
    ...others.map((name) => ({ key: name, name: `${text.parts.other}: ${name}`, fails: true })),
  ];
  return (
    <Table columns={[{ title: text.part }, { title: text.state, number: true }]} caption={text.title}>
      {rows.map(({ key, name, fails }) => (
        <Row key={key}>
          <Cell heading>{name}</Cell>
          <Cell number>
            {known ? <Status tone={fails ? 'bad' : 'good'}>{fails ? text.fails : text.works}</Status> : '–'}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
