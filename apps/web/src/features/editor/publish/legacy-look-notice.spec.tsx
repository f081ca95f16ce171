import { fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Profile } from '@/lib/api/types';
import { profileWith, publicationWith, renderEditor } from '../testing/render-editor';
import { LegacyLookNotice } from './legacy-look-notice';

const text = messagesOf('en').editor.publish;
const sentence = 'Your page is shown in Classic until you save an edit.';
const open = (profile: Profile) => renderEditor(<LegacyLookNotice profile={profile} />);
const migrated = profileWith({ publication: publicationWith({ legacyTemplate: 'classic' }) });

beforeEach(() => localStorage.clear());

describe('LegacyLookNotice', () => {
  it('says once in which template a page is rendered until the next saved edit', () => {
    const { unmount } = open(migrated);
    expect(screen.getByText(sentence)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: text.understood }));
    expect(screen.queryByText(sentence)).toBeNull();
    unmount();
    open(migrated);
    expect(screen.queryByText(sentence)).toBeNull();
  });

  it('says nothing without a page, or of one that is rendered as its saved edit says', () => {
    open(profileWith({ publication: publicationWith() }));
    open(profileWith());
    expect(screen.queryByText(/is shown in/)).toBeNull();
  });
});
