import type { Role } from '../domain/roles';
import type { SessionEntity } from '../persistence/session.entity';
import type { UserEntity } from '../persistence/user.entity';

/** What a sign-in gives: the person, their role, and the session that began. */
export interface SignedInSession {
  user: UserEntity;
  role: Role;
  session: SessionEntity;
}
