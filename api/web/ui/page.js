/** A screen with a title and, where one comes from somewhere, a way back. */

import { html, useEffect, useRef } from "../lib/preact.js";
import { back } from "../lib/router.js";
import { t } from "../lib/texts.js";
import { IconButton } from "./button.js";

/** @param {{title: string, up?: string, actions?: unknown, children?: unknown}} props `up`: where "back" leads on a fresh start */
export function Page({ title, up, actions, children }) {
  const heading = useRef(null);
  useEffect(() => {
    document.title = `${title} · Castmates`;
    heading.current.focus({ preventScroll: true });
  }, [title]);
  return html`<section class="page">
    <header>
      ${up !== undefined && html`<${IconButton} icon="chevron-left" label=${t("back")} onClick=${() => back(up)} />`}
      <h1 ref=${heading} tabindex="-1">${title}</h1>
      ${actions}
    </header>
    ${children}
  </section>`;
}
