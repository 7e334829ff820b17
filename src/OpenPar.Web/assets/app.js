import 'htmx.org/dist/htmx.esm.js';
import './app/theme-switch.js';
import './app/autosave.js';
import './app/request-errors.js';
import './app/table-filter.js';
import './app/row-keys.js';
import './app/focus.js';
import './app/passkeys.js';
