import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { RequiresConfirmation } from '../second-factor/confirmation.guard';
import { FindMember } from '../use-cases/find-member';
import { AddPasskeyBody, Passkey, PasskeyList, PasskeyNameBody, PasskeyOptions } from './dto/passkey.dto';
import type { Passkey as StoredPasskey } from './persistence/passkey.repository';
import { RelyingParty } from './relying-party';
import { AddPasskey } from './use-cases/add-passkey';
import { BeginPasskey } from './use-cases/begin-passkey';
import { ListPasskeys } from './use-cases/list-passkeys';
import { RemovePasskey } from './use-cases/remove-passkey';
import { RenamePasskey } from './use-cases/rename-passkey';
import { userHandle } from './user-handle';

const confirmed = '403 `confirmation.required` unless the caller has signed in or confirmed within ten minutes.';

/** The passkeys of the caller. */
@ApiTags('auth')
@ApiBearerAuth()
@Controller('api/auth/passkeys')
@Requires('account')
export class PasskeysController {
  constructor(
    private readonly findMember: FindMember,
    private readonly listPasskeys: ListPasskeys,
    private readonly beginPasskey: BeginPasskey,
    private readonly addPasskey: AddPasskey,
    private readonly renamePasskey: RenamePasskey,
    private readonly removePasskey: RemovePasskey,
    private readonly relyingParty: RelyingParty,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The passkeys of the caller' })
  @ApiResponse({ status: 200, type: PasskeyList })
  async list(@CurrentCaller() { userId }: Caller): Promise<PasskeyList> {
    const passkeys = await this.listPasskeys.execute(userId);
    return {
      passkeys: passkeys.map(rendered),
      signals: {
        rpId: this.relyingParty.id,
        userId: userHandle(userId).toString('base64url'),
        allAcceptedCredentialIds: passkeys.map(({ credentialId }) => credentialId),
      },
    };
  }

  @Post('options')
  @HttpCode(200)
  @RequiresConfirmation()
  @ApiOperation({ summary: 'What a browser is asked to make for a new passkey', description: confirmed })
  @ApiResponse({ status: 200, type: PasskeyOptions })
  async options(@CurrentCaller() { userId, tenantId, sessionId }: Caller): Promise<PasskeyOptions> {
    const { user } = await this.findMember.execute(userId, tenantId);
    return { options: await this.beginPasskey.execute(user, sessionId) };
  }

  @Post()
  @RequiresConfirmation()
  @ApiOperation({ summary: 'Add a passkey that a browser has made', description: confirmed })
  @ApiResponse({ status: 201, type: Passkey })
  async add(
    @CurrentCaller() { userId, tenantId, sessionId }: Caller,
    @Body() { name, ...attestation }: AddPasskeyBody,
  ): Promise<Passkey> {
    const { user } = await this.findMember.execute(userId, tenantId);
    return rendered(await this.addPasskey.execute(user, sessionId, name, attestation));
  }

  @Patch(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Rename a passkey' })
  async rename(
    @CurrentCaller() { userId }: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name }: PasskeyNameBody,
  ): Promise<void> {
    await this.renamePasskey.execute(userId, id, name);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequiresConfirmation()
  @ApiOperation({ summary: 'Remove a passkey', description: confirmed })
  async remove(
    @CurrentCaller() { userId, tenantId, sessionId }: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    const { user } = await this.findMember.execute(userId, tenantId);
    await this.removePasskey.execute(user, sessionId, id);
  }
}

function rendered({ id, name, synced, createdAt, lastUsedAt }: StoredPasskey): Passkey {
  return {
    id,
    name,
    synced,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
