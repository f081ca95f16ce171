'use client';

/** The link from sign-in to sign-up or back; it keeps the query, and with it the page that was asked for. */
export function AuthSwitchLink({ href, label }: { href: string; label: string }) {
  return (
    <a className="link" href={href} onClick={(event) => (event.currentTarget.search = window.location.search)}>
      {label}
    </a>
  );
}
