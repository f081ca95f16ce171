import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { sitePath } from '../domain/locale';
import { Mails } from '../mails/mails';
import type { UserEntity } from '../persistence/user.entity';
import { withoutLinks } from './organisation-name';

/** What members are told. */
export type MemberMailKind = 'member-removed' | 'member-role-changed';

/** Tells members by mail what others have changed about them; part of the caller's unit of work. */
@Injectable()
export class MemberMails {
  constructor(
    private readonly mails: Mails,
    private readonly config: Config,
  ) {}

  /** @param organisation its name */
  async send(user: UserEntity, kind: MemberMailKind, organisation: string): Promise<void> {
    const link = this.config.env.PUBLIC_URL + sitePath(user.locale, '/settings/');
    await this.mails.send(user, kind, { link, organisation: withoutLinks(organisation) });
  }
}
