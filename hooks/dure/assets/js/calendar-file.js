// The calendar file of what the calendar shows: a lasting address where the filter has one,
// else a file made here from the same events.
(() => {
  const box = document.querySelector("[data-take]");
  if (!box) return;
  const part = (name) => box.querySelector(`[data-take-${name}]`);
  const status = part("status");
  let now = { filter: {}, taken: [] };
  let events;

  /**
   * The path of the file of a filter below the calendar; undefined where it has none of its own.
   * A month has none, as a calendar shows its months by itself, and offices' own work is in none.
   */
  const lasting = ({ month, internal, ...filter }) => {
    if (month || internal) return undefined;
    const chosen = Object.entries(filter).filter(([, value]) => value);
    const names = chosen.map(([name]) => name).sort().join(" ");
    if (!names) return "year/all.ics";
    if (chosen.length === 1) {
      const { value, dataset } = document.querySelector(`select[name="${names}"] :checked`);
      return `${names}/${(dataset.file ?? value).replace(".", "/")}.ics`;
    }
    if (names === "document year") return `document/${filter.document}/${filter.year}.ics`;
    if (names === "document field") return `field/${filter.field.replace(".", "/")}.ics`;
    return undefined;
  };

  globalThis.dureCalendarFile = (shown) => {
    now = shown;
    const path = lasting(shown.filter);
    const any = shown.taken.length > 0;
    part("none").hidden = any;
    part("lasting").hidden = !any || !path;
    part("made").hidden = !any || Boolean(path);
    status.textContent = "";
    if (path) offer(path);
  };

  /** A page on a disk has no address that a calendar could fetch again. */
  const offer = (path) => {
    const download = part("download");
    download.href = box.dataset.files + path;
    const served = download.href.startsWith("http");
    for (const element of box.querySelectorAll("[data-take-subscribe]")) element.hidden = !served;
    if (served) part("subscribe").href = download.href.replace(/^https?:/, "webcal:");
  };

  /** A script, because a page on a disk may fetch nothing else. */
  const load = () => {
    events ??= new Promise((done, failed) => {
      const script = Object.assign(document.createElement("script"), { src: `${box.dataset.files}events.js` });
      script.addEventListener("load", () => done(globalThis.dureEvents));
      script.addEventListener("error", () => { events = undefined; failed(new Error(script.src)); });
      document.head.append(script);
    });
    return events;
  };

  const save = (text) => {
    const link = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" })),
      download: "dure.ics",
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  /** The events of the programs shown; of a chosen month those that touch it. */
  const make = async () => {
    const { filter, taken } = now;
    const { head, events: all } = await load();
    const found = taken.flatMap(({ id, year }) => {
      const month = filter.month && `${year}${filter.month.padStart(2, "0")}`;
      return all[id].filter(([first, last]) => !month || (first <= month && month <= last));
    });
    save([head, ...found.map(([, , text]) => text), "END:VCALENDAR\r\n"].join(""));
    status.textContent = status.dataset.done.replace("{n}", found.length);
  };

  part("make").addEventListener("click", () => {
    make().catch(() => { status.textContent = status.dataset.failed; });
  });
})();
