// breaks: house/no-injected-repository
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

export class GrantRepository {
  constructor(@InjectRepository(Object) readonly grants: Repository<object>) {}
}
