// Everything works without this file; it makes waiting and typing pleasanter.
"use strict";

// Suggestions for a code while words are typed: the same question as the page of goods.
for (const input of document.querySelectorAll("input[data-goods]")) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = input.id + "-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Goods found");
  list.hidden = true;
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.autocomplete = "off";
  let chosen = -1, timer = 0, running = null;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    const items = list.children;
    if (items[chosen]) items[chosen].setAttribute("aria-selected", "false");
    chosen = items.length ? (index + items.length) % items.length : -1;
    if (chosen < 0) return;
    items[chosen].setAttribute("aria-selected", "true");
    items[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[chosen].id);
  };
  const take = (item) => {
    input.value = item.dataset.code;
    close();
    input.focus();
  };
  const dotted = (digits) =>
    digits.length < 6 ? digits : digits.slice(0, 4) + digits.slice(4).replace(/../g, ".$&");

  const show = (goods) => {
    // An answer that comes after the field was left would cover what is done next.
    if (document.activeElement !== input) return close();
    list.replaceChildren();
    goods.forEach((good, index) => {
      const item = document.createElement("li");
      item.id = list.id + "-" + index;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.code = dotted(good.hts);
      item.textContent = dotted(good.hts) + "  " + good.text;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(item); });
      list.append(item);
    });
    list.hidden = goods.length === 0;
    chosen = -1;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (running) running.abort();
    const words = input.value.trim();
    if (words.length < 3) return close();
    timer = setTimeout(async () => {
      running = new AbortController();
      try {
        const query = new URLSearchParams({ words, most: "12" });
        const day = input.form && input.form.elements.namedItem("on");
        if (day && day.value) query.set("on", day.value);
        const answer = await fetch("/v1/goods?" + query, { signal: running.signal });
        if (answer.ok) show((await answer.json()).goods);
      } catch { /* Typed on, or the server is gone: there are no suggestions. */ }
    }, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen - 1); }
    if (event.key === "Escape") close();
    if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(list.children[chosen]); }
  });
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    if (running) running.abort();
    close();
  });
}

// Long work says how long it has run; a second press does not ask twice.
for (const form of document.querySelectorAll("form[data-long]")) {
  form.addEventListener("submit", (event) => {
    const button = form.querySelector("button:not([name])") || form.querySelector("button");
    if (button.getAttribute("aria-disabled") === "true") return event.preventDefault();
    button.setAttribute("aria-disabled", "true");
    const says = form.querySelector(".says");
    const began = Date.now();
    const tell = () => {
      says.textContent = "Working, " + Math.round((Date.now() - began) / 1000) + " s. " + form.dataset.long;
    };
    tell();
    const timer = setInterval(tell, 1000);
    window.addEventListener("pagehide", () => {
      clearInterval(timer);
      says.textContent = "";
      button.removeAttribute("aria-disabled");
    }, { once: true });
  });
}

// The frontier of a brief is drawn anew when its form changes.
for (const form of document.querySelectorAll("form[data-frontier]")) {
  const place = document.getElementById(form.dataset.frontier);
  if (!place) continue;
  const says = place.querySelector("[role=status]"), picture = place.querySelector(".picture");
  let timer = 0, running = null;
  const draw = () => {
    clearTimeout(timer);
    if (running) running.abort();
    timer = setTimeout(async () => {
      if (!form.checkValidity()) return;
      running = new AbortController();
      says.textContent = "Drawing the frontier of this brief…";
      place.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch("/design/frontier", {
          method: "POST", body: new URLSearchParams(new FormData(form)), signal: running.signal,
        });
        const text = await answer.text();
        const fragment = new DOMParser().parseFromString(text, "text/html");
        picture.replaceChildren(...fragment.body.childNodes);
        says.textContent = answer.ok ? "" : "This brief has no frontier; see below.";
        place.setAttribute("aria-busy", "false");
      } catch (error) {
        if (error.name === "AbortError") return;
        says.textContent = "The frontier could not be drawn; the server did not answer.";
        place.setAttribute("aria-busy", "false");
      }
    }, 900);
  };
  form.addEventListener("change", draw);
  if (form.dataset.draw === "now") draw();
}

// Copies the address of a permalink.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const says = button.parentElement.querySelector(".says");
    try {
      await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
      says.textContent = "Copied.";
    } catch {
      says.textContent = "The browser does not let it be copied; the address is in the bar.";
    }
  });
}
