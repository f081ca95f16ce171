'use client';

/** The link to the other door; it takes along where the person was heading. */
export function OtherDoor({ href, label }: { href: string; label: string }) {
  return (
    <a className="link" href={href} onClick={(event) => (event.currentTarget.search = window.location.search)}>
      {label}
    </a>
  );
}
