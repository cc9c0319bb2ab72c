// What the search page fetches when other records than publications are asked for.

import { beside } from "./beside.js";

window.LibrarySearch = { ...window.LibrarySearch, beside };
