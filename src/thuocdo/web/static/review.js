/* Keys for the page of a draft. Everything here is also a link or a button; without this file nothing is lost. */
"use strict";
(() => {
  const rows = document.getElementById("rows");
  if (!rows) return;
  const waiting = () => [...rows.querySelectorAll("[data-waits]")];
  const current = () => document.activeElement.closest(".cell");

  const mark = (cell) => {
    const first = cell.closest(".row").dataset.passage;
    const passage = first && document.getElementById(`s${first}`);
    if (!passage) return;
    if (!passage.classList.contains("here")) {
      document.querySelectorAll(".passage.here").forEach((each) => each.classList.remove("here"));
      passage.classList.add("here");
    }
    const panel = passage.parentElement;
    panel.scrollTop = passage.offsetTop - panel.offsetTop - 48;
  };
  const enter = (cell) => {
    cell.focus();
    cell.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const all = waiting();
    const here = all.indexOf(current());
    const wanted = here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by;
    if (all[wanted]) enter(all[wanted]);
    else if (by > 0) document.querySelector("a[data-key=n]")?.click();
  };
  const press = (key) => {
    const cell = current();
    const found = cell?.querySelector(`[data-key=${key}]`);
    if (!found) return;
    if (key !== "e") return found.click();
    found.parentElement.open = true;
    const field = found.parentElement.querySelector(".field");
    field.focus();
    if (field.select) field.select();
  };
  const keys = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    a: () => press("a"), b: () => press("b"), e: () => press("e"),
    u: () => document.querySelector("form[data-key=u] button")?.click(),
    "?": () => { const help = document.getElementById("keys"); help.open = !help.open; help.scrollIntoView({ block: "nearest" }); },
  };

  rows.addEventListener("focusin", (event) => {
    const cell = event.target.closest(".cell");
    if (cell) mark(cell);
  });
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("textarea, input, select");
    if (field) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) field.form?.querySelector("button[value=edit]")?.click();
      if (event.key === "Escape" && rows.contains(field)) field.closest(".cell")?.focus();
      return;
    }
    // Single keys work only while the focus is among the rows (WCAG 2.1.4).
    if (event.ctrlKey || event.metaKey || event.altKey || !rows.contains(document.activeElement)) return;
    const wanted = keys[event.key];
    if (wanted) {
      event.preventDefault();
      wanted();
    }
  });
  const first = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const row = first?.closest(".row") ?? rows.querySelector(".row.current");
  const start = first?.matches(".cell") ? first : row?.querySelector("[data-waits]") ?? row?.querySelector(".cell");
  if (start) enter(start);
})();
