/** Every text that people read, in German. */

import ask from "./de/ask.js";
import cameo from "./de/cameo.js";
import common from "./de/common.js";
import create from "./de/create.js";
import feed from "./de/feed.js";
import join from "./de/join.js";
import notices from "./de/notices.js";
import roles from "./de/roles.js";
import you from "./de/you.js";

export default { ...common, ...feed, ...ask, ...join, ...create, ...cameo, ...you, ...notices, ...roles };
