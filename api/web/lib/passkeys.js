/** Passkeys: this device's own lock as a way to sign in (WebAuthn level 3, with the JSON forms of its options). */

import { post } from "./api.js";

/** Whether this browser has them. */
export const passkeysPossible = () =>
  isSecureContext && typeof globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON === "function";

/** Makes a passkey for who is signed in; false where the person thought better of it. */
export async function addPasskey() {
  const options = await post("/me/passkeys/options");
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await unlessDeclined(navigator.credentials.create({ publicKey }));
  if (made === null) return false;
  await post("/me/passkeys", made.toJSON());
  return true;
}

/** Signs in by a passkey of this device; false where the person thought better of it. */
export async function signInByPasskey() {
  const options = await post("/session/passkey/options");
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const shown = await unlessDeclined(navigator.credentials.get({ publicKey }));
  if (shown === null) return false;
  await post("/session/passkey", shown.toJSON());
  return true;
}

async function unlessDeclined(asked) {
  try {
    return await asked;
  } catch (error) {
    if (error.name === "NotAllowedError" || error.name === "AbortError") return null;
    throw error;
  }
}
