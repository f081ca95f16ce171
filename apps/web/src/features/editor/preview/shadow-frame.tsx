'use client';

import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** Draws its children inside a shadow root with a style sheet of their own. Constructed sheets need no permission of the page's policy. */
export function ShadowFrame({ css, children }: { css: string; children: React.ReactNode }) {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const attach = useCallback((host: HTMLDivElement | null) => {
    if (host) setRoot(host.shadowRoot ?? host.attachShadow({ mode: 'open' }));
  }, []);
  useEffect(() => {
    if (!root) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  }, [root, css]);
  return <div ref={attach}>{root && createPortal(children, root)}</div>;
}
