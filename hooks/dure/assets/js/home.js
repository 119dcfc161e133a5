// The home page's month and what closes soon: only the reader's day can tell.
(() => {
  const NEAR = 30; // days ahead

  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());
  const month = document.querySelector(`[data-month="${Number(today.slice(5, 7))}"]`);
  if (month) {
    month.open = true;
    month.classList.add("current");
  }

  for (const heading of document.querySelectorAll(`[data-year="${today.slice(0, 4)}"]`)) {
    heading.textContent = heading.dataset.now;
  }

  const closing = document.querySelector("[data-closing]");
  if (!closing) return;
  for (const item of closing.querySelectorAll("[data-closes]")) {
    const days = (Date.parse(item.dataset.closes) - Date.parse(today)) / 86400000;
    item.hidden = days < 0 || days > NEAR;
  }
  closing.hidden = !closing.querySelector("[data-closes]:not([hidden])");
})();
