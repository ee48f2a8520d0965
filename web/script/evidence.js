// Files of evidence: their SHA-256 is computed here, and only name, size, kind and hash are sent.
// docs/interface.md has the form that the page writes.

import { modules } from "./part/modules.js";
import { Reader } from "./part/reader.js";

modules("app-files", (form) => {
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector(".app-files");
  const template = form.querySelector("template");
  const reader = new Reader(form.dataset.worker);
  const rows = new Set();

  // from here on the form sends what stands in the list, not the files
  form.action = form.dataset.action;
  form.enctype = "application/x-www-form-urlencoded";
  input.removeAttribute("name");
  input.required = false;

  const add = (file) => {
    const item = template.content.firstElementChild.cloneNode(true);
    const part = (name) => item.querySelector(`[data-${name}]`);
    const row = { item, state: "waiting" };
    const show = (state) => {
      row.state = state;
      part("state").textContent = template.dataset[state];
      part("progress").hidden = state !== "reading";
      part("cancel").hidden = state !== "waiting" && state !== "reading";
      part("retry").hidden = state !== "failed" && state !== "cancelled";
      part("remove").hidden = state === "waiting" || state === "reading";
    };
    const read = async () => {
      show("waiting");
      try {
        const hash = await reader.read(file, (done) => {
          if (row.state !== "reading") show("reading");
          part("progress").value = file.size ? done / file.size : 1;
        });
        fill(item, file, hash);
        show("done");
      } catch (reason) {
        show(reason === Reader.CANCELLED ? "cancelled" : "failed");
        // the button that was pressed is gone
        if (reason === Reader.CANCELLED) part("retry").focus();
      }
    };
    part("name").textContent = file.name;
    part("size").textContent = sizeOf(file.size);
    for (const button of item.querySelectorAll("button")) {
      const label = `${file.name}: ${button.textContent.trim()}`;
      button.setAttribute("aria-label", label);
    }
    part("cancel").addEventListener("click", () => reader.cancel(file));
    part("retry").addEventListener("click", read);
    part("remove").addEventListener("click", () => {
      rows.delete(row);
      item.remove();
      input.focus();
    });
    rows.add(row);
    list.append(item);
    read();
  };

  const take = (files) => {
    for (const file of files) add(file);
    input.value = "";
  };
  input.addEventListener("change", () => take([...input.files]));
  if (input.files.length) take([...input.files]);

  form.addEventListener("submit", (event) => {
    const waiting = [...rows].find(({ state }) => state !== "done");
    if (rows.size && !waiting) return;
    event.preventDefault();
    const said = form.querySelector("[data-said]");
    said.textContent = waiting ? said.dataset.unread : said.dataset.none;
    (waiting?.item.querySelector("button:not([hidden])") ?? input).focus();
  });
});

// A file at hand, whose SHA-256 is written into a field of its form; the file itself is not sent.
modules("app-hash", (group) => {
  const input = group.querySelector("input[type=file]");
  const said = group.querySelector("[data-said]");
  const field = document.getElementById(group.dataset.fills);
  const reader = new Reader(group.dataset.worker);
  let reading = 0;
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    reading += 1;
    field.value = "";
    said.textContent = group.dataset.reading;
    try {
      field.value = await reader.read(file, () => {});
      said.textContent = group.dataset.done;
    } catch {
      said.textContent = group.dataset.failed;
    }
    reading -= 1;
  });
  field.form.addEventListener("submit", (event) => {
    // a form that went now would say that nothing was compared
    if (reading) event.preventDefault();
  });
});

function fill(item, file, hash) {
  const facts = {
    file_name: file.name,
    media_type: file.type || "application/octet-stream",
    size_bytes: file.size,
    sha256: hash,
  };
  for (const [name, value] of Object.entries(facts)) {
    item.querySelector(`input[name="${name}"]`).value = value;
  }
  item.querySelector("[data-hash]").textContent = hash;
}

function sizeOf(bytes) {
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const unit = ["B", "KB", "MB", "GB"].findIndex((_, n) => bytes < 1000 ** (n + 1));
  const power = unit < 0 ? 3 : unit;
  return `${number.format(bytes / 1000 ** power)} ${["B", "KB", "MB", "GB"][power]}`;
}
