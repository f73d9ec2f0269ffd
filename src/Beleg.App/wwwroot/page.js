// What a page gains where scripts run; none needs it. Charts are fetched only by a page that has some.
const version = new URL(import.meta.url).search;
import("/waiting.js" + version);
if (document.querySelector(".chart-model")) import("/lib/charts.js" + version);

// Where one is stands in sight, however far along its row it is.
for (const here of document.querySelectorAll(".nav [aria-current], .tabs [aria-current]")) {
  const row = here.closest(".tabs") ?? here.closest("ul");
  row.scrollLeft += here.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - here.offsetWidth) / 2;
}

// A filter applies as soon as it is chosen; without scripts its button does.
for (const form of document.querySelectorAll("form[data-auto]")) {
  form.addEventListener("change", () => form.requestSubmit());
  form.classList.add("is-auto");
}
