/** Saying a wish in place of typing it, where the browser understands speech on the device itself; no sound leaves it. */

import { useEffect, useRef, useState } from "../../lib/preact.js";
import { language } from "../../lib/texts.js";

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

/**
 * `listen` is null where speech is not understood on the device.
 * @param {(words: string) => void} onWords
 * @returns {{listening: boolean, listen: (() => void) | null}}
 */
export function useDictation(onWords) {
  const [possible, setPossible] = useState(false);
  const [listening, setListening] = useState(false);
  const running = useRef(null);
  useEffect(() => {
    onDevice().then(setPossible);
    return () => running.current?.abort();
  }, []);
  const listen = () => {
    const recognition = new Recognition();
    running.current = Object.assign(recognition, { lang: language.value, processLocally: true });
    recognition.onresult = (event) => onWords(event.results[0][0].transcript);
    recognition.onend = () => setListening(false);
    setListening(true);
    recognition.start();
  };
  return { listening, listen: possible ? listen : null };
}

async function onDevice() {
  if (typeof Recognition?.available !== "function") return false;
  try {
    return (await Recognition.available({ langs: [language.value], processLocally: true })) === "available";
  } catch {
    return false;
  }
}
