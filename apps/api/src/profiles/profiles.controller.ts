import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { templates } from '@canar/profile-templates';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { ProfileId } from '../platform/ids/ids';
import { ProfilePresenter } from './dto/profile-presenter';
import { Profile, ProfileChange, ProfileList, ProfileQuery, TagList, TitleBody } from './dto/profile.dto';
import { Storage } from './dto/storage.dto';
import { TemplateList } from './dto/template.dto';
import { ChangeProfile } from './use-cases/change-profile';
import { CreateProfile } from './use-cases/create-profile';
import { DuplicateProfile } from './use-cases/duplicate-profile';
import { ListProfiles } from './use-cases/list-profiles';
import { ListTags } from './use-cases/list-tags';
import { ReadProfile } from './use-cases/read-profile';
import { ReadStorage } from './use-cases/read-storage';
import { TrashProfile } from './use-cases/trash-profile';

/** The profiles of a tenant. */
@ApiTags('profiles')
@ApiBearerAuth()
@Controller('api/profiles')
@Requires('read')
export class ProfilesController {
  constructor(
    private readonly createProfile: CreateProfile,
    private readonly listProfiles: ListProfiles,
    private readonly readProfile: ReadProfile,
    private readonly listTags: ListTags,
    private readonly changeProfile: ChangeProfile,
    private readonly trashProfile: TrashProfile,
    private readonly duplicateProfile: DuplicateProfile,
    private readonly readStorage: ReadStorage,
    private readonly presenter: ProfilePresenter,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All profiles, or those that a search or a tag finds' })
  @ApiResponse({ status: 200, type: ProfileList })
  async list(
    @CurrentCaller() { tenantId }: Caller,
    @Query() { cursor, limit, search, tag, sort }: ProfileQuery,
  ): Promise<ProfileList> {
    const wanted = { search, tag, order: sort };
    const { profiles, nextCursor } = await this.listProfiles.execute(tenantId, wanted, cursor, limit);
    return { profiles: profiles.map((profile) => this.presenter.profile(tenantId, profile)), nextCursor };
  }

  @Post()
  @Requires('write')
  @ApiOperation({ summary: 'Create a profile' })
  @ApiResponse({ status: 201, type: Profile })
  async create(@CurrentCaller() caller: Caller, @Body() { title }: TitleBody): Promise<Profile> {
    return this.one(caller, await this.createProfile.execute(caller, title));
  }

  @Get('storage')
  @ApiOperation({ summary: 'The space that files and drafts use' })
  @ApiResponse({ status: 200, type: Storage })
  storage(@CurrentCaller() { tenantId }: Caller): Promise<Storage> {
    return this.readStorage.execute(tenantId);
  }

  @Get('tags')
  @ApiOperation({ summary: 'The tags of all profiles, in alphabetical order' })
  @ApiResponse({ status: 200, type: TagList })
  async tags(@CurrentCaller() { tenantId }: Caller): Promise<TagList> {
    return { tags: await this.listTags.execute(tenantId) };
  }

  @Get('templates')
  @ApiOperation({ summary: 'The templates for page and PDF' })
  @ApiResponse({ status: 200, type: TemplateList })
  templates(): TemplateList {
    return { templates: [...templates] };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One profile' })
  @ApiResponse({ status: 200, type: Profile })
  async one(@CurrentCaller() { tenantId }: Caller, @Param('id', ParseUUIDPipe) id: ProfileId): Promise<Profile> {
    return this.presenter.profile(tenantId, await this.readProfile.execute(tenantId, id));
  }

  @Patch(':id')
  @Requires('write')
  @ApiOperation({ summary: 'Change the title or the tags of a profile' })
  @ApiResponse({ status: 200, type: Profile })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Body() changed: ProfileChange,
  ): Promise<Profile> {
    await this.changeProfile.execute(caller.tenantId, id, changed);
    return this.one(caller, id);
  }

  @Post(':id/duplicate')
  @Requires('write')
  @ApiOperation({ summary: 'Duplicate a profile with its draft, photo and CV' })
  @ApiResponse({ status: 201, type: Profile })
  async duplicate(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Body() { title }: TitleBody,
  ): Promise<Profile> {
    return this.one(caller, await this.duplicateProfile.execute(caller.tenantId, id, title));
  }

  @Delete(':id')
  @Requires('write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Move a profile to the trash and unpublish it at once' })
  async trash(@CurrentCaller() { tenantId }: Caller, @Param('id', ParseUUIDPipe) id: ProfileId): Promise<void> {
    await this.trashProfile.execute(tenantId, id);
  }
}
