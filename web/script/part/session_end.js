// Before a session ends for lack of requests, its pages ask whether to go on. Several pages of one
// session are open at once: whichever asks the server tells the others.

export function sessionEnd(dialog) {
  const { seconds, warning = 120, refresh } = dialog.dataset;
  const others = new BroadcastChannel("session");
  const part = (name) => dialog.querySelector(`[data-${name}]`);
  const time = dialog.querySelector("time");
  let timers = [];

  const begin = () => {
    for (const timer of timers) clearTimeout(timer);
    const ends = new Date(Date.now() + seconds * 1000);
    timers = [
      setTimeout(warn, Math.max(0, seconds - warning) * 1000),
      setTimeout(over, seconds * 1000),
    ];
    part("before").hidden = false;
    part("after").hidden = true;
    time.dateTime = ends.toISOString();
    time.textContent = ends.toLocaleTimeString(document.documentElement.lang, {
      hour: "numeric",
      minute: "2-digit",
    });
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
    others.postMessage("extended");
    begin();
  });
  others.addEventListener("message", begin);
  others.postMessage("extended");
  begin();
}
