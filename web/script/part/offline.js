// Without a network a browser puts a page of its own in the place of what was typed: forms stay where
// they are until there is one.

export function keepOffline() {
  const said = document.createElement("p");
  said.className = "govuk-error-message";
  said.setAttribute("role", "alert");
  document.addEventListener("submit", (event) => {
    said.remove();
    if (navigator.onLine) return;
    event.preventDefault();
    const { submitter } = event;
    (submitter.closest(".govuk-button-group") ?? submitter).before(said);
    said.textContent = document.body.dataset.offline;
  });
  addEventListener("online", () => said.remove());
}
