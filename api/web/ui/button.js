/** What one presses: with words, with an icon alone (then `label` is what is read aloud), or as a link. */

import { html } from "../lib/preact.js";
import { Icon } from "./icon.js";

/** @param {{kind?: "primary" | "danger" | "quiet", icon?: string, href?: string, wide?: boolean, busy?: boolean} & Record<string, any>} props */
export function Button({ kind, icon, href, wide, busy, disabled, children, ...rest }) {
  const classes = ["button", kind, wide && "wide"].filter(Boolean).join(" ");
  const inside = html`${icon && html`<${Icon} name=${icon} />`}${children}`;
  if (href) return html`<a class=${classes} href=${href} ...${rest}>${inside}</a>`;
  return html`<button type="button" class=${classes} disabled=${disabled || busy} aria-busy=${busy ? "true" : undefined} ...${rest}>${inside}</button>`;
}

/** @param {{icon: string, label: string, filled?: boolean} & Record<string, any>} props */
export function IconButton({ icon, label, filled, class: extra = "quiet", ...rest }) {
  return html`<button type="button" class=${`button round ${extra}`} aria-label=${label} ...${rest}>
    <${Icon} name=${icon} filled=${filled} />
  </button>`;
}
