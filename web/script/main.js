// What every page can use. Nothing needs it: a page without script is complete, only less handy.

/*! with GOV.UK Frontend, © Crown Copyright (Government Digital Service), MIT licence */

import {
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  createAll,
} from "govuk-frontend";
import { copyButton } from "./part/copy.js";
import { moneyInput } from "./part/money.js";
import { keepOffline } from "./part/offline.js";
import { sendOnce } from "./part/once.js";
import { sessionEnd } from "./part/session_end.js";
import { modules } from "./part/modules.js";
import { toldFields } from "./part/told.js";
import { weeksDifference } from "./part/weeks.js";

document.documentElement.classList.add("js-enabled", "govuk-frontend-supported");
document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const component of [
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
]) {
  createAll(component);
}

// asked first: what stays here was not sent
keepOffline();

modules("app-copy", copyButton);
modules("app-money", moneyInput);
modules("app-once", sendOnce);
modules("app-print", (button) => button.addEventListener("click", () => window.print()));
modules("app-session-end", sessionEnd);
modules("app-told", toldFields);
modules("app-weeks", weeksDifference);
