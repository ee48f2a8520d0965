// A button that copies the text of another element, and says that it did.

export function copyButton(button) {
  const { copies, copied } = button.dataset;
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.after(said);
  button.addEventListener("click", async () => {
    const source = document.getElementById(copies);
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      said.textContent = copied;
    } catch {
      // where the clipboard is closed to pages, one copies what is selected by hand
      getSelection().selectAllChildren(source);
    }
  });
}
