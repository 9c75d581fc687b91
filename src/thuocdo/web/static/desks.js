/* Keys for the desks of the head and the verifier. Each key presses a button that is there anyway. */
"use strict";
(() => {
  const items = [...document.querySelectorAll("[data-item]")];
  if (!items.length) return;
  const current = () => document.activeElement.closest("[data-item]");
  const enter = (item) => {
    (item.querySelector("[data-start]") ?? item).focus();
    item.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const next = items[items.indexOf(current()) + by];
    if (next) enter(next);
  };
  const keys = {
    a: () => current().querySelector("button[data-key=a]")?.click(),
    r: () => {
      const summary = current().querySelector("summary[data-key=r]");
      if (!summary) return;
      summary.parentElement.open = true;
      summary.parentElement.querySelector(".field")?.focus();
    },
    j: () => step(1),
    k: () => step(-1),
  };
  document.addEventListener("keydown", (event) => {
    const item = current();
    if (!item) return; // Single keys work only while the focus is in an item (WCAG 2.1.4).
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") enter(item);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const wanted = keys[event.key.toLowerCase()];
    if (wanted) {
      event.preventDefault();
      wanted();
    }
  });
  // A decision is taken once: a second press while the answer is on its way does nothing.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });
  const invalid = document.querySelector("[aria-invalid=true], [role=alert]");
  if (invalid) {
    (invalid.matches("input, textarea") ? invalid : invalid.parentElement.querySelector(".field, input:not([type=hidden])"))?.focus();
  } else {
    document.querySelector("[data-start]")?.focus({ preventScroll: true });
  }
})();
