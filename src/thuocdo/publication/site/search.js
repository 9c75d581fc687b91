// Finds what holds every typed word. Marks of Vietnamese letters may be left out; what is asked for comes
// from small files, one for each beginning of two letters, of which the smallest that serves is fetched.
"use strict";
(() => {
  const form = document.getElementById("find");
  const field = document.getElementById("q");
  const told = document.getElementById("found");
  const hits = document.getElementById("hits");
  if (!form || !field || !told || !hits) return;
  form.hidden = false;
  const sizes = new Map(form.dataset.keys.split(" ").map((each) => each.split(":")));
  const common = form.dataset.common.split(" ").filter(Boolean);
  const fetched = new Map();

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const keyOf = (word) => word.slice(0, 2).replace(/[^a-z0-9]/g, "_");
  // One letter or digit asks for a whole word: “4” is not 40, 41, 42.
  const has = (words, asked) => words.some((word) => (asked.length < 2 ? word === asked : word.startsWith(asked)));

  const part = (key) => {
    if (!fetched.has(key)) {
      fetched.set(key, fetch(`${key}.txt`).then((answer) => {
        if (!answer.ok) throw new Error(key);
        return answer.text();
      }).then((text) => text.split("\n").filter(Boolean).map((each) => {
        const row = each.split("\t");
        return { row, words: wordsOf(row.slice(2).join(" ")) };
      })));
    }
    return fetched.get(key);
  };

  const line = ([, path, number, name, beside]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = form.dataset.root + path;
    if (number) link.append(Object.assign(document.createElement("b"), { textContent: number }), " ");
    link.append(name);
    item.append(link);
    if (beside) item.append(" ", Object.assign(document.createElement("span"), { className: "k", textContent: beside }));
    return item;
  };

  const show = (found, sentence) => {
    for (const group of hits.querySelectorAll("[data-group]")) {
      const rows = found.filter((row) => row[0] === group.dataset.group);
      group.querySelector("ul").replaceChildren(...rows.map(line));
      group.hidden = !rows.length;
    }
    told.textContent = sentence;
  };

  let turn = 0;
  const search = async () => {
    const mine = ++turn;
    const asked = wordsOf(field.value);
    if (!asked.length) return show([], "");
    // What is only found by a word that very many have stands in no file of that word.
    const telling = asked.filter((word) => !common.some((each) => each.startsWith(word)));
    if (!telling.length) return show([], told.dataset.common);
    const keys = telling.map(keyOf).sort((one, other) => (sizes.get(one) ?? 0) - (sizes.get(other) ?? 0));
    let found = [];
    try {
      if (sizes.has(keys[0])) found = await part(keys[0]);
    } catch {
      fetched.delete(keys[0]);
      if (mine === turn) show([], told.dataset.failed);
      return undefined;
    }
    if (mine !== turn) return undefined; // more was typed meanwhile
    const rows = found.filter((each) => asked.every((word) => has(each.words, word))).map((each) => each.row);
    return show(rows, told.dataset.say.replace("‹count›", String(rows.length)));
  };
  const remember = () => {
    const address = new URL(location.href);
    if (field.value) address.searchParams.set("q", field.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); remember(); });
  search();
})();
