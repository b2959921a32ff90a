/** What the words would become, asked while they are typed. */

import { post } from "../../lib/api.js";
import { useEffect, useRef, useState } from "../../lib/preact.js";

const STILL_MS = 450;

/**
 * The newest plan (`storyboard`, `coverage`) of a prompt; null where there is none yet.
 * @param {{prompt: string, seconds: number, style: string | null}} wish
 */
export function usePlan({ prompt, seconds, style }) {
  const [state, setState] = useState({ plan: null, error: null, of: "" });
  const newest = useRef(0);
  useEffect(() => {
    newest.current += 1;
    const mine = newest.current;
    if (prompt.trim() === "") {
      setState({ plan: null, error: null, of: "" });
      return undefined;
    }
    const timer = setTimeout(() => {
      post("/storyboards", { prompt, seconds, style }).then(
        (plan) => mine === newest.current && setState({ plan, error: null, of: prompt }),
        (error) => mine === newest.current && setState({ plan: null, error, of: prompt }),
      );
    }, STILL_MS);
    return () => clearTimeout(timer);
  }, [prompt, seconds, style]);
  return state;
}
