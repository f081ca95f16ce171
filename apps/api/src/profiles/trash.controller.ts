import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { PageQuery } from '../platform/http/page-query.dto';
import { ProfileId } from '../platform/ids/ids';
import { purgedAt } from './domain/trash';
import { ProfilePresenter } from './dto/profile-presenter';
import { Profile } from './dto/profile.dto';
import { TrashList } from './dto/trash.dto';
import { ListTrash } from './use-cases/list-trash';
import { ReadProfile } from './use-cases/read-profile';
import { RestoreProfile } from './use-cases/restore-profile';

/** The trash: deleted profiles, for thirty days. */
@ApiTags('profiles')
@ApiBearerAuth()
@Controller('api/profiles')
@Requires('read')
export class TrashController {
  constructor(
    private readonly listTrash: ListTrash,
    private readonly restoreProfile: RestoreProfile,
    private readonly readProfile: ReadProfile,
    private readonly presenter: ProfilePresenter,
  ) {}

  @Get('trash')
  @ApiOperation({ summary: 'The profiles in the trash, latest first' })
  @ApiResponse({ status: 200, type: TrashList })
  async list(@CurrentCaller() { tenantId }: Caller, @Query() { cursor, limit }: PageQuery): Promise<TrashList> {
    const { profiles, nextCursor } = await this.listTrash.execute(tenantId, cursor, limit);
    const listed = profiles.map(({ deletedAt, ...profile }) => ({
      ...profile,
      deletedAt: deletedAt.toISOString(),
      purgedAt: purgedAt(deletedAt).toISOString(),
    }));
    return { profiles: listed, nextCursor };
  }

  @Post(':id/restore')
  @Requires('write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Restore a profile from the trash; it is not published again' })
  @ApiResponse({ status: 200, type: Profile })
  async restore(@CurrentCaller() { tenantId }: Caller, @Param('id', ParseUUIDPipe) id: ProfileId): Promise<Profile> {
    await this.restoreProfile.execute(tenantId, id);
    return this.presenter.profile(tenantId, await this.readProfile.execute(tenantId, id));
  }
}
