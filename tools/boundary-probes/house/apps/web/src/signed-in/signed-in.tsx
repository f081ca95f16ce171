import type { ReactNode } from 'react';
import { Button } from '@/ui/button';

export function SignedIn({ children }: { children: ReactNode }) {
  return (
    <main>
      <Button label="Sign out" />
      {children}
    </main>
  );
}
