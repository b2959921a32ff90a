/** What words would be understood as, asked while they are typed. */

import { post } from "../../lib/api.js";
import { utcOffsetMin } from "../../lib/format.js";
import { useEffect, useRef, useState } from "../../lib/preact.js";

const STILL_MS = 350;

/**
 * The newest reading of `text`, null where there are no words; `error` where they could not be read.
 * @param {string} text
 */
export function useReading(text) {
  const [state, setState] = useState({ reading: null, error: null });
  const newest = useRef(0);
  useEffect(() => {
    newest.current += 1;
    const mine = newest.current;
    if (text.trim() === "") {
      setState({ reading: null, error: null });
      return undefined;
    }
    const timer = setTimeout(() => {
      post("/feed/instructions/reading", { text, utc_offset_min: utcOffsetMin() }).then(
        (reading) => mine === newest.current && setState({ reading, error: null }),
        (error) => mine === newest.current && setState({ reading: null, error }),
      );
    }, STILL_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return state;
}
