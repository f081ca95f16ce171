import { ProfilePage, profileCss } from '@canar/profile-templates';
import { briefSample, sampleProfile } from '@/content/sample-profile';
import type { Locale } from '@/i18n/locales';

interface SampleProfileProps {
  locale: Locale;
  template: string;
  /** only the top of it, where no more is seen */
  brief?: boolean;
}

/** The sample profile with its styles, drawn by the same component as every published page. */
export function SampleProfile({ locale, template, brief = false }: SampleProfileProps) {
  return (
    <>
      <style href={`cv-${template}`} precedence="profile">
        {profileCss(template)}
      </style>
      <ProfilePage document={brief ? briefSample(locale) : sampleProfile(locale)} templateId={template} />
    </>
  );
}
