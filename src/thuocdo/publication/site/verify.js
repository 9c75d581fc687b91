// Checks files of a publication in the reader's own browser; nothing leaves it.
// What it says stands in the page (data-say), in the page's language.
"use strict";
(() => {
  const box = document.getElementById("verifier");
  const field = document.getElementById("files");
  const answers = document.getElementById("answers");
  if (!box || !field || !answers) return;
  box.hidden = false;

  const MANIFEST = "manifest.json", SIGNATURES = "signatures.json", PROOF = "publication.tlog-proof";
  const KIND_LOG = 1, LIMIT = 64 * 1024 * 1024;
  const root = box.dataset.root;
  const known = { manifest: null, digest: "", signatures: null, proof: null, policy: null, trust: null };
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  const words = (name, values) => {
    const text = box.querySelector(`[data-say="${name}"]`).textContent;
    return text.replace(/‹(\w+)›/g, (_, key) => String(values?.[key] ?? ""));
  };
  const say = (kind, name, values) => {
    const line = document.createElement("li");
    line.className = kind;
    line.dataset.answer = name;
    const mark = document.createElement("b");
    mark.textContent = words(kind);
    line.append(mark, " ", words(name, values));
    answers.append(line);
  };

  // Bytes and their spellings: base64 and numbers have one spelling only.
  const hex = (bytes) => Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
  const joined = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
    let at = 0;
    for (const each of parts) { all.set(each, at); at += each.length; }
    return all;
  };
  const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const same = (one, other) => one.length === other.length && one.every((each, at) => each === other[at]);
  const bytesOf = (text) => new TextEncoder().encode(text);
  const from64 = (text) => {
    const raw = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
    if (btoa(String.fromCharCode(...raw)) !== text) throw new Error("base64");
    return raw;
  };
  const number = (text) => {
    if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) throw new Error("number");
    return BigInt(text);
  };
  const holds = async (key, signature, data) => {
    const imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
    return crypto.subtle.verify({ name: "Ed25519" }, imported, signature, data);
  };

  // The log's key, its notes and its proofs, as docs/log.md says.
  const readKey = async (text) => {
    const [name, id, material] = [text.split("+")[0], text.split("+")[1], text.split("+").slice(2).join("+")];
    const raw = from64(material);
    const found = await sha256(joined(bytesOf(`${name}\n`), raw));
    if (raw.length !== 33 || raw[0] !== KIND_LOG || hex(found.slice(0, 4)) !== id) throw new Error("key");
    return { name, id, key: raw.slice(1) };
  };
  const keysOf = async (policy) => {
    const lines = policy.split("\n").map((line) => line.split("#")[0].trim().split(/\s+/));
    return Promise.all(lines.filter((line) => line[0] === "log").map((line) => readKey(line[1])));
  };
  const openNote = async (note, keys) => {
    const cut = note.lastIndexOf("\n\n");
    if (cut < 0 || !note.endsWith("\n")) throw new Error("note");
    const text = note.slice(0, cut + 1);
    for (const line of note.slice(cut + 2, -1).split("\n")) {
      const [, name, blob] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      const raw = name ? from64(blob) : new Uint8Array();
      for (const each of keys) {
        if (name === each.name && hex(raw.slice(0, 4)) === each.id) {
          if (raw.length === 68 && await holds(each.key, raw.slice(4), bytesOf(text))) return text;
          throw new Error("signature");
        }
      }
    }
    throw new Error("unsigned");
  };
  const checkpoint = (text) => {
    const lines = text.split("\n");
    if (lines.length < 4) throw new Error("checkpoint");
    return { origin: lines[0], size: number(lines[1]), root: from64(lines[2]) };
  };
  const included = async (index, size, leaf, proof, root) => {
    if (index >= size) return false;
    let place = index, last = size - 1n, held = leaf;
    for (const step of proof) {
      if (last === 0n || step.length !== 32) return false;
      if ((place & 1n) === 1n || place === last) {
        held = await sha256(joined(new Uint8Array([1]), step, held));
        while ((place & 1n) === 0n && place !== 0n) { place >>= 1n; last >>= 1n; }
      } else {
        held = await sha256(joined(new Uint8Array([1]), held, step));
      }
      place >>= 1n; last >>= 1n;
    }
    return last === 0n && same(held, root);
  };
  const readProof = (data) => {
    const text = utf8.decode(data), cut = text.indexOf("\n\n");
    const [head, extra, index, ...steps] = text.slice(0, cut).split("\n");
    if (cut < 0 || head !== "c2sp.org/tlog-proof@v1") throw new Error("proof");
    if (!extra.startsWith("extra ") || !index.startsWith("index ")) throw new Error("proof");
    return {
      entry: from64(extra.slice(6)), index: number(index.slice(6)),
      steps: steps.map(from64), note: text.slice(cut + 2),
    };
  };

  // What is known of the publication: fetched beside this page, or given with the other files.
  const fetched = async (path) => {
    if (!location.protocol.startsWith("http")) return null;
    try {
      const answer = await fetch(root + path, { cache: "no-store" });
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    } catch { return null; }
  };
  const takeManifest = async (data) => {
    known.manifest = JSON.parse(utf8.decode(data));
    known.bytes = data;
    known.digest = hex(await sha256(data));
  };
  const ready = (async () => {
    const manifest = await fetched(MANIFEST);
    if (manifest) await takeManifest(manifest);
    known.signatures = await fetched(SIGNATURES);
    known.proof = await fetched(`log/${PROOF}`);
    known.policy = await fetched("log/policy");
  })().catch(() => {});

  // One question after the other.
  const askFile = async (file, data) => {
    const digest = hex(await sha256(data));
    const files = known.manifest.files;
    const place = Object.keys(files).find((path) => files[path].sha256 === digest);
    const values = { name: file.name, digest, path: place, day: known.manifest.as_of };
    if (place) return say("right", "belongs", values);
    const namesake = Object.keys(files).find((path) => path.split("/").pop() === file.name);
    return say("wrong", namesake ? "altered" : "stranger", { ...values, path: namesake });
  };
  const askSignatures = async () => {
    const manifest = known.manifest;
    say("note", "digest", { digest: known.digest, day: manifest.as_of });
    if (!known.signatures) return say("note", "no_signatures");
    const trust = known.trust && JSON.parse(utf8.decode(known.trust));
    const good = new Set();
    for (const each of JSON.parse(utf8.decode(known.signatures))) {
      const right = each.algorithm === "ed25519"
        && await holds(from64(each.public_key), from64(each.signature), known.bytes);
      if (!right) return say("wrong", "bad_signature", { key: each.key_id });
      const key = trust?.keys.find((one) => one.public_key === each.public_key);
      const counts = !trust || (key && key.valid_from <= manifest.as_of && key.until_entry === undefined
        && (!key.valid_until || manifest.as_of < key.valid_until)
        && Boolean(key.illustrative_only) === manifest.illustrative);
      if (counts) good.add(each.public_key);
    }
    if (!trust) return say("note", "unpinned", { count: good.size });
    const enough = good.size >= trust.threshold;
    const values = { count: good.size, threshold: trust.threshold };
    return say(enough ? "right" : "wrong", enough ? "enough" : "too_few", values);
  };
  const askProof = async (data, receipt) => {
    const trust = known.trust && JSON.parse(utf8.decode(known.trust));
    const policy = trust?.log || (known.policy && utf8.decode(known.policy));
    if (!policy) return say("note", "no_policy");
    try {
      const proof = readProof(data);
      const shown = checkpoint(await openNote(proof.note, await keysOf(policy)));
      const leaf = await sha256(joined(new Uint8Array([0]), proof.entry));
      if (!await included(proof.index, shown.size, leaf, proof.steps, shown.root)) throw new Error("path");
      const entry = JSON.parse(utf8.decode(proof.entry));
      const values = { ...entry, number: proof.index, size: shown.size, log: shown.origin };
      if (receipt) return say("right", entry.type === "submission" ? "receipt" : "entry", values);
      const mine = entry.type === "publication" && entry.manifest === known.digest;
      return say(mine ? "right" : "wrong", mine ? "logged" : "not_logged", values);
    } catch {
      return say("wrong", "bad_proof");
    }
  };
  const named = (file, name) => file.name === name;
  const isProof = (file) => file.name.endsWith(".tlog-proof");

  const ask = async (files) => {
    await ready;
    answers.replaceChildren();
    const read = [];
    for (const file of files) {
      if (file.size > LIMIT) { say("wrong", "too_large", { name: file.name }); continue; }
      const data = new Uint8Array(await file.arrayBuffer());
      if (named(file, MANIFEST)) await takeManifest(data);
      else if (named(file, SIGNATURES)) known.signatures = data;
      else if (named(file, "trust.json")) known.trust = data;
      else if (named(file, "policy")) known.policy = data;
      else if (named(file, PROOF)) known.proof = data;
      else read.push([file, data]);
    }
    for (const [file, data] of read) if (isProof(file)) await askProof(data, true);
    if (!known.manifest) {
      if (!read.length || read.some(([file]) => !isProof(file))) say("note", "no_manifest");
      return;
    }
    for (const [file, data] of read) if (!isProof(file)) await askFile(file, data);
    await askSignatures();
    if (known.proof) await askProof(known.proof, false);
    else say("note", "no_proof");
  };
  const start = (files) => {
    if (!files.length) return;
    box.setAttribute("aria-busy", "true");
    ask(files).catch(() => say("wrong", "unreadable")).finally(() => box.removeAttribute("aria-busy"));
  };

  if (!window.crypto?.subtle) { say("wrong", "no_crypto"); return; }
  field.addEventListener("change", () => start([...field.files]));
  for (const name of ["dragenter", "dragover"]) {
    box.addEventListener(name, (event) => { event.preventDefault(); box.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) box.addEventListener(name, () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => { event.preventDefault(); start([...event.dataTransfer.files]); });
})();
