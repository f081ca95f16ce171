'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';

interface ShadowFrameProps {
  css: string;
  /** called with the root once it holds the children; gives what takes it back */
  onRoot?: (root: ShadowRoot) => () => void;
  children: React.ReactNode;
}

/** Draws its children inside a shadow root with a style sheet of their own. Constructed sheets need no permission of the page's policy. */
export function ShadowFrame({ css, onRoot, children }: ShadowFrameProps) {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const sheet = useMemo(() => (root ? new CSSStyleSheet() : null), [root]);
  const attach = useCallback((host: HTMLDivElement | null) => {
    if (host) setRoot(host.shadowRoot ?? host.attachShadow({ mode: 'open' }));
  }, []);
  useEffect(() => {
    if (sheet) root?.adoptedStyleSheets.splice(0, 1, sheet);
  }, [root, sheet]);
  useEffect(() => {
    sheet?.replaceSync(css);
  }, [sheet, css]);
  useEffect(() => (root && onRoot ? onRoot(root) : undefined), [root, onRoot]);
  return (
    <div ref={attach} className="grid grid-cols-1">
      {root && createPortal(children, root)}
    </div>
  );
}
