import type { ComponentType } from 'react';
import { ClassicLayout } from './layouts/classic';
import { ModernLayout } from './layouts/modern';
import { classicStyle } from './styles/classic';
import { modernStyle } from './styles/modern';
import type { TemplateStyle } from './styles/style';
import type { ProfileView } from './view';

/** A way for a profile to look. */
export interface Template {
  id: string;
  name: string;
  description: string;
}

/** A template with what draws it. */
export interface DrawnTemplate extends Template {
  Layout: ComponentType<{ view: ProfileView }>;
  style: TemplateStyle;
}

const classic: DrawnTemplate = {
  id: 'classic',
  name: 'Classic',
  description: 'A well-set book page: a centred title, one column of serif text, dates in italics at the edge.',
  Layout: ClassicLayout,
  style: classicStyle,
};

const modern: DrawnTemplate = {
  id: 'modern',
  name: 'Modern',
  description: 'A Swiss grid: a large name flush left, section titles and dates hanging in a narrow column.',
  Layout: ModernLayout,
  style: modernStyle,
};

const drawn: readonly [DrawnTemplate, ...DrawnTemplate[]] = [classic, modern];

/** All templates of the web page, in the order in which they are offered. */
export const templates: readonly Template[] = drawn.map(({ id, name, description }) => ({ id, name, description }));

/** The template of an id; the first one for an id that is not known, so that a profile always has a page. */
export function drawnTemplate(id: string): DrawnTemplate {
  return drawn.find((template) => template.id === id) ?? drawn[0];
}
