// A form that is sent once, and shows at once that it is on its way. What keeps a second one from
// being counted is the server: this only keeps people from wondering.

export function sendOnce(form) {
  let sent = false;
  const mark = (busy) => {
    sent = busy;
    form.setAttribute("aria-busy", busy);
    for (const button of form.querySelectorAll("button:not([type=button])")) {
      button.classList.toggle("app-busy", busy);
    }
  };
  // at the document: whatever else keeps the form here, as files that are still read do, was asked
  document.addEventListener("submit", (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    if (sent) return event.preventDefault();
    mark(true);
    // a download leaves the page where it is
    if (form.hasAttribute("data-again")) setTimeout(() => mark(false), 3000);
  });
  // back from the next page
  addEventListener("pageshow", () => mark(false));
}
