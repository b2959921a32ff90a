/** Every text that people read, in English; texts of other languages take their place one by one. */

import ask from "./en/ask.js";
import cameo from "./en/cameo.js";
import common from "./en/common.js";
import create from "./en/create.js";
import feed from "./en/feed.js";
import join from "./en/join.js";
import notices from "./en/notices.js";
import roles from "./en/roles.js";
import you from "./en/you.js";

export default { ...common, ...feed, ...ask, ...join, ...create, ...cameo, ...you, ...notices, ...roles };
