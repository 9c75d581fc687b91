/* My work: keys, reading a pasted line, keeping what is typed, sending again. Without this file every step is a form. */
"use strict";
(() => {
  const desk = document.getElementById("desk");
  if (!desk) return;
  const person = desk.dataset.person;
  const panel = document.getElementById("panel");
  const form = document.getElementById("report");
  const words = document.getElementById("work-words").dataset;
  const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

  /* 1. What this device keeps ------------------------------------------------------------------ */
  const OURS = "thuocdo:";
  const store = (() => {
    try { localStorage.getItem(OURS); return localStorage; } catch { return null; }
  })();
  const get = (key) => { try { return JSON.parse(store?.getItem(OURS + key) ?? "null"); } catch { return null; } };
  const put = (key, value) => { try { store?.setItem(OURS + key, JSON.stringify(value)); return Boolean(store); } catch { return false; } };
  const drop = (key) => store?.removeItem(OURS + key);
  const names = (start) => Object.keys(store ?? {}).filter((key) => key.startsWith(OURS + start)).map((key) => key.slice(OURS.length));
  const shared = () => get("shared") === true;
  const forget = () => names(`typed:`).concat(names(`queue:`)).forEach(drop);
  const typedKey = form && `typed:${person}:${panel.dataset.task}:${panel.dataset.cycle}`;
  const queueKey = (task) => `queue:${person}:${task}`;

  document.querySelector("form.leave")?.addEventListener("submit", forget);

  /* 2. Choices of the device --------------------------------------------------------------------- */
  const choice = (id, changed) => {
    const box = document.getElementById(id);
    if (!box) return;
    box.closest("p").hidden = false;
    box.checked = get(id) === true;
    box.addEventListener("change", () => { put(id, box.checked); changed?.(box.checked); });
  };
  choice("keys-off");
  choice("shared", (on) => { if (on) forget(); });

  /* 3. Rows that wait to be sent ----------------------------------------------------------------- */
  const rowOf = (task) => document.getElementById(`t${task}`);
  const mark = (task, word) => {
    const cell = rowOf(task)?.querySelector("[data-period]");
    if (!cell) return;
    cell.dataset.was ??= cell.textContent;
    cell.classList.toggle("unsent", Boolean(word));
    cell.textContent = word || cell.dataset.was;
  };
  const unsent = document.getElementById("unsent");
  const tell = (text) => {
    unsent.textContent = text;
    unsent.hidden = !text;
  };
  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
  const body = (fields) => {
    const data = new FormData();
    for (const [name, value] of fields) data.append(name, value);
    data.set("csrfmiddlewaretoken", token());
    return data;
  };
  const waiting = () => names(`queue:${person}:`).map(get).filter(Boolean);
  const sameSite = (answer, path) => new URL(answer.url).pathname.startsWith(path);
  let sending = false;
  const sendQueue = async () => {
    if (sending) return;
    sending = true;
    for (const item of waiting()) {
      mark(item.task, words.unsent);
      try {
        const answer = await fetch(item.address, { method: "POST", body: body(item.fields), credentials: "same-origin" });
        if (answer.redirected && sameSite(answer, desk.dataset.list)) {
          drop(queueKey(item.task));
          drop(item.typed);
          mark(item.task, words.sent);
          tell(say("wassent", { task: item.task }));
        } else if (answer.status === 409 || answer.status === 422 || answer.status === 404) {
          drop(queueKey(item.task)); // the server has answered: what was typed stays, to be looked at
          mark(item.task, words.look);
          tell(say("refused", { task: item.task }));
        }
      } catch { /* still no connection; it stays in the queue */ }
    }
    sending = false;
    const left = waiting();
    if (left.length) tell(say("left", { count: left.length }));
  };
  window.addEventListener("online", sendQueue);
  const patience = setInterval(() => { if (waiting().length) sendQueue(); }, 20000);
  sendQueue();

  /* 4. The panel ----------------------------------------------------------------------------------- */
  const fields = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
  const kept = document.getElementById("kept");
  let unread = 0;
  let busy = Promise.resolve();

  const swap = (text) => {
    const found = new DOMParser().parseFromString(text, "text/html");
    const focused = document.activeElement?.id;
    for (const part of found.querySelectorAll("[data-part]")) {
      const here = document.getElementById(part.id);
      if (here && !(here.contains(document.activeElement) && here !== document.activeElement)) here.replaceWith(document.adoptNode(part));
    }
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
    propose();
  };
  const propose = () => {
    const box = form.elements.public_sentence, said = form.elements.said;
    const proposed = document.getElementById("says").dataset.sentence ?? "";
    if (box.value.trim() === said.value.trim()) box.value = proposed; // nobody has put it in other words
    said.value = proposed;
    count();
  };
  const count = () => {
    const box = form.elements.public_sentence;
    const left = Number(box.dataset.limit) - [...box.value.trim()].length;
    const shown = document.getElementById("count");
    shown.value = left >= 0 ? say("charsleft", { count: left }) : say("charsover", { count: -left });
    shown.classList.toggle("fault", left < 0);
  };
  const ask = (address, extra) => {
    const mine = ++unread;
    const data = new FormData(form);
    if (!extra) [...data.keys()].filter((name) => name.endsWith("-file")).forEach((name) => data.delete(name));
    busy = fetch(address, { method: "POST", body: data, credentials: "same-origin", redirect: "error" })
      .then(async (answer) => ({ ok: answer.ok, text: await answer.text() }))
      .then(({ ok, text }) => {
        if (ok && (mine === unread || extra)) swap(text);
        return ok;
      })
      .catch(() => false);
    return busy;
  };
  let pause;
  const askSoon = (wait) => {
    clearTimeout(pause);
    pause = setTimeout(() => ask(form.dataset.line), wait);
  };
  const attach = async (input) => {
    if (!input.files.length) return;
    const place = document.getElementById(input.id.replace("-file", "-attached"));
    if (place) place.insertAdjacentHTML("beforeend", `<p class="file"></p>`);
    if (place) place.lastElementChild.textContent = words.uploading;
    const done = await ask(form.dataset.file, true);
    if (done) input.value = "";
    else if (place?.isConnected) place.querySelector(".file:last-of-type").textContent = words.notuploaded;
  };

  const keep = () => {
    if (shared()) return;
    if (put(typedKey, { fields: fields(), at: Date.now() })) kept.textContent = words.kept;
  };
  const restore = () => {
    const saved = get(typedKey);
    if (!saved || document.getElementById("faults") || document.getElementById("conflict")) return;
    const now = new Map(fields());
    const version = new Map(saved.fields).get("version") ?? "";
    if (version !== (now.get("version") ?? "")) return; // the server has something newer; ours stays until sent
    let changed = false;
    const kinds = new Set(["key", "version", "said"]);
    const boxes = new Set(saved.fields.map(([name]) => name));
    for (const input of form.querySelectorAll("input[type=checkbox]")) input.checked = boxes.has(input.name);
    for (const [name, value] of saved.fields) {
      if (kinds.has(name) || name.startsWith("choose-") || name.endsWith("-files")) continue;
      const input = form.elements[name];
      if (!input) { changed ||= Boolean(value); continue; }
      if ((now.get(name) ?? "") !== value) changed = true;
      if (input instanceof RadioNodeList) input.value = value;
      else if (input.type !== "checkbox") input.value = value;
    }
    if (changed) {
      kept.textContent = words.restored;
      form.elements.key.value = new Map(saved.fields).get("key") || form.elements.key.value;
      askSoon(0);
    }
  };

  const hold = (act) => {
    const files = [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length);
    if (files || shared() || !put(queueKey(panel.dataset.task), { task: panel.dataset.task, address: form.action, typed: typedKey, fields: [...fields(), ["do", act]] })) {
      tell(files ? words.nofile : words.noconnection);
      return;
    }
    mark(panel.dataset.task, words.unsent);
    kept.textContent = words.unsent;
    tell(say("left", { count: waiting().length }));
    panel.focus();
  };
  const submit = async (button) => {
    const act = button.value;
    clearTimeout(pause);
    await busy;
    const data = new FormData(form);
    data.set("do", act);
    form.setAttribute("aria-busy", "true");
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body: data, credentials: "same-origin" });
    } catch {
      form.removeAttribute("aria-busy");
      keep();
      return hold(act);
    }
    form.removeAttribute("aria-busy");
    if (answer.redirected && sameSite(answer, desk.dataset.list)) {
      drop(typedKey);
      drop(queueKey(panel.dataset.task));
      location.assign(answer.url);
    } else if (answer.redirected) {
      keep();
      location.assign(answer.url); // logged out meanwhile; what was typed waits here
    } else show(await answer.text());
  };
  const show = (text) => {
    if (!new DOMParser().parseFromString(text, "text/html").getElementById("panel")) { tell(words.noconnection); return keep(); }
    drop(typedKey);
    clearInterval(patience);
    document.open(); // the answer is a whole page: faults at their fields, or two versions side by side
    document.write(text);
    document.close();
  };

  if (form) {
    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      const act = button?.value ?? "";
      if (act === "send" || act === "save") {
        event.preventDefault();
        submit(button);
      } else if (act.startsWith("read")) {
        event.preventDefault();
        ask(form.dataset.line);
      } // add and take away are ordinary forms; the page that comes back holds everything
    });
    form.addEventListener("input", (event) => {
      keep();
      if (event.target.id === "public_sentence") count();
      if (event.target.type === "file") return;
      askSoon(event.target.matches("[data-paste]") ? 500 : 800);
    });
    form.addEventListener("change", (event) => {
      if (event.target.type === "file") attach(event.target);
      else askSoon(0);
    });
    form.addEventListener("paste", (event) => { if (event.target.matches("[data-paste]")) askSoon(30); });
    // A line may be pasted anywhere on the page while no field has the focus.
    document.addEventListener("paste", (event) => {
      if (isField(event.target) || !document.body.contains(form)) return;
      const box = [...form.querySelectorAll("[data-paste]")].find((each) => !each.value) ?? form.querySelector("[data-paste]");
      const text = event.clipboardData?.getData("text/plain").trim();
      if (!box || !text) return;
      event.preventDefault();
      box.value = text.replace(/\s+/g, " ");
      keep();
      askSoon(0);
    });
    for (const zone of form.querySelectorAll("[data-drop]")) {
      const over = (on) => (event) => { event.preventDefault(); zone.classList.toggle("over", on); };
      zone.addEventListener("dragover", over(true));
      zone.addEventListener("dragleave", over(false));
      zone.addEventListener("drop", (event) => {
        over(false)(event);
        const input = zone.querySelector("input[type=file]");
        input.files = event.dataTransfer.files;
        attach(input);
      });
    }
    count();
    restore();
  }

  /* 5. Keys ------------------------------------------------------------------------------------------ */
  const isField = (at) => at.closest?.("textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=file])") !== null;
  const links = () => [...document.querySelectorAll(".tasks th a")];
  const step = (by) => {
    const all = links();
    let here = all.indexOf(document.activeElement);
    if (here < 0) here = all.findIndex((link) => link.closest("tr").classList.contains("here"));
    const wanted = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by];
    if (!wanted || wanted.offsetParent === null) return;
    wanted.focus();
    wanted.scrollIntoView({ block: "nearest" });
  };
  const situation = (number) => {
    const box = form?.querySelectorAll("input[name=situation]")[number - 1];
    if (box) { box.click(); box.focus(); }
  };
  const single = {
    j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
    1: () => situation(1), 2: () => situation(2), 3: () => situation(3), 4: () => situation(4),
    "?": () => { const help = document.getElementById("keys"); help.open = true; help.querySelector("summary").focus(); help.scrollIntoView({ block: "center" }); },
  };
  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey) {
      const button = form && { Enter: "send", s: "save" }[event.key];
      if (button) { event.preventDefault(); document.getElementById(button).click(); }
      return;
    }
    if (event.altKey) return;
    if (event.key === "Escape" && panel) {
      if (panel.contains(document.activeElement) && document.activeElement !== panel) panel.focus();
      else document.getElementById("close").click();
      return;
    }
    const arrows = event.key.startsWith("Arrow");
    if (isField(event.target) || (arrows && !event.target.matches("body, .tasks a")) || get("keys-off")) return;
    const wanted = single[event.key];
    if (wanted) { event.preventDefault(); wanted(); }
  };
  document.addEventListener("keydown", pressed);
  if (window.innerWidth >= 1000) document.querySelector("tr.here")?.scrollIntoView({ block: "nearest" });
  if (panel && (location.hash === "" || location.hash === "#panel") && !document.getElementById("faults")) panel.focus({ preventScroll: window.innerWidth >= 1000 });
  document.getElementById("faults")?.focus();
  if (!panel && location.hash.startsWith("#t")) document.getElementById(location.hash.slice(1))?.querySelector("a")?.focus();
})();
