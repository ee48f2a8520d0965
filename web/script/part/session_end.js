// Before a session ends for lack of requests, its pages ask whether to go on. Several pages of one
// session are open at once: whichever asked the server last tells the others.

/** What a timer of a browser can wait at most, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** When the session ends, as a page says it: the seconds left, and the time in its words. */
const told = (page) => {
  const { seconds } = page.querySelector("[data-module=app-session-end]").dataset;
  const { dateTime, textContent } = page.querySelector("[data-session-end]");
  return { seconds, dateTime, textContent };
};

export function sessionEnd(dialog) {
  const { warning = 120, refresh } = dialog.dataset;
  const others = new BroadcastChannel("session");
  const part = (name) => dialog.querySelector(`[data-${name}]`);
  let timers = [];

  const begin = ({ seconds, ...time }) => {
    for (const timer of timers) clearTimeout(timer);
    const after = (left, act) => setTimeout(act, Math.min(Math.max(0, left) * 1000, LONGEST));
    timers = [after(seconds - warning, warn), after(seconds, over)];
    part("before").hidden = false;
    part("after").hidden = true;
    for (const each of document.querySelectorAll("[data-session-end]")) Object.assign(each, time);
    if (dialog.open) dialog.close();
  };
  const warn = () => dialog.open || dialog.showModal();
  const over = () => {
    warn();
    part("before").hidden = true;
    part("after").hidden = false;
  };

  part("extend").addEventListener("click", async () => {
    const answer = await fetch(refresh, { cache: "no-store", redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return over();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    others.postMessage(told(page));
    begin(told(page));
  });
  others.addEventListener("message", ({ data }) => begin(data));
  others.postMessage(told(document));
  begin(told(document));
}
