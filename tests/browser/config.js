// The browser tests: one registry for all of them, two pages at a time. `script/test browser`.

import { defineConfig } from "@playwright/test";

const all = process.env.REGISTRY_TESTS === "all";

export default defineConfig({
  testDir: ".",
  outputDir: "../../target/browser",
  globalSetup: "./start.js",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: all ? 600_000 : 120_000,
  // machines that are shared are slow at times; what is there already waits for nothing
  expect: { timeout: 15_000 },
  grepInvert: all ? undefined : /@long/,
  reporter: [["list"]],
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // chromium's sandbox refuses root
      args: process.getuid() === 0 ? ["--no-sandbox"] : [],
    },
    // what is missing is said soon
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    screenshot: "only-on-failure",
    timezoneId: "Asia/Seoul",
  },
});
