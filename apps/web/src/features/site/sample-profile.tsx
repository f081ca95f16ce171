import { ProfilePage, profileCss } from '@canar/profile-templates';
import { sampleProfile } from '@/content/sample-profile';
import type { Locale } from '@/i18n/locales';

/** The sample profile with its styles, drawn by the same component as every published page. */
export function SampleProfile({ locale, template }: { locale: Locale; template: string }) {
  return (
    <>
      <style href={`cv-${template}`} precedence="profile">
        {profileCss(template)}
      </style>
      <ProfilePage document={sampleProfile(locale)} templateId={template} />
    </>
  );
}
