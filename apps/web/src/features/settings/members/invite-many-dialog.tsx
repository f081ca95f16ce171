'use client';

import { clsx } from 'clsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { buttonClass } from '@/ui/button-class';
import { Dialog } from '@/ui/overlay/dialog';
import { type InvitationLine, invitationsKey, inviteMany, type InvitedRole } from '../api/members';
import { RoleSelect } from './role-form';
import { invitedRoles } from './roles';

/** What the API takes of a file, in characters. */
const maxFile = 32_768;

/** The dialog in which a file of addresses is chosen; it then shows what became of each line. */
export function InviteManyDialog({ role: first, onClose }: { role: InvitedRole; onClose: () => void }) {
  const text = useTranslations('settings.members');
  const problemText = useProblemText();
  const problems = useTranslations('problems');
  const client = useQueryClient();
  const [role, setRole] = useState(first);
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: async (file: File) => (file.size > maxFile * 4 ? null : inviteMany(await file.text(), role)),
    onSettled: () => client.invalidateQueries({ queryKey: invitationsKey }),
  });
  const fault = data === null ? problems('invitation_too_many_lines') : error && problemText(error);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text('many')}
      description={text('manyBody', { roles: invitedRoles.join(', ') })}
    >
      <div className="flex flex-col items-start gap-4">
        <RoleSelect
          label={text('role')}
          hint={text(`may.${role}`)}
          roles={invitedRoles}
          value={role}
          onChange={setRole}
        />
        <FileButton busy={isPending} onFile={mutate} />
        {fault && (
          <p role="alert" className="text-brick">
            {fault}
          </p>
        )}
        {data && <Report lines={data} />}
      </div>
    </Dialog>
  );
}

function FileButton({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const text = useTranslations('settings.members');
  const onChange = (event: React.ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) onFile(file);
    event.target.value = '';
  };
  return (
    <label className={clsx(buttonClass({}), 'outline-focus has-focus-visible:outline-2')}>
      {text('manyFile')}
      <input
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        className="sr-only"
        disabled={busy}
        onChange={onChange}
      />
    </label>
  );
}

function Report({ lines }: { lines: readonly InvitationLine[] }) {
  const text = useTranslations('settings.members');
  const outcomeText = useOutcomeText();
  return (
    <section role="status" className="w-full">
      <h3 className="mb-2 font-medium">{text('manyReport')}</h3>
      <ul className="max-h-72 divide-y divide-hairline overflow-y-auto border-y border-hairline text-sm">
        {lines.map(({ line, email, outcome }) => (
          <li key={line} className="py-2">
            <p className="figures break-all">{text('manyLine', { line, email })}</p>
            <p className={outcome === 'invited' ? 'text-muted' : 'text-brick'}>{outcomeText(outcome)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useOutcomeText(): (outcome: InvitationLine['outcome']) => string {
  const text = useTranslations('settings');
  const problems = useTranslations('problems');
  const texts: Record<InvitationLine['outcome'], () => string> = {
    invited: () => text('members.outcome.invited'),
    'invitation.open': () => text('members.outcome.open'),
    'invitation.too-many': () => problems('invitation_too_many'),
    'member.exists': () => problems('member_exists'),
    'member.too-many': () => problems('member_too_many'),
    'role.insufficient': () => problems('role_insufficient'),
    'email.malformed': () => text('emailChange.malformed'),
    'role.unknown': () => text('members.outcome.role'),
    'line.duplicate': () => text('members.outcome.duplicate'),
  };
  return (outcome) => texts[outcome]();
}
