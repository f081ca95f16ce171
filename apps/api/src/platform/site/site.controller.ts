import { offeredIdentityProviders } from '@canar/api-env';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Config } from '../config/config';
import { Public } from '../http/public.decorator';
import { Site } from './site.dto';

/** Says who runs the site, from configuration: the exported pages are the same for every operator. */
@ApiTags('site')
@Controller('api/site')
@Public()
export class SiteController {
  constructor(private readonly config: Config) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  @ApiOperation({ summary: 'Who sells, whom to ask, and with what one can sign in' })
  @ApiResponse({ status: 200, type: Site })
  site(): Site {
    const { env } = this.config;
    return {
      seller: env.SELLER_NAME
        ? {
            name: env.SELLER_NAME,
            address: env.SELLER_ADDRESS ?? null,
            state: env.SELLER_STATE ?? null,
            gstin: env.SELLER_GSTIN ?? null,
          }
        : null,
      supportEmail: env.SUPPORT_EMAIL ?? null,
      grievanceContact: env.GRIEVANCE_CONTACT ?? null,
      identityProviders: offeredIdentityProviders(env),
      demonstration: env.CANAR_DEMO || env.PAYMENT_PROVIDERS.includes('sandbox'),
    };
  }
}
