'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { switchTenant } from '@/signed-in/device/switch-tenant';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/overlay/confirm-dialog';
import { leaveOrganisation } from '../api/members';
import type { Organisation } from '../organisations/list-tenants';

interface LeaveOrganisationProps {
  current: Organisation;
  next: Organisation;
}

/** Leaves the active organisation, after a question, and goes on in another one. */
export function LeaveOrganisation({ current, next }: LeaveOrganisationProps) {
  const text = useTranslations('settings.members');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const leave = useMutation({
    mutationFn: () => moveAndLeave(current.id, next.id),
    onSuccess: () => {
      client.clear();
      window.location.assign(localePath(locale, '/profiles/'));
    },
    onError: () => client.invalidateQueries(),
  });
  const open = () => {
    leave.reset();
    setAsked(true);
  };
  return (
    <>
      <Button className="self-start" onClick={open}>
        {text('leave')}
      </Button>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={text('leaveOf', { name: current.name })}
        body={leave.error ? problemText(leave.error) : text('leaveBody', { next: next.name })}
        confirm={text('leave')}
        danger
        busy={leave.isPending}
        onConfirm={() => leave.mutate()}
      />
    </>
  );
}

/** Leaving ends the sessions that act for the organisation, so this one acts for another first, and for the former again when leaving fails. */
async function moveAndLeave(current: string, next: string): Promise<void> {
  await switchTenant(next);
  try {
    await leaveOrganisation(current);
  } catch (error) {
    await switchTenant(current);
    throw error;
  }
}
