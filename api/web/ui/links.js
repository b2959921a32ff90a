/** A list of ways to go on, each with its icon. */

import { html } from "../lib/preact.js";
import { href } from "../lib/router.js";
import { Icon } from "./icon.js";

/** @param {{links: {icon: string, label: string, path: string, count?: number}[]}} props */
export function Links({ links }) {
  return html`<ul class="list">
    ${links.map(
      ({ icon, label, path, count }) => html`<li key=${path}>
        <a href=${href(path)}>
          <${Icon} name=${icon} /><span class="grow">${label}</span>
          ${count > 0 && html`<strong class="chip">${count}</strong>`}
          <${Icon} name="chevron-right" />
        </a>
      </li>`,
    )}
  </ul>`;
}
