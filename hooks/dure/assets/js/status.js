// Says in words how a program stands today. Without scripts the page says which year it is of.
(() => {
  const SOON = 14; // days before the last day of application

  /** The day in Seoul as YYYY-MM-DD: programs open and close by Korean time. */
  const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());

  const daysUntil = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);

  /** One of past, closed, upcoming, soon, open; "" where the documents do not tell. */
  const state = ({ year, opens, closes }, day) => {
    const now = Number(day.slice(0, 4));
    if (closes && day > closes) return Number(year) < now ? "past" : "closed";
    if (opens && day < opens) return "upcoming";
    if (closes && (opens || Number(year) === now)) return daysUntil(day, closes) <= SOON ? "soon" : "open";
    return Number(year) < now ? "past" : "";
  };

  const words = document.getElementById("status-words");
  if (!words) return;
  const texts = JSON.parse(words.textContent);
  const day = today();
  for (const shown of document.querySelectorAll("[data-status]")) {
    const found = state(shown.dataset, day);
    if (found) {
      shown.textContent = texts[found].replace("{year}", shown.dataset.year);
      shown.dataset.status = found;
    }
  }
})();
