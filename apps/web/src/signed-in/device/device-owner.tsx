'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { useUser } from '../api/get-user';
import { adoptOlderDrafts } from '../drafts/local-draft';
import { leaveToSignIn } from '../leave-to-sign-in';
import { rememberAccount, watchAccount } from './device-account';
import { keepAnswers } from './device-answers';
import { hasDraftsOfOthers, wipe } from './device-store';
import { watchTenant } from './switch-tenant';

/** What another account left is hidden from the first moment; its answers are wiped at once, its unsent drafts after a question. */
async function begin(account: string): Promise<boolean> {
  rememberAccount(account);
  await adoptOlderDrafts(account);
  await wipe((owner, kind) => owner !== account && kind !== 'draft');
  return hasDraftsOfOthers(account);
}

const ANSWERED = 'canar.others-left';

/** Makes this device that of the account that is signed in: stores its answers and deals with what another account left here. */
export function DeviceOwner() {
  const account = useUser().data?.id;
  const client = useQueryClient();
  const [others, setOthers] = useState(false);
  useEffect(() => {
    if (!account) return;
    void begin(account).then((found) => setOthers(found && sessionStorage.getItem(ANSWERED) !== account));
    const stopKeeping = keepAnswers(client, account);
    const stopWatching = watchAccount((now) => {
      if (now === null) void leaveToSignIn();
      else if (now !== account) window.location.reload();
    });
    const stopWatchingTenant = watchTenant(() => window.location.reload());
    return () => {
      stopKeeping();
      stopWatching();
      stopWatchingTenant();
    };
  }, [account, client]);
  if (!account || !others) return null;
  return <OthersDialog account={account} onClose={() => setOthers(false)} />;
}

function OthersDialog({ account, onClose }: { account: string; onClose: () => void }) {
  const text = useTranslations('account.others');
  const leave = () => {
    sessionStorage.setItem(ANSWERED, account);
    onClose();
  };
  const discard = () => void wipe((owner) => owner !== account).then(onClose);
  return (
    <Dialog open onOpenChange={leave} title={text('title')} description={text('body')}>
      <DialogActions>
        <Button look="danger" onClick={discard}>
          {text('discard')}
        </Button>
        <Button look="solid" onClick={leave}>
          {text('leave')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
