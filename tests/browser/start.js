// Starts the registry before the first test and ends it after the last.

import { Registry } from "./registry.js";

export default async function start() {
  const { registry, stop } = await Registry.start();
  process.env.REGISTRY = JSON.stringify(registry);
  return stop;
}
