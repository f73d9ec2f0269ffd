// What takes longer than a blink says so: a line above the page, the figures stand back, and nothing is sent twice.
const said = document.getElementById("waiting");
const root = document.documentElement;
let soon, atLast;

// After a fifth of a second only: what is there at once needs no sign, and one that flickers is worse than none.
const wait = () => {
  soon ??= setTimeout(() => {
    root.classList.add("is-waiting");
    said.textContent = said.dataset.text;
  }, 200);
  // A browser that keeps a PDF as a file, or a visitor who stops, tells nobody.
  atLast ??= setTimeout(rest, 20000);
};
const rest = () => {
  clearTimeout(soon);
  clearTimeout(atLast);
  soon = atLast = undefined;
  root.classList.remove("is-waiting");
  said.textContent = "";
  for (const form of document.forms) delete form.dataset.sent;
};

// A file leaves the page where it is, and nothing would ever end the waiting.
const isFile = (url) => /\.(csv|json|xlsx|pdf)$/.test(url.pathname);
const isHere = (url) => url.origin === location.origin && !isFile(url);
const isPlain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || !isPlain(event) || link.target || link.hasAttribute("download")) return;
  const url = new URL(link.href);
  if (isHere(url) && url.href.split("#")[0] !== location.href.split("#")[0]) wait();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !isHere(new URL(form.getAttribute("action") ?? "", location.href))) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  wait();
});

// Back from where one went, or stopped on the way.
addEventListener("pageshow", rest);
addEventListener("keydown", (event) => event.key === "Escape" && rest());
