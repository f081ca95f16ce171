import { AppShell } from '@/signed-in/app-shell';

/** The signed-in pages that share the header with navigation. */
export default function AppLayout({ children }: { children: React.ReactNode }) {
  return <AppShell>{children}</AppShell>;
}
