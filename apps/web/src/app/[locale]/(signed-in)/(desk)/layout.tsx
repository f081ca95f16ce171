import { Desk } from '@/features/session/desk';

/** The signed-in pages that share the desk's header. */
export default function DeskLayout({ children }: { children: React.ReactNode }) {
  return <Desk>{children}</Desk>;
}
