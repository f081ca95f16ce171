import { Module } from '@nestjs/common';
import { ConsentsController } from './consents.controller';
import { ConsentRepository } from './persistence/consent.repository';
import { ListConsents } from './use-cases/list-consents';
import { RecordConsents } from './use-cases/record-consents';

/** To which texts people have agreed. */
@Module({
  controllers: [ConsentsController],
  providers: [ListConsents, RecordConsents, ConsentRepository],
  exports: [RecordConsents],
})
export class ConsentsModule {}
