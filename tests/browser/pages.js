// Every page with the states that it can be in: whoever adds a page adds a line. pages.spec.js walks
// them, and so does the measurement of speed.
//
//   { name: "case page", path: "/cases/kakao-2022" }
//   { name: "task list", path: "/claim", who: "claimant" }
//   { name: "sign in, faulty", open: async (page) => { .. } }
//
// `who` is a role, `open` brings a page there where a path does not, `extra`
// marks one that needs more than an ordinary page may cost, `measured` one for Lighthouse.

import { claimant } from "./pages/claimant.js";
import { desk } from "./pages/desk.js";
import { open } from "./pages/public.js";

export const pages = [...open, ...claimant, ...desk];
