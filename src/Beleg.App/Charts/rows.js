import { escape, tooltip } from "./option.js";

const row = 42;

// Charts of rows: the label and the value above, the bar below, at the very places of the server's drawing.
export function rowsOf(model, look) {
  const alone = model.kind === "share" && model.categories.length === 1;
  const bars = model.kind === "waterfall" ? falls(model, look) : model.kind === "share" ? shares(model, look) : ranks(model, look);
  const height = alone ? 12 : 10;
  return {
    grid: { left: 0, right: 0, top: alone ? 3 : 14, bottom: alone ? 3 : -14, outerBoundsMode: "none" },
    tooltip: tooltip(look, "item", item => said(model, item)),
    xAxis: { type: "value", show: false, min: bars.min, max: bars.max },
    yAxis: {
      type: "category", inverse: true, data: model.categories.map(category => category.label), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: alone ? { show: false } : { inside: true, margin: 0, align: "left", verticalAlign: "bottom", padding: [0, 0, 8, 0], color: look.ink, fontSize: 13, width: look.width * 0.62, overflow: "truncate" },
      z: 10,
    },
    series: [...bars.series.map(series => ({ type: "bar", barWidth: height, barGap: "-100%", ...series })), ...(alone ? [] : [values(model, bars, look)])],
  };
}

// The value stands at the right edge, whatever the bar's length: an unseen bar of the whole width carries it.
const values = (model, bars, look) => ({
  type: "bar", barWidth: 10, barGap: "-100%", silent: true, itemStyle: { opacity: 0 }, z: 5,
  data: model.categories.map((_, at) => ({ value: bars.max, label: { show: true, position: "insideRight", offset: [5, -14], formatter: () => bars.text(at), color: look.ink, fontSize: 13, fontWeight: 600 } })),
});

function ranks(model, look) {
  const series = model.series[0];
  const known = series.values.filter(value => value !== null);
  const isFunnel = model.kind === "funnel";
  const all = isFunnel ? known : [...known, ...(series.high ?? []), ...(series.low ?? []), ...(model.series[1]?.values ?? [])].filter(value => value !== null);
  const [min, max] = [Math.min(0, ...all), Math.max(0, ...all) || 1];
  const track = { data: model.categories.map(() => max), silent: true, itemStyle: { color: look.sunken, borderRadius: 2 }, z: 1 };
  const lost = { data: series.values.map((value, at) => (at > 0 && series.values[at - 1] > value ? series.values[at - 1] : 0)), silent: true, itemStyle: { color: look.bad, opacity: 0.22 }, z: 2 };
  const own = { data: series.values, itemStyle: { color: look.tone(series.tone), borderRadius: 2 }, z: 3 };
  return { min, max, series: isFunnel ? [track, lost, own] : [track, own], text: at => series.texts[at] + (isFunnel && max > 0 ? ` · ${percent(series.values[at] / max)}` : "") };
}

function falls(model, look) {
  const series = model.series[0];
  let sum = 0;
  const ends = series.values.map((value, at) => {
    const from = model.categories[at].total ? 0 : sum;
    sum = model.categories[at].total ? value ?? 0 : sum + (value ?? 0);
    return [from, sum];
  });
  const all = ends.flat();
  const [min, max] = [Math.min(0, ...all), Math.max(0, ...all) || 1];
  // Bars stack on an unseen foot; below zero the foot hangs down. Ends of both signs are cut at zero.
  const piece = (low, high, tone) => ({ low, high, tone });
  const pieces = ends.map(([from, to], at) => piece(Math.min(from, to), Math.max(from, to), model.categories[at].total ? series.tone : to < from ? "tone-bad" : "tone-good"));
  const part = (pick, stack, seen) => ({
    stack, silent: !seen, z: seen ? 3 : 1,
    data: pieces.map(one => ({ value: pick(one), itemStyle: seen ? { color: look.tone(one.tone), borderRadius: 2 } : { opacity: 0 } })),
  });
  return {
    min, max, text: at => series.texts[at],
    series: [
      part(one => Math.max(0, one.low), "up", false), part(one => Math.max(0, one.high) - Math.max(0, one.low), "up", true),
      part(one => Math.min(0, one.high), "down", false), part(one => Math.min(0, one.low) - Math.min(0, one.high), "down", true),
    ],
  };
}

function shares(model, look) {
  const wholes = model.categories.map((_, at) => model.series.reduce((sum, series) => sum + (series.values[at] ?? 0), 0));
  return {
    min: 0, max: 1, text: at => String(model.series.length === 1 ? model.series[0].texts[at] : ""),
    series: model.series.map(series => ({
      name: series.name, stack: "all", z: 3, itemStyle: { color: look.tone(series.tone), borderColor: look.sheet, borderWidth: 1 },
      data: series.values.map((value, at) => (wholes[at] > 0 ? (value ?? 0) / wholes[at] : 0)),
    })),
  };
}

const percent = share => new Intl.NumberFormat(document.documentElement.lang, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share);

const said = (model, item) => {
  const series = model.series.find(one => one.name === item.seriesName) ?? model.series[0];
  return `<strong>${escape(model.categories[item.dataIndex].label)}</strong><div class="chart-tip-rows"><span class="swatch ${escape(series.tone)}"></span><span>${escape(series.name)}</span><b class="num">${escape(series.texts[item.dataIndex])}</b><i>${escape(series.ranges?.[item.dataIndex] ?? "")}</i></div>`;
};
