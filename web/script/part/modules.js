// Parts of a page name what makes them live: data-module="app-copy".

export function modules(name, begin) {
  for (const element of document.querySelectorAll(`[data-module~="${name}"]`)) begin(element);
}
