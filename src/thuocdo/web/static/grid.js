/* Keys, saving row by row, and pasting for the grid. Without this file the page is a plain form. */
"use strict";
(() => {
  const form = document.getElementById("grid");
  if (!form) return;
  const body = form.querySelector("tbody");
  const said = document.getElementById("said");
  const trouble = document.getElementById("trouble");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const FIELDS = "td[data-label] > input, td[data-label] > textarea, td[data-label] > select";
  let mode = "ready"; // ready: arrows move, typing replaces; enter: typed over; edit: arrows stay inside
  let before = ""; // what stood in the cell when it got the focus
  let anchor = null; // where a choice of several cells began
  let byPointer = false;

  const rowOf = (field) => field.closest("tr");
  const columnOf = (field) => field.closest("td").cellIndex;
  const fieldAt = (row, column) => row?.cells[column]?.matches("[data-label]") ? row.cells[column].querySelector("input, textarea, select") : null;
  const step = (row, by) => {
    do row = by > 0 ? row.nextElementSibling : row.previousElementSibling;
    while (row && !row.dataset.code);
    return row;
  };
  const isText = (field) => field.tagName !== "SELECT";
  const go = (field) => {
    if (!field) return;
    field.focus();
    field.scrollIntoView({ block: "nearest" });
  };
  const side = (field, by) => {
    let column = columnOf(field) + by;
    for (let row = rowOf(field); row; row = step(row, by), column = by > 0 ? 0 : row?.cells.length - 1) {
      for (; column >= 0 && column < row.cells.length; column += by) {
        const found = fieldAt(row, column);
        if (found) return found;
      }
    }
    return null;
  };
  const under = (field, by) => {
    const row = step(rowOf(field), by);
    return row && fieldAt(row, columnOf(field));
  };

  /* several cells of one column, chosen with Shift and an arrow */
  const picked = () => [...body.querySelectorAll(".picked")];
  const unpick = () => { picked().forEach((cell) => cell.classList.remove("picked")); anchor = null; };
  const pick = (field, by) => {
    const next = under(field, by);
    if (!next) return;
    anchor ??= field;
    const [a, b] = [rowOf(anchor).rowIndex, rowOf(next).rowIndex].sort((x, y) => x - y);
    const column = columnOf(field);
    const kept = anchor;
    go(next);
    picked().forEach((cell) => cell.classList.remove("picked"));
    anchor = kept;
    for (const row of body.rows) {
      if (row.rowIndex >= a && row.rowIndex <= b && fieldAt(row, column)) row.cells[column].classList.add("picked");
    }
  };
  const put = (field, value) => {
    if (field.value === value) return;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const chosen = (field) => {
    const cells = picked();
    return cells.length ? cells.map((cell) => cell.querySelector("input, textarea, select")) : [field];
  };
  const fill = (field) => {
    let targets = chosen(field);
    const source = targets.length > 1 ? targets.shift() : under(field, -1);
    if (!source) return;
    targets.forEach((each) => put(each, source.value));
    said.textContent = `${targets.length} ${form.dataset.filled}`;
    before = field.value;
    if (isText(field)) field.select();
  };

  /* saving: each row by itself, one request of a row at a time */
  const waiting = new Set();
  const busy = new Map();
  const show = (message) => { trouble.hidden = !message; trouble.textContent = message; };
  const mark = (field, state, says) => {
    const cell = field.closest("td");
    if (state) cell.dataset.state = state; else delete cell.dataset.state;
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
    cell.querySelector(".says")?.remove();
    if (state === "error") field.setAttribute("aria-invalid", "true");
    if (says?.length) {
      const words = document.createElement("small");
      words.className = "says";
      words.id = `e-${field.name}`;
      words.textContent = `${document.getElementById(`s-${state}`).textContent}: ${says.join("; ")}`;
      cell.append(words);
      field.setAttribute("aria-describedby", words.id);
    } else if (state) {
      field.setAttribute("aria-describedby", `s-${state}`);
    }
  };
  const receive = (row, answer, sent) => {
    const code = row.dataset.code;
    row.querySelector(`[name="version-${code}"]`).value = answer.version;
    for (const [column, cell] of Object.entries(answer.cells)) {
      const field = row.querySelector(`[name="${column}-${code}"]`);
      if (field.value !== sent.get(field.name)) continue; // typed on meanwhile; the next save has it
      if (field.value !== cell.value) {
        field.value = cell.value;
        if (field === document.activeElement) before = cell.value;
      }
      mark(field, cell.state, cell.says);
    }
    row.querySelector("[name=send]").checked = answer.ready;
  };
  const complain = (row, problem) => {
    let words = row.querySelector("th .grave");
    if (!words) {
      words = document.createElement("small");
      words.className = "says grave";
      row.querySelector("th").append(words);
    }
    words.textContent = problem;
    said.textContent = problem;
    row.querySelectorAll("[data-state=waits]").forEach((cell) => mark(cell.querySelector("input, textarea, select"), "error"));
  };
  const send = async (row) => {
    const code = row.dataset.code;
    const data = new FormData();
    data.set("csrfmiddlewaretoken", token);
    data.set("one", code);
    data.set("cycle", form.dataset.cycle);
    row.querySelectorAll("input:not([name=send]), textarea, select").forEach((field) => data.set(field.name, field.value));
    waiting.delete(row);
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (!answer.headers.get("content-type")?.startsWith("application/json")) {
        waiting.add(row);
        return show(form.dataset.out);
      }
      const found = await answer.json();
      show("");
      if (answer.ok) {
        row.querySelector("th .grave")?.remove();
        receive(row, found, data);
      } else {
        complain(row, found.problem);
      }
    } catch {
      waiting.add(row);
      show(form.dataset.offline);
    }
  };
  const save = (row) => {
    if (!waiting.has(row)) return busy.get(row);
    const last = busy.get(row) ?? Promise.resolve();
    const mine = last.then(() => waiting.has(row) ? send(row) : undefined).finally(() => { if (busy.get(row) === mine) busy.delete(row); });
    busy.set(row, mine);
    return mine;
  };
  const flush = () => Promise.all([...waiting, ...busy.keys()].map(save));
  const later = new Map();
  form.addEventListener("change", (event) => {
    if (!event.target.matches(FIELDS)) return;
    const row = rowOf(event.target);
    waiting.add(row);
    mark(event.target, "waits");
    clearTimeout(later.get(row));
    later.set(row, setTimeout(() => save(row), 400));
  });
  addEventListener("online", () => flush());
  setInterval(() => { if (waiting.size && navigator.onLine) flush(); }, 15000);
  addEventListener("beforeunload", (event) => { if (waiting.size || busy.size) event.preventDefault(); });

  /* the buttons send the whole form; what is on its way goes first */
  form.addEventListener("submit", async (event) => {
    if (!waiting.size && !busy.size) return;
    event.preventDefault();
    document.activeElement.blur();
    await flush();
    waiting.clear(); // what could not be saved goes with the form
    form.requestSubmit(event.submitter);
  });

  /* moving and typing */
  body.addEventListener("pointerdown", (event) => {
    byPointer = event.target.matches(FIELDS) && event.target !== document.activeElement;
    if (!byPointer && event.target.matches(FIELDS)) mode = "edit";
    if (!event.shiftKey) unpick();
  });
  body.addEventListener("pointerup", (event) => {
    if (byPointer && isText(event.target) && event.target.matches(FIELDS)) event.target.select();
    byPointer = false;
  });
  body.addEventListener("dblclick", (event) => { if (event.target.matches(FIELDS)) mode = "edit"; });
  body.addEventListener("focusin", (event) => {
    const field = event.target;
    if (!field.matches(FIELDS)) return unpick();
    mode = "ready";
    before = field.value;
    if (isText(field) && !byPointer) field.select();
    if (!event.relatedTarget || !anchor || columnOf(field) !== columnOf(anchor)) unpick();
  });
  body.addEventListener("input", (event) => { if (mode === "ready" && isText(event.target)) mode = "enter"; });

  const edit = (field) => {
    mode = "edit";
    if (isText(field)) field.setSelectionRange(field.value.length, field.value.length);
    else field.showPicker?.();
  };
  const cancel = (field) => {
    field.value = before;
    mode = "ready";
    unpick();
    if (isText(field)) field.select();
  };
  const arrows = { ArrowUp: [under, -1], ArrowDown: [under, 1], ArrowLeft: [side, -1], ArrowRight: [side, 1] };
  const pressed = (event, field) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Enter" && plain) { unpick(); go(under(field, event.shiftKey ? -1 : 1) ?? field); return true; }
    if (event.key === "F2") { edit(field); return true; }
    if (event.key === "Escape") { cancel(field); return true; }
    if ((event.key === "d" || event.key === "D") && (event.ctrlKey || event.metaKey)) { fill(field); return true; }
    if (mode === "edit" || !plain) return false;
    if (event.key in arrows) {
      const [way, by] = arrows[event.key];
      if (event.shiftKey) {
        if (way !== under || mode !== "ready") return false;
        pick(field, by);
      } else {
        unpick();
        go(way(field, by));
      }
      return true;
    }
    if (event.key === "Delete" && mode === "ready") { chosen(field).forEach((each) => put(each, "")); return true; }
    if (!isText(field) && /^[1-4]$/.test(event.key)) { put(field, field.options[Number(event.key)].value); return true; }
    return false;
  };
  body.addEventListener("keydown", (event) => {
    if (event.isComposing || !event.target.matches(FIELDS)) return;
    if (pressed(event, event.target)) event.preventDefault();
  });

  /* rows of a spreadsheet open the preview; a single value is pasted as text */
  body.addEventListener("paste", async (event) => {
    const field = event.target;
    if (!field.matches(FIELDS)) return;
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n\r]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    const paste = document.getElementById("paste");
    paste.elements.text.value = text;
    paste.elements.start_task.value = rowOf(field).dataset.code;
    paste.elements.start_column.value = field.name.slice(0, field.name.indexOf("-"));
    paste.elements.file.value = "";
    await flush();
    waiting.clear();
    paste.submit();
  });
})();
