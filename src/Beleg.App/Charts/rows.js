import { escape, tooltip } from "./option.js";

// The measures of ChartRows.cs: the label and the value above, the bar below.
const [row, lone, text, barTop, barHeight] = [42, 18, 15, 23, 10];

// Charts of rows: each category is one item that draws its own line, at the very places of the server's drawing.
export function rowsOf(model, look) {
  const alone = model.kind === "share" && model.categories.length === 1;
  const draw = { waterfall: falls, share: shares, funnel }[model.kind] ?? ranks;
  const rows = draw(model, look);
  return {
    tooltip: tooltip(look, "item", item => said(model, item.dataIndex)),
    series: [{
      type: "custom", coordinateSystem: "none", data: model.categories.map((_, at) => at),
      renderItem: ({ dataIndex: at }) => {
        const top = at * (alone ? lone : row);
        const shape = (from, to, y, height, fill, more) => ({ type: "rect", shape: { x: from * look.width, y: top + y, width: Math.max(1, (to - from) * look.width), height, r: 2 }, style: { fill, ...more } });
        const words = (value, x, style) => ({ type: "text", silent: true, x, y: top + text, style: { text: value, fill: look.ink, font: `13px ${look.font}`, verticalAlign: "bottom", ...style } });
        const head = alone ? [] : [
          words(model.categories[at].label, 0, { width: look.width * 0.62, overflow: "truncate" }),
          words(rows.value(at), look.width, { align: "right", font: `600 13px ${look.font}` }),
        ];
        // Pointing anywhere at a line tells what it says.
        const reach = shape(0, 1, 0, alone ? lone : row, "transparent");
        return { type: "group", children: [reach, ...rows.bars(at, shape, alone), ...head] };
      },
    }],
  };
}

const bar = (look, tone) => [barTop, barHeight, look.tone(tone)];

function ranks(model, look) {
  const [series, beside] = model.series;
  const place = scale([...series.values, ...(series.high ?? []), ...(series.low ?? []), ...(beside?.values ?? [])]);
  return {
    value: at => series.texts[at],
    bars: (at, shape) => [
      shape(0, 1, barTop, barHeight, look.sunken),
      ...(series.values[at] === null ? [] : [shape(place(Math.min(0, series.values[at])), place(Math.max(0, series.values[at])), ...bar(look, series.tone))]),
      ...(beside?.values[at] ? [shape(place(Math.min(0, beside.values[at])), place(Math.max(0, beside.values[at])), barTop + barHeight, 3, look.tone(beside.tone))] : []),
      ...(series.low?.[at] == null ? [] : [shape(place(series.low[at]), place(series.high[at]), barTop + barHeight / 2 - 0.6, 1.2, look.ink, { opacity: 0.55 })]),
    ],
  };
}

function funnel(model, look) {
  const series = model.series[0];
  const most = Math.max(...series.values, 0) || 1;
  return {
    value: at => `${series.texts[at]} · ${percent((series.values[at] ?? 0) / most)}`,
    bars: (at, shape) => {
      const [now, before] = [(series.values[at] ?? 0) / most, (series.values[at - 1] ?? series.values[at] ?? 0) / most];
      return [
        shape(0, 1, barTop, barHeight, look.sunken),
        ...(before > now ? [shape(now, before, barTop, barHeight, look.bad, { opacity: 0.22 })] : []),
        shape(0, now, ...bar(look, series.tone)),
      ];
    },
  };
}

function falls(model, look) {
  const series = model.series[0];
  let sum = 0;
  const ends = series.values.map((value, at) => {
    const from = model.categories[at].total ? 0 : sum;
    sum = model.categories[at].total ? value ?? 0 : sum + (value ?? 0);
    return [from, sum];
  });
  const place = scale(ends.flat());
  return {
    value: at => series.texts[at],
    bars: (at, shape) => {
      const [from, to] = ends[at];
      return [shape(place(Math.min(from, to)), place(Math.max(from, to)), ...bar(look, model.categories[at].tone))];
    },
  };
}

function shares(model, look) {
  return {
    value: at => model.categories[at].whole,
    bars: (at, shape, alone) => {
      const whole = model.series.reduce((sum, series) => sum + (series.values[at] ?? 0), 0) || 1;
      let from = 0;
      return model.series.map(series => {
        const share = (series.values[at] ?? 0) / whole;
        const part = shape(from, from + share, alone ? 3 : barTop, alone ? 12 : barHeight, look.tone(series.tone), { stroke: look.sheet, lineWidth: 1 });
        part.shape.r = 0;
        from += share;
        return part;
      });
    },
  };
}

function scale(values) {
  const known = values.filter(value => value !== null && value !== undefined);
  const [min, max] = [Math.min(0, ...known), Math.max(0, ...known)];
  return value => (max > min ? (value - min) / (max - min) : 0);
}

const percent = share => new Intl.NumberFormat(document.documentElement.lang, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share);

const said = (model, at) => {
  const rows = model.series.map(series => `<span class="swatch ${escape(series.tone)}"></span><span>${escape(series.name)}</span><b class="num">${escape(series.texts[at])}</b><i>${escape(series.ranges?.[at] ?? "")}</i>`);
  return `<strong>${escape(model.categories[at].label)}</strong><div class="chart-tip-rows">${rows.join("")}</div>`;
};
