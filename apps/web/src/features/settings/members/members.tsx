'use client';

import { useTranslations } from 'use-intl';
import { useUser } from '@/signed-in/api/get-user';
import { LoadFailure } from '@/signed-in/load-failure';
import { Skeleton } from '@/ui/skeleton';
import { useMembers, useSpending } from '../api/members';
import { useOrganisations } from '../organisations/list-tenants';
import { InviteForm } from './invite-form';
import { LeaveOrganisation } from './leave-organisation';
import { MemberLine } from './member-line';
import { OpenInvitations } from './open-invitations';
import { managesMembers, readsMoney } from './roles';

/** Who works in the active organisation; admins and owners change that, and invite others. */
export function Members() {
  const text = useTranslations('settings.members');
  const { data: user } = useUser();
  const members = useMembers();
  const role = members.data?.find(({ id }) => id === user?.id)?.role ?? 'viewer';
  const spending = useSpending(readsMoney(role));
  if (members.isPending || !user) return <Skeleton className="h-24" />;
  if (!members.data) return <LoadFailure error={members.error} onRetry={() => void members.refetch()} />;
  const isAlone = members.data.length === 1;
  return (
    <div className="flex flex-col gap-6 text-sm">
      {isAlone ? (
        <p>{text('alone')}</p>
      ) : (
        <ul className="divide-y divide-hairline border-y border-hairline">
          {members.data.map((member) => (
            <MemberLine
              key={member.id}
              member={member}
              actor={role}
              isSelf={member.id === user.id}
              spending={spending.data && (spending.data.get(member.id) ?? { spent: 0, limit: null })}
            />
          ))}
        </ul>
      )}
      {managesMembers(role) && <OpenInvitations />}
      {managesMembers(role) && <InviteForm />}
      {!isAlone && <Leave />}
    </div>
  );
}

/** Offered to whom another organisation is left, in which the session goes on. */
function Leave() {
  const { data: organisations = [] } = useOrganisations();
  const current = organisations.find((one) => one.current);
  const next = organisations.find((one) => !one.current);
  return current && next && <LeaveOrganisation current={current} next={next} />;
}
