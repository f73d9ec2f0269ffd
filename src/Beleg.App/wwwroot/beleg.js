/*
 * Carries the click id of a chat link (bid) and its campaign tags from the landing page to a checkout, also on another domain.
 *
 *   <script src="https://beleg.example/beleg.js" data-domains="checkout.example pay.example" defer></script>
 *
 * data-domains  hosts (and those below them) whose links and forms get the bid
 * data-days     how long a click is remembered, 1 to 90, default 30 (the look-back)
 * data-shopify  present: the bid is also written into the cart's attributes, which Shopify copies onto the order
 *
 * It keeps one first-party entry (local storage, key "beleg") and sends nothing anywhere. Ask for consent first where that is the law:
 * load the script after it was given. window.beleg.bid() gives the id to code of your own, window.beleg.forget() removes it.
 */
(() => {
  "use strict";
  const script = document.currentScript;
  const names = ["bid", "utm_source", "utm_medium", "utm_campaign", "utm_content"];
  const domains = (script?.dataset.domains ?? "").toLowerCase().split(/[\s,]+/).filter(Boolean);
  const days = Math.min(90, Math.max(1, Number(script?.dataset.days) || 30));

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem("beleg") ?? "null");
      return kept && kept.until > Date.now() ? kept.tags : {};
    } catch {
      return {};
    }
  };
  const keep = (tags) => {
    try {
      localStorage.setItem("beleg", JSON.stringify({ tags, until: Date.now() + days * 86400000 }));
    } catch {
      // Storage may be switched off: then the tags live as long as this page.
    }
  };

  const arrived = Object.fromEntries(
    [...new URLSearchParams(location.search)].filter(([name, value]) => names.includes(name) && value.length <= 200));
  // A new click takes the place of the last one as a whole; tags without a click id belong to something else.
  const tags = /^[\w-]{8,64}$/.test(arrived.bid ?? "") ? arrived : read();
  if (tags === arrived) keep(tags);

  const leads = (url) => domains.some((domain) => url.hostname === domain || url.hostname.endsWith("." + domain));
  const carry = (address) => {
    if (!tags.bid) return null;
    let url;
    try {
      url = new URL(address, location.href);
    } catch {
      return null;
    }
    if (!/^https?:$/.test(url.protocol) || !leads(url)) return null;
    for (const [name, value] of Object.entries(tags))
      if (!url.searchParams.has(name)) url.searchParams.set(name, value);
    return url.href;
  };

  // At the last moment, so that links that were added later have it too.
  const onLink = (event) => {
    const link = event.target.closest?.("a[href]");
    const address = link && carry(link.href);
    if (address) link.href = address;
  };
  for (const kind of ["pointerdown", "keydown", "click", "auxclick"]) document.addEventListener(kind, onLink, true);

  const hidden = (form, name, value) => {
    let field = form.elements.namedItem(name);
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      form.append(field);
    }
    if (!field.value) field.value = value;
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && carry(form.action))
      for (const [name, value] of Object.entries(tags)) hidden(form, name, value);
  }, true);

  const fill = () => {
    if (!tags.bid) return;
    for (const field of document.querySelectorAll("input[data-beleg-bid]")) field.value = tags.bid;
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", fill);
  else fill();

  if (tags === arrived && script && "shopify" in script.dataset)
    fetch("/cart/update.js", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ attributes: tags }),
    }).catch(() => {});

  window.beleg = {
    bid: () => tags.bid ?? null,
    carry: (address) => carry(address) ?? address,
    forget: () => {
      for (const name of Object.keys(tags)) delete tags[name];
      try {
        localStorage.removeItem("beleg");
      } catch {
        // Nothing was kept.
      }
    },
  };
})();
