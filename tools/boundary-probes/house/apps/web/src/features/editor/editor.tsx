import { Button } from '../../ui/button';

export function Editor() {
  return <Button />;
}
