import { designOf, type ProfileDocument } from '@canar/profile-document';
import { academicStyle } from './styles/academic';
import { classicStyle } from './styles/classic';
import { compactStyle } from './styles/compact';
import { creativeStyle } from './styles/creative';
import { engineerStyle } from './styles/engineer';
import { executiveStyle } from './styles/executive';
import { fresherStyle } from './styles/fresher';
import { modernStyle } from './styles/modern';
import type { TemplateStyle } from './styles/style';

/** The name and description of a template. */
export interface Template {
  id: string;
  name: string;
  description: string;
}

/** A template with its layout and style. */
export interface DrawnTemplate extends Template {
  /** two: short sections are beside the long ones, where there is room */
  columns: 1 | 2;
  style: TemplateStyle;
}

const drawn: readonly [DrawnTemplate, ...DrawnTemplate[]] = [
  {
    id: 'classic',
    name: 'Classic',
    description: 'A well-set book page: a centred title, one column of serif text, dates in italics at the edge.',
    columns: 1,
    style: classicStyle,
  },
  {
    id: 'modern',
    name: 'Modern',
    description: 'A Swiss grid: a large name flush left, section titles and dates hanging in a narrow column.',
    columns: 1,
    style: modernStyle,
  },
  {
    id: 'compact',
    name: 'Compact',
    description: 'A page of small sans: name and contact side by side, headings on a rule, much on one page.',
    columns: 1,
    style: compactStyle,
  },
  {
    id: 'academic',
    name: 'Academic',
    description: 'A curriculum vitae in Garamond: dates in the margin, a rule over each section, plain lists.',
    columns: 1,
    style: academicStyle,
  },
  {
    id: 'creative',
    name: 'Creative',
    description: 'A poster: the name in a soft serif on a band of colour, short sections beside the long ones.',
    columns: 2,
    style: creativeStyle,
  },
  {
    id: 'executive',
    name: 'Executive',
    description: 'A letter of standing: a serif name between rules, centred headings, the summary set large.',
    columns: 1,
    style: executiveStyle,
  },
  {
    id: 'engineer',
    name: 'Engineer',
    description: 'A data sheet: Plex with dates and headings in monospace, skills as a table.',
    columns: 1,
    style: engineerStyle,
  },
  {
    id: 'fresher',
    name: 'Fresher',
    description: 'For the first application: a big friendly name, headings on tinted tabs, skills at the side.',
    columns: 2,
    style: fresherStyle,
  },
];

/** All templates of the web page, in the order in which they are offered. */
export const templates: readonly Template[] = drawn.map(({ id, name, description }) => ({ id, name, description }));

/** The template of an id; the first one for an id that is not known, so that a profile always has a page. */
export function drawnTemplate(id: string): DrawnTemplate {
  return drawn.find((template) => template.id === id) ?? drawn[0];
}

/** The id of the template in which a document is shown: its own, or the first one when it names none or an unknown one. */
export function templateIdOf(document: ProfileDocument): string {
  return drawnTemplate(designOf(document).template ?? '').id;
}
