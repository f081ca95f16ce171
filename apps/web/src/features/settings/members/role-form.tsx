'use client';

import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/form/field';
import { showToast } from '@/ui/overlay/toast-store';
import { changeRole, type Member, membersKey, type Role } from '../api/members';
import { organisationsKey } from '../organisations/list-tenants';
import { useStepUp } from '../use-step-up';

const ConfirmDialog = lazy(() =>
  import('../data/confirm-dialog').then((module) => ({ default: module.ConfirmDialog })),
);

interface RoleFormProps {
  member: Member;
  roles: readonly Role[];
  isSelf: boolean;
}

/** The role of a member. A button saves another one, because arrow keys choose in a closed list; it asks for a proof when the API does. */
export function RoleForm({ member, roles, isSelf }: RoleFormProps) {
  const text = useTranslations('settings.members');
  const [chosen, setChosen] = useState<Role | null>(null);
  const role = chosen ?? member.role;
  const isOther = role !== member.role;
  return (
    <div className="flex w-44 flex-col gap-2">
      <RoleSelect
        label={text('roleOf', { name: member.name })}
        hideLabel
        hint={isOther ? text(`may.${role}`) : undefined}
        roles={roles}
        value={role}
        onChange={setChosen}
      />
      {isOther && <Save key={role} member={member} role={role} isSelf={isSelf} onEnd={() => setChosen(null)} />}
    </div>
  );
}

interface RoleSelectProps<R extends Role> {
  label: string;
  hideLabel?: boolean;
  hint?: string;
  roles: readonly R[];
  value: R;
  onChange: (role: R) => void;
}

/** A list of roles. */
export function RoleSelect<R extends Role>({ roles, value, onChange, hideLabel, ...field }: RoleSelectProps<R>) {
  const text = useTranslations('settings.members');
  const offered: readonly Role[] = roles;
  return (
    <Field hideLabel={hideLabel} {...field}>
      <Select
        compact={hideLabel}
        value={value}
        onChange={(event) => onChange(roles.find((role) => role === event.target.value) ?? value)}
      >
        {offered.map((role) => (
          <option key={role} value={role}>
            {text(`roles.${role}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface SaveProps {
  member: Member;
  role: Role;
  isSelf: boolean;
  onEnd: () => void;
}

function Save({ member: { id, name }, role, isSelf, onEnd }: SaveProps) {
  const text = useTranslations('settings.members');
  const problemText = useProblemText();
  const client = useQueryClient();
  const { method, error, busy, act } = useStepUp(async () => {
    await changeRole(id, role);
    showToast({ tone: 'good', message: text('changed', { name, role: text(`roles.${role}`) }) });
    if (isSelf) void client.invalidateQueries({ queryKey: organisationsKey });
    await client.invalidateQueries({ queryKey: membersKey });
    onEnd();
  });
  return (
    <>
      {Boolean(error) && (
        <p role="alert" className="text-brick">
          {problemText(error)}
        </p>
      )}
      <Button size="small" aria-label={text('changeOf', { name })} busy={busy} onClick={() => void act()}>
        {text('change')}
      </Button>
      <Suspense>
        {method && (
          <ConfirmDialog
            title={text('changeOf', { name })}
            method={method}
            onConfirmed={() => void act()}
            onClose={onEnd}
          />
        )}
      </Suspense>
    </>
  );
}
