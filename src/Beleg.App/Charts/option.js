import { rowsOf } from "./rows.js";

// The option of a chart: a pure function of its model, the tokens of the page and the width there is.
export function optionOf(model, figure, width) {
  const css = getComputedStyle(figure);
  const token = name => css.getPropertyValue(name).trim();
  const look = {
    ink: token("--ink"), soft: token("--ink-soft"), faint: token("--ink-faint"), line: token("--line"), strong: token("--line-strong"),
    sheet: token("--sheet"), sunken: token("--sunken"), bad: token("--bad"), font: token("--font"), tone: toneOf(figure), width,
  };
  return { ...common(look), ...(model.axis ? axes(model, look) : rowsOf(model, look)) };
}

function toneOf(figure) {
  const known = new Map();
  return name => {
    if (!known.has(name)) {
      const probe = document.createElement("span");
      probe.className = name;
      figure.append(probe);
      known.set(name, getComputedStyle(probe).getPropertyValue("--tone").trim());
      probe.remove();
    }
    return known.get(name);
  };
}

const common = look => ({
  animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  animationDuration: 0,
  animationDurationUpdate: 150,
  textStyle: { fontFamily: look.font, fontSize: 11 },
});

export const escape = text => String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

export const tooltip = (look, trigger, formatter) => ({
  trigger, formatter, confine: true, className: "chart-tip", backgroundColor: look.sheet, borderColor: look.strong, borderWidth: 1, padding: [8, 10],
  textStyle: { color: look.ink, fontFamily: look.font, fontSize: 12 }, transitionDuration: 0,
});

// Pixels left to the numbers of a line chart, so that no line runs through one.
const gutterOf = look => Math.min(56, 0.18 * look.width);

function axes(model, look) {
  const isLine = model.kind === "line";
  const ticks = model.axis.ticks;
  const nearest = value => ticks.reduce((best, tick) => (Math.abs(tick.value - value) < Math.abs(best.value - value) ? tick : best)).text;
  const last = model.categories.length - 1;
  // The last text stands left of its place, so that it needs half as much again to the one before.
  const room = Math.max(44, 8 + 9.6 * Math.max(0, ...model.categories.map(category => category.tick.length)));
  const every = Math.max(1, Math.ceil((model.categories.length * room) / Math.max(look.width, 1)));
  return {
    grid: { left: isLine ? gutterOf(look) : 0, right: 0, top: 22, bottom: 26, outerBoundsMode: "none" },
    tooltip: { ...tooltip(look, "axis", items => said(model, items)), axisPointer: isLine ? { type: "line", lineStyle: { color: look.strong } } : { type: "shadow", shadowStyle: { color: look.ink, opacity: 0.05 } } },
    xAxis: {
      type: "category", boundaryGap: !isLine, data: model.categories.map(category => category.tick), axisTick: { show: false },
      axisLine: { show: false }, axisLabel: { color: look.faint, interval: at => (last - at) % every === 0, alignMinLabel: isLine ? "left" : undefined, alignMaxLabel: isLine ? "right" : undefined, margin: 10 },
    },
    yAxis: {
      type: "value", min: model.axis.min, max: model.axis.max, interval: ticks[1].value - ticks[0].value,
      splitLine: { lineStyle: { color: look.line } }, z: isLine ? 0 : 10,
      axisLabel: { ...(isLine ? { inside: false, margin: gutterOf(look), align: "left", verticalAlign: "middle" } : { inside: true, margin: 0, align: "left", verticalAlign: "bottom", padding: [0, 0, 4, 0] }), color: look.faint, textBorderColor: look.sheet, textBorderWidth: 3, formatter: nearest },
    },
    series: model.series.flatMap(series => (isLine ? lines(model, series, look) : [columns(model, series, look)])),
  };
}

const said = (model, items) => {
  const at = items[0].dataIndex;
  const rows = model.series.map(series =>
    `<span class="swatch ${escape(series.tone)}"></span><span>${escape(series.name)}</span><b class="num">${escape(series.texts[at])}</b>${series.ranges?.[at] ? `<i class="num">${escape(series.ranges[at])}</i>` : "<i></i>"}`);
  return `<strong>${escape(model.categories[at].label)}</strong><div class="chart-tip-rows">${rows.join("")}</div>`;
};

function lines(model, series, look) {
  const color = look.tone(series.tone);
  const known = series.values.map((value, at) => (value === null ? -1 : at)).filter(at => at >= 0);
  const newest = known.at(-1);
  const alone = at => series.values[at - 1] == null && series.values[at + 1] == null;
  const line = {
    type: "line", name: series.name, silent: true, z: 3, lineStyle: { color, width: 2, type: series.dashed ? "dashed" : "solid" }, itemStyle: { color, borderColor: look.sheet, borderWidth: 2 }, symbol: "circle",
    data: series.values.map((value, at) => ({ value, symbolSize: value !== null && (alone(at) || (at === newest && !series.dashed)) ? 8 : 0 })),
    areaStyle: series.area ? { color, opacity: 0.08 } : undefined, markLine: marks(model, series, look),
  };
  if (!series.low) return [line];
  // ECharts knows no band: an unseen line carries the width of the interval, stacked upon its lower end.
  const stack = `band-${series.name}`;
  const unseen = { type: "line", silent: true, symbol: "none", stack, stackStrategy: "all", lineStyle: { opacity: 0 }, z: 1 };
  return [
    { ...unseen, data: series.low },
    { ...unseen, data: series.high.map((high, at) => (high === null ? null : high - series.low[at])), areaStyle: { color, opacity: 0.14 } },
    line,
  ];
}

const columns = (model, series, look) => ({
  type: "bar", name: series.name, data: series.values, barMaxWidth: 48, barCategoryGap: "32%", barGap: "8%", itemStyle: { color: look.tone(series.tone), borderRadius: [2, 2, 0, 0] }, markLine: marks(model, series, look),
});

const marks = (model, series, look) => (series !== model.series[0] || model.marks.length === 0 ? undefined : {
  silent: true, symbol: "none", lineStyle: { color: look.faint, type: [2, 3] },
  data: model.marks.map(mark => ({ ...(mark.value === undefined ? { xAxis: mark.category } : { yAxis: mark.value }), label: { formatter: escape(mark.text), color: look.soft, position: mark.value === undefined ? "end" : "insideEndTop" } })),
});
