import { templates } from '@canar/profile-templates';
import { localePath, type Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { samplePath } from './sample-page';
import { SampleProfile } from './sample-profile';

/** Every template with the same life in it, drawn by what draws the published page; each opens at full size. */
export function TemplateGallery({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.templates');
  return (
    <section className="mx-auto max-w-6xl px-4 pt-28 sm:px-8" aria-labelledby="templates">
      <h2 id="templates" className="text-2xl sm:text-3xl">
        {text('title', { count: templates.length })}
      </h2>
      <p className="mt-4 max-w-prose text-muted">{text('lead')}</p>
      <ul className="mt-10 grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 lg:grid-cols-4">
        {templates.map(({ id, name }) => (
          <li key={id} className="group relative">
            <div
              inert
              aria-hidden
              className="h-52 overflow-hidden rounded-surface border border-hairline bg-raised transition-[border-color,translate] duration-200 ease-out group-hover:-translate-y-0.5 group-hover:border-edge sm:h-72"
            >
              <div className="min-h-full w-[calc(100%/0.32)] origin-top-left scale-[0.32]">
                <SampleProfile locale={locale} template={id} brief />
              </div>
            </div>
            <a
              href={localePath(locale, samplePath(id))}
              className="mt-2 block rounded-control font-medium after:absolute after:inset-0"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
