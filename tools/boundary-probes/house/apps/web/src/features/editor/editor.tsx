import { useSession } from '@/signed-in/session';
import { Button } from '@/ui/button';

export function Editor() {
  return <Button label={useSession()} />;
}
