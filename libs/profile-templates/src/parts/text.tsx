import { safeHref } from '@canar/profile-document';
import { Fragment, type ReactNode } from 'react';

interface ProseProps {
  text: string | undefined;
  className: string;
  place: string | undefined;
}

/** The place of a field of an item; undefined where places are not shown. */
export function fieldPlace(item: string | undefined, ...steps: (string | number)[]): string | undefined {
  return item && [item, ...steps].join('/');
}

/** Paragraphs as typed: an empty line starts a new one, a line break stays a line break. */
export function Prose({ text, className, place }: ProseProps): ReactNode {
  const paragraphs = (text ?? '').split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph, index) => (
    <p key={index} className={className} dir="auto" data-place={place}>
      {paragraph.trim()}
    </p>
  ));
}

/** A link when the address may be linked, and plain text otherwise. */
export function MaybeLink(props: {
  url: string | undefined;
  target?: '_blank';
  me?: boolean;
  children: ReactNode;
}): ReactNode {
  const href = safeHref(props.url);
  if (href === null) return props.children;
  const rel = `${props.me ? 'me ' : ''}nofollow noopener noreferrer`;
  return (
    <a className="cv-link" href={href} rel={rel} target={props.target}>
      {props.children}
    </a>
  );
}

/** A web address without scheme, `www.` and the last slash. */
export function spokenAddress(url: string): string {
  return url
    .trim()
    .replace(/^(?:https?:)?\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
}

/** An address that a narrow line breaks before `@`, a dot or a slash, and not within a word. */
export function Address({ text }: { text: string }): ReactNode {
  return text.split(/(?=[@./?#&=_])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
