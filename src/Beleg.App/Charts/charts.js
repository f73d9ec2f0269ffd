// Draws every chart of a page anew with Apache ECharts, from the same model the server drew it from. Bundled by the build.
import * as echarts from "echarts/core";
import { BarChart, CustomChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { optionOf } from "./option.js";

echarts.use([BarChart, CustomChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const live = [];

function enhance(figure) {
  const canvas = figure.querySelector(".chart-canvas");
  const source = figure.querySelector(".chart-model");
  if (!canvas || !source) return;
  const model = JSON.parse(source.textContent);
  const drawn = canvas.querySelector("svg.chart");
  const height = Number(canvas.dataset.height);
  // Laid over the server's drawing, which keeps its place: nothing on the page moves.
  const box = document.createElement("div");
  box.className = "chart-live";
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", model.description);
  canvas.append(box);
  const chart = echarts.init(box, null, { renderer: "svg", height });
  chart.setOption(optionOf(model, figure, box.clientWidth));
  drawn.classList.add("chart-replaced");
  drawn.setAttribute("aria-hidden", "true");
  live.push({ chart, model, figure, box });
}

function redraw() {
  for (const { chart, model, figure, box } of live) {
    chart.resize({ width: box.clientWidth });
    chart.setOption(optionOf(model, figure, box.clientWidth), true);
  }
}

// A printer gets the server's drawing: it fits any paper.
addEventListener("beforeprint", () => document.documentElement.classList.add("printing"));
addEventListener("afterprint", () => document.documentElement.classList.remove("printing"));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
let waiting = 0;
addEventListener("resize", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(redraw); });

// A chart is drawn anew when it comes into sight: what is folded away or far below costs nothing, and has its width by then.
const eye = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    eye.unobserve(entry.target);
    enhance(entry.target.closest(".chart-figure"));
  }
  if (document.documentElement.classList.contains("charts-live")) return;
  document.documentElement.classList.add("charts-live");
  performance.mark("charts-live");
});
document.fonts.ready.then(() => {
  for (const canvas of document.querySelectorAll(".chart-canvas")) eye.observe(canvas);
});
