import { Module } from '@nestjs/common';
import { SiteController } from './site.controller';

/** Says who runs the site. */
@Module({ controllers: [SiteController] })
export class SiteModule {}
