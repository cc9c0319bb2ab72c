// What the search page fetches when something is first taken away.

import { Take } from "./take.js";

window.LibrarySearch = { ...window.LibrarySearch, Take };
