/** A labelled input with its hint and its fault, tied together for those who listen. */

import { html, useId } from "../lib/preact.js";

/**
 * @param {{label: string, hint?: string, fault?: string | null, as?: "input" | "textarea" | "select", onValue?: (value: string) => void} & Record<string, any>} props
 */
export function Field({ label, hint, fault, as = "input", onValue, children, ...rest }) {
  const id = useId();
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <${as} id=${id} aria-describedby=${described} aria-invalid=${fault ? "true" : undefined}
      onInput=${onValue && ((event) => onValue(event.currentTarget.value))} ...${rest}>${children}</${as}>
    ${hint && html`<p id=${`${id}-hint`} class="small soft">${hint}</p>`}
    ${fault && html`<p id=${`${id}-fault`} class="fault" role="alert">${fault}</p>`}
  </div>`;
}

/** @param {{label: string, hint?: string, checked: boolean, onChange: (checked: boolean) => void}} props */
export function Switch({ label, hint, checked, onChange, ...rest }) {
  return html`<label class="switch">
    <span>${label}${hint && html`<br /><span class="small soft">${hint}</span>`}</span>
    <input type="checkbox" role="switch" checked=${checked} onChange=${(event) => onChange(event.currentTarget.checked)} ...${rest} />
  </label>`;
}

/** A few choices of which one holds. @param {{label: string, choices: {value: string, label: string}[], value: string, onValue: (value: string) => void}} props */
export function Choice({ label, choices, value, onValue }) {
  return html`<div class="wrap" role="radiogroup" aria-label=${label}>
    ${choices.map(
      (choice) => html`<button type="button" role="radio" class="chip" aria-checked=${String(choice.value === value)}
        onClick=${() => onValue(choice.value)}>${choice.label}</button>`,
    )}
  </div>`;
}
