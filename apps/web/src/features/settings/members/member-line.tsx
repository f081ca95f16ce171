'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/overlay/confirm-dialog';
import { Status } from '@/ui/status';
import { type Member, type MemberSpending, membersKey, removeMember, type Role } from '../api/members';
import { LimitCredits, Spent } from './member-credits';
import { RoleForm } from './role-form';
import { assignableRoles } from './roles';
import { useAct } from './use-act';

interface MemberLineProps {
  member: Member;
  actor: Role;
  isSelf: boolean;
  /** nothing where the reader may not see it */
  spending: Pick<MemberSpending, 'spent' | 'limit'> | undefined;
}

/** A member, and what the reader may do about them; about oneself, leaving takes the place of removing. */
export function MemberLine({ member, actor, isSelf, spending }: MemberLineProps) {
  const text = useTranslations('settings.members');
  const { name, email, role } = member;
  const roles = assignableRoles(actor, role);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 py-4">
      <div className="min-w-0 grow basis-48">
        <p className="flex flex-wrap items-center gap-2 font-medium break-words">
          {name}
          {isSelf && <Status tone="good">{text('you')}</Status>}
        </p>
        <p className="break-all text-muted">{email}</p>
        {spending && <Spent spending={spending} />}
      </div>
      {roles.length > 0 ? (
        <div className="flex flex-wrap items-start gap-2">
          <RoleForm member={member} roles={roles} isSelf={isSelf} />
          {spending && <LimitCredits member={member} limit={spending.limit} />}
          {!isSelf && <Remove member={member} />}
        </div>
      ) : (
        <p className="text-muted">{text(`roles.${role}`)}</p>
      )}
    </li>
  );
}

function Remove({ member: { id, name } }: { member: Member }) {
  const text = useTranslations('settings.members');
  const problemText = useProblemText();
  const [asked, setAsked] = useState(false);
  const remove = useAct({ perform: () => removeMember(id), changes: membersKey, done: text('removed', { name }) });
  const open = () => {
    remove.reset();
    setAsked(true);
  };
  return (
    <>
      <Button size="small" className="min-h-9" aria-label={text('removeOf', { name })} onClick={open}>
        {text('remove')}
      </Button>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={text('removeOf', { name })}
        body={remove.error ? problemText(remove.error) : text('removeBody')}
        confirm={text('remove')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onSuccess: () => setAsked(false) })}
      />
    </>
  );
}
