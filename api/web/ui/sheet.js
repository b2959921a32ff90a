/** A sheet that slides over the screen; it keeps the focus and closes with Escape or a press beside it. */

import { html, useEffect, useId, useRef } from "../lib/preact.js";
import { t } from "../lib/texts.js";
import { IconButton } from "./button.js";

/** @param {{title: string, onClose: () => void, children?: unknown}} props */
export function Sheet({ title, onClose, children }) {
  const dialog = useRef(null);
  const id = useId();
  useEffect(() => {
    dialog.current.showModal();
  }, []);
  const beside = (event) => event.target === dialog.current && dialog.current.close();
  return html`<dialog ref=${dialog} class="sheet" aria-labelledby=${id} onClose=${onClose} onClick=${beside}>
    <header>
      <h2 id=${id}>${title}</h2>
      <${IconButton} icon="x" label=${t("close")} onClick=${() => dialog.current.close()} />
    </header>
    <div class="body">${children}</div>
  </dialog>`;
}
