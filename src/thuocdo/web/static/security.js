// Speaks with a security key. The form holds the question (data-options); the answer goes into its hidden field.
"use strict";
(() => {
  const form = document.querySelector("form[data-key]");
  if (!form) return;
  const field = form.elements.namedItem("credential");
  const problem = form.querySelector("[data-problem]");

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  const question = () => {
    const asked = JSON.parse(form.dataset.options).publicKey;
    asked.challenge = bytes(asked.challenge);
    if (asked.user) asked.user.id = bytes(asked.user.id);
    for (const list of [asked.excludeCredentials, asked.allowCredentials]) {
      for (const each of list || []) each.id = bytes(each.id);
    }
    return { publicKey: asked };
  };

  const plain = (given) => {
    const answer = given.response;
    const response = { clientDataJSON: text(answer.clientDataJSON) };
    if (answer.attestationObject) response.attestationObject = text(answer.attestationObject);
    if (answer.authenticatorData) response.authenticatorData = text(answer.authenticatorData);
    if (answer.signature) response.signature = text(answer.signature);
    if (answer.userHandle) response.userHandle = text(answer.userHandle);
    return {
      id: given.id,
      rawId: text(given.rawId),
      type: given.type,
      clientExtensionResults: given.getClientExtensionResults(),
      response,
    };
  };

  form.addEventListener("submit", async (event) => {
    if (field.value) return;
    event.preventDefault();
    problem.hidden = true;
    try {
      const given = await navigator.credentials[form.dataset.key](question());
      field.value = JSON.stringify(plain(given));
      form.submit();
    } catch {
      problem.hidden = false;
    }
  });
})();
