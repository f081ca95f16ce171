import { clsx } from 'clsx';
import { CircleAlert, CircleCheck, Info } from 'lucide-react';

const tones = {
  info: { box: 'border-hairline bg-sunken', icon: Info, tint: 'text-muted' },
  good: { box: 'border-leaf/30 bg-leaf-soft', icon: CircleCheck, tint: 'text-leaf' },
  bad: { box: 'border-brick/30 bg-brick-soft', icon: CircleAlert, tint: 'text-brick' },
};

interface NoticeProps {
  tone?: keyof typeof tones;
  title?: React.ReactNode;
  children?: React.ReactNode;
  action?: React.ReactNode;
}

/** A short message on the page: what happened and what to do next. A bad one is announced at once. */
export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  const { box, icon: Icon, tint } = tones[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={clsx('flex gap-x-3 gap-y-2 max-sm:flex-wrap rounded-surface border p-4 text-sm', box)}
    >
      <Icon aria-hidden size={18} strokeWidth={1.5} className={clsx('mt-0.5 shrink-0', tint)} />
      <div className="min-w-0 grow max-sm:basis-0">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="max-w-prose">{children}</div>}
      </div>
      {action && <div className="shrink-0 self-center max-sm:w-full max-sm:pl-7.5">{action}</div>}
    </div>
  );
}
