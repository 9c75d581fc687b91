// Leaves of the list what holds every typed word; marks of Vietnamese letters may be left out.
"use strict";
(() => {
  const form = document.getElementById("find");
  const field = document.getElementById("q");
  const told = document.getElementById("found");
  if (!form || !field || !told) return;
  form.hidden = false;
  const items = [...document.querySelectorAll("[data-words]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");

  const show = () => {
    const asked = fold(field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const item of items) {
      const words = item.dataset.words;
      item.hidden = !asked.every((word) => words.includes(word));
      if (!item.hidden) count += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-words]:not([hidden])");
    told.textContent = asked.length ? told.dataset.say.replace("‹count›", String(count)) : "";
  };
  const remember = () => {
    const address = new URL(location.href);
    if (field.value) address.searchParams.set("q", field.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); remember(); });
  show();
})();
