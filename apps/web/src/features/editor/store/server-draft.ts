import type { ProfileDocument } from '@canar/profile-document';
import { ApiProblem } from '@/lib/api/problem';
import { fetchDraft } from '@/signed-in/api/get-draft';
import { saveDraft } from '@/signed-in/api/save-draft';
import { store, stored } from '@/signed-in/device/device-store';
import type { ServerDraft } from './open-draft';

const isTemporary = (error: unknown) => error instanceof ApiProblem && error.temporary;

/** The server's draft of a profile, and a copy of it on this device for when there is no network. */
export class ServerDrafts {
  constructor(
    private readonly account: string,
    private readonly profileId: string,
  ) {}

  /** The draft of the server. @throws ApiProblem */
  readonly fetch = async (): Promise<ServerDraft> => {
    const { data, etag } = await fetchDraft(this.profileId);
    const draft = { document: data.document as ProfileDocument, etag: etag ?? '', warnings: data.warnings };
    void this.copy(draft);
    return draft;
  };

  /** The draft of the server, or without a network the copy. @throws ApiProblem when there is neither */
  async open(): Promise<ServerDraft> {
    try {
      return await this.fetch();
    } catch (error) {
      const copy = isTemporary(error) ? await stored<ServerDraft>('copy', this.account, this.profileId) : undefined;
      if (!copy) throw error;
      return copy;
    }
  }

  /** Saves the draft on the server. @throws ApiProblem 412 with the newer draft when another tab or device was first */
  readonly save = async (document: ProfileDocument, etag: string) => {
    const saved = await saveDraft(this.profileId, document, etag);
    void this.copy({ document, ...saved });
    return saved;
  };

  private copy(draft: ServerDraft): Promise<void> {
    return store('copy', this.account, this.profileId, draft);
  }
}
