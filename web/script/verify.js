// The page that verifies receipts; where it is saved as one file, the program puts the same modules
// together.

import "../verify/page.js";
