'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { showToast } from '@/ui/overlay/toast-store';
import { invitationsKey, invite, type InvitedRole } from '../api/members';
import { RoleSelect } from './role-form';
import { invitedRoles } from './roles';

interface Invited {
  email: string;
  role: InvitedRole;
}

const InviteManyDialog = lazy(() =>
  import('./invite-many-dialog').then((module) => ({ default: module.InviteManyDialog })),
);

function InviteMany({ role }: { role: InvitedRole }) {
  const text = useTranslations('settings.members');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="bare" onClick={() => setOpen(true)}>
        {text('many')}
      </Button>
      <Suspense>{open && <InviteManyDialog role={role} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

/** Invites somebody by an address. What was typed stays until the invitation is sent. */
export function InviteForm() {
  const text = useTranslations('settings');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<InvitedRole>('editor');
  const { fault, busy, submit } = useInvite(() => setEmail(''));
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => submit(event, { email: email.trim(), role })}>
      <h3 className="font-medium">{text('members.invite')}</h3>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Field label={text('email')} error={fault}>
          <TextInput
            name="invited"
            type="email"
            autoComplete="off"
            maxLength={254}
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <RoleSelect
          label={text('members.role')}
          hint={text(`members.may.${role}`)}
          roles={invitedRoles}
          value={role}
          onChange={setRole}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={busy}>
          {text('members.send')}
        </Button>
        <InviteMany role={role} />
      </div>
    </form>
  );
}

function useInvite(onSent: () => void) {
  const text = useTranslations('settings');
  const problemText = useProblemText();
  const client = useQueryClient();
  const [malformed, setMalformed] = useState(false);
  const { error, isPending, mutate, reset } = useMutation({
    mutationFn: ({ email, role }: Invited) => invite(email, role),
    onSuccess: (_, { email }) => {
      showToast({ tone: 'good', message: text('members.invited', { email }) });
      onSent();
    },
    onSettled: () => client.invalidateQueries({ queryKey: invitationsKey }),
  });
  const submit = (event: React.FormEvent, invited: Invited) => {
    event.preventDefault();
    if (isPending) return;
    const isValid = /^\S+@\S+$/.test(invited.email);
    setMalformed(!isValid);
    if (isValid) mutate(invited);
    else reset();
  };
  const rejected = error ? problemText(error) : undefined;
  return { fault: malformed ? text('emailChange.malformed') : rejected, busy: isPending, submit };
}
