// The report page: unpacks the tables, filters them, draws charts with Vega, shows events in their articles.
// Offsets are UTF-16 units into the article's text. Nothing is fetched.

const $ = (id) => document.getElementById(id);
const DAY = 86400000, ROW = 44;
const CLASSES = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "other"];
const QUAD = { AGREE: 0, CONSULT: 0, SUPPORT: 0, CONCEDE: 0, COOPERATE: 1, AID: 1, RETREAT: 1, REQUEST: 2, ACCUSE: 2, REJECT: 2, THREATEN: 2,
  PROTEST: 3, SANCTION: 3, MOBILIZE: 3, COERCE: 3, ASSAULT: 3 };
const SOURCES = new Set(["actor", "participant"]), SINKS = new Set(["target", "recipient", "participant"]);

async function unpack() {
  const bytes = Uint8Array.from(atob($("data").textContent.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

const raw = await unpack();
$("data").remove();
const S = (i) => (i < 0 ? "" : raw.strings[i]);
const iso = (days) => (days === null ? "" : new Date(days * DAY).toISOString().slice(0, 10));
const events = build();
const quad = classes();
const state = { shown: [], sort: "order", down: false };

function build() {
  const e = raw.events, list = [];
  for (let i = 0; i < e.type.length; i++) {
    const article = e.article[i], text = raw.articles.text[article];
    list.push({ i, article, type: S(e.type[i]), plover: S(e.plover[i]), mode: S(e.mode[i]), polarity: S(e.polarity[i]), factuality: S(e.factuality[i]),
      source: S(e.attributed_to[i]), dateText: S(e.date_text[i]), precision: S(e.date_precision[i]), place: S(e.place[i]), pattern: S(e.pattern_id[i]),
      first: e.first[i], last: e.last[i], confidence: e.confidence[i], cluster: e.cluster[i], t0: e.trigger_start[i], t1: e.trigger_end[i],
      sentence: text.slice(e.sentence_start[i], e.sentence_end[i]), s0: e.sentence_start[i], published: raw.articles.published[article], args: [] });
  }
  const a = raw.arguments;
  for (let k = 0; k < a.event.length; k++) list[a.event[k]].args.push({ role: S(a.role[k]), name: S(a.name[k]), known: a.known[k], start: a.start[k], end: a.end[k] });
  for (const x of list) {
    x.actors = [...new Set(x.args.filter((g) => SOURCES.has(g.role)).map((g) => g.name))];
    x.targets = [...new Set(x.args.filter((g) => SINKS.has(g.role)).map((g) => g.name))];
    x.others = x.targets.filter((t) => !x.actors.includes(t)); // what is mutual has its parties on one side of the page
    x.names = new Set(x.args.map((g) => g.name));
    x.day = x.first ?? x.published;
    x.words = [x.type, x.source, x.place, ...x.names, x.sentence].join(" ").toLowerCase();
    x.unreal = x.factuality !== "asserted" && x.factuality !== "reported";
  }
  return list;
}

// An action's class is that of the PLOVER root it has most often where it is told as a fact.
function classes() {
  const votes = {};
  for (const x of events) if (x.plover && !x.unreal) ((votes[x.type] ??= {})[x.plover] ??= 0, votes[x.type][x.plover]++);
  const of = {};
  for (const x of events) of[x.type] ??= votes[x.type] ? QUAD[Object.entries(votes[x.type]).sort((a, b) => b[1] - a[1])[0][0]] ?? 4 : 4;
  return of;
}

function count(list, keys) {
  const total = new Map();
  for (const x of list) for (const k of keys(x)) total.set(k, (total.get(k) ?? 0) + 1);
  return [...total].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

// ---------------------------------------------------------------- filters
function options() {
  for (const [t, n] of count(events, (x) => [x.type])) $("type").add(new Option(`${t} (${n})`, t));
  for (const [f, n] of count(events, (x) => [x.factuality])) $("factuality").add(new Option(`${f} (${n})`, f));
  $("actors").replaceChildren(...count(events, (x) => x.names).slice(0, 1000).map(([n]) => new Option(n)));
}

function filter() {
  const q = $("q").value.toLowerCase().split(/\s+/).filter(Boolean), type = $("type").value, actor = $("actor").value.trim().toLowerCase();
  const day = (id) => ($(id).value ? Date.parse($(id).value) / DAY : null), from = day("from"), to = day("to");
  const factuality = $("factuality").value, polarity = $("polarity").value, cut = +$("confidence").value;
  $("cut").value = cut.toFixed(2);
  state.shown = events.filter((x) => (!type || x.type === type) && (!factuality || x.factuality === factuality) && (!polarity || x.polarity === polarity)
    && x.confidence >= cut && (!actor || [...x.names].some((n) => n.toLowerCase().includes(actor)))
    && (from === null || (x.day !== null && (x.last ?? x.day) >= from)) && (to === null || (x.day !== null && x.day <= to)) && q.every((w) => x.words.includes(w)));
  const articles = new Set(state.shown.map((x) => x.article)).size;
  $("summary").textContent = `${state.shown.length.toLocaleString()} of ${events.length.toLocaleString()} events in ${articles.toLocaleString()} of ${raw.articles.text.length.toLocaleString()} articles`;
  sort();
  draw();
}

function pick(field, value) { $(field).value = value; filter(); }

// ---------------------------------------------------------------- charts
function css(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

function theme() {
  const ink = css("--ink"), line = css("--line");
  return { background: "transparent", font: "system-ui, sans-serif", view: { stroke: null },
    axis: { labelColor: ink, titleColor: ink, domainColor: line, tickColor: line, gridColor: line, labelLimit: 190 }, legend: { labelColor: ink, titleColor: ink },
    text: { color: ink }, range: { heatmap: [css("--who"), css("--accent")], ramp: [css("--who"), css("--accent")] } };
}

async function plot(id, spec, click) {
  const values = Array.isArray(spec.data) ? spec.data[0].values : spec.data.values;
  if (!values.length) { $(id).replaceChildren(el("p", { class: "soft" }, "Nothing to draw.")); return; }
  const lite = !spec.$schema;
  const full = lite ? { $schema: "https://vega.github.io/schema/vega-lite/v6.json", width: "container", autosize: { type: "fit-x", contains: "padding" }, ...spec, config: theme() } : spec;
  const result = await window.vegaEmbed($(id), full, { actions: false, renderer: "svg", tooltip: { theme: document.documentElement.dataset.theme === "dark" ? "dark" : "light" } });
  if (click) result.view.addEventListener("click", (_, item) => item?.datum && click(item.datum));
}

const palette = () => [0, 1, 2, 3, 4].map((k) => css(`--c${k}`));

function timeline(list) {
  const by = $("bytype").checked, top = new Set(count(list, (x) => [x.type]).slice(0, 9).map(([t]) => t));
  const key = (x) => (by ? (top.has(x.type) ? x.type : "other actions") : CLASSES[quad[x.type]]);
  const rows = count(list.filter((x) => x.day !== null), (x) => [`${iso(x.day).slice(0, 7)}|${key(x)}`]).map(([k, n]) => ({ month: `${k.split("|")[0]}-01`, group: k.split("|")[1], n }));
  return { height: 190, data: { values: rows }, mark: { type: "bar", binSpacing: 1 }, encoding: {
    x: { field: "month", type: "temporal", timeUnit: "utcyearmonth", title: null }, y: { field: "n", type: "quantitative", aggregate: "sum", title: "events" },
    color: { field: "group", type: "nominal", title: null, sort: by ? null : CLASSES, ...(by ? { scale: { scheme: "tableau10" } } : { scale: { domain: CLASSES, range: palette() } }) },
    tooltip: [{ field: "month", type: "temporal", timeUnit: "utcyearmonth", title: "month" }, { field: "group", title: "action" }, { field: "n", aggregate: "sum", title: "events" }] } };
}

function bars(rows, field) {
  return { height: 19 * Math.max(1, rows.length), data: { values: rows }, mark: { type: "bar", cursor: "pointer", cornerRadiusEnd: 3 }, encoding: {
    y: { field: "name", type: "nominal", sort: null, title: null, axis: { labelLimit: 260 } }, x: { field: "n", type: "quantitative", title: "events", axis: { tickMinStep: 1 } },
    color: { value: css(field) }, tooltip: [{ field: "name", title: "who" }, { field: "n", title: "events" }] } };
}

const dyadsOf = (x) => x.actors.flatMap((a) => x.targets.filter((t) => t !== a).map((t) => `${a} → ${t}`));

function heat(list) {
  const actors = count(list, (x) => x.actors).slice(0, 14).map(([n]) => n), types = count(list, (x) => [x.type]).slice(0, 14).map(([t]) => t);
  const keep = new Set(actors), kinds = new Set(types);
  const rows = count(list.filter((x) => kinds.has(x.type)), (x) => x.actors.filter((a) => keep.has(a)).map((a) => `${a}\u0000${x.type}`)).map(([k, n]) => ({ actor: k.split("\u0000")[0], type: k.split("\u0000")[1], n }));
  return { height: 21 * Math.max(1, actors.length), data: { values: rows }, mark: { type: "rect", cursor: "pointer", cornerRadius: 2 }, encoding: {
    x: { field: "type", type: "nominal", sort: types, title: null, axis: { labelAngle: -40, orient: "top" } }, y: { field: "actor", type: "nominal", sort: actors, title: null },
    color: { field: "n", type: "quantitative", title: "events", legend: null }, tooltip: [{ field: "actor" }, { field: "type", title: "action" }, { field: "n", title: "events" }] } };
}

// The strongest ties first, then the actors they join: no name stands there without a line.
function network(list) {
  const ties = new Map();
  for (const x of list) for (const a of x.actors) for (const t of x.targets) if (a !== t) {
    const k = `${a}\u0000${t}`, l = ties.get(k) ?? { from: a, to: t, n: 0, quads: [0, 0, 0, 0, 0], actions: {} };
    l.n++; l.quads[quad[x.type]]++; l.actions[x.type] = (l.actions[x.type] ?? 0) + 1; ties.set(k, l);
  }
  const strongest = [...ties.values()].sort((p, q) => q.n - p.n || (p.from + p.to < q.from + q.to ? -1 : 1)).slice(0, 32);
  const sum = new Map();
  for (const l of strongest) for (const name of [l.from, l.to]) sum.set(name, (sum.get(name) ?? 0) + l.n);
  const width = Math.max(280, $("network").clientWidth - 10), height = 400;
  const nodes = [...sum].map(([name, n], index) => ({ name, n, index, middle: width / 2, centre: height / 2 })), at = new Map(nodes.map((n) => [n.name, n.index]));
  const links = strongest.map((l) => ({ ...l, source: at.get(l.from), target: at.get(l.to) }));
  const colors = palette();
  const edges = links.map((l) => ({ ...l, color: colors[l.quads.indexOf(Math.max(...l.quads))],
    label: `${l.from} → ${l.to}: ${Object.entries(l.actions).sort((a, b) => b[1] - a[1]).slice(0, 5).map(([t, n]) => `${t} ${n}`).join(", ")}` }));
  return { $schema: "https://vega.github.io/schema/vega/v6.json", width, height, background: "transparent", padding: 0, autosize: "none",
    data: [{ name: "nodes", values: nodes }, { name: "links", values: edges }],
    scales: [{ name: "size", type: "sqrt", domain: { data: "nodes", field: "n" }, range: [30, 420], zero: true }, { name: "wide", type: "sqrt", domain: { data: "links", field: "n" }, range: [0.8, 6], zero: true }],
    marks: [
      { name: "dots", type: "symbol", zindex: 1, from: { data: "nodes" }, encode: { enter: { fill: { value: css("--accent") }, stroke: { value: css("--card") }, cursor: { value: "pointer" }, size: { scale: "size", field: "n" }, tooltip: { signal: "datum.name + ': ' + datum.n + ' events'" } } },
        transform: [{ type: "force", iterations: 300, static: true, signal: "force", forces: [{ force: "center", x: width / 2, y: height / 2 }, { force: "collide", radius: 24 }, { force: "nbody", strength: -70 }, { force: "x", x: "datum.middle", strength: 0.09 }, { force: "y", y: "datum.centre", strength: 0.16 }, { force: "link", links: "links", distance: 60 }] }] },
      { type: "path", from: { data: "links" }, interactive: true, encode: { enter: { stroke: { field: "color" }, strokeWidth: { scale: "wide", field: "n" }, strokeOpacity: { value: 0.5 }, tooltip: { field: "label" } } },
        transform: [{ type: "linkpath", require: { signal: "force" }, shape: "line", sourceX: "datum.source.x", sourceY: "datum.source.y", targetX: "datum.target.x", targetY: "datum.target.y" }] },
      { type: "text", zindex: 2, from: { data: "dots" }, interactive: false, encode: { enter: { x: { field: "x" }, y: { field: "y" }, dx: { value: 9 }, dy: { value: 3 }, fill: { value: css("--ink") }, fontSize: { value: 11 }, limit: { value: 130 }, text: { signal: "datum.datum.name" } } } },
    ] };
}

let pending = 0;
function draw() {
  cancelAnimationFrame(pending);
  pending = requestAnimationFrame(() => {
    const list = state.shown, top = (keys, n) => count(list, keys).slice(0, n).map(([name, k]) => ({ name, n: k }));
    plot("timeline", timeline(list));
    plot("network", network(list), (d) => d.name && pick("actor", d.name));
    plot("heat", heat(list), (d) => { if (d.actor) { $("type").value = d.type; pick("actor", d.actor); } });
    plot("top", bars(top((x) => x.names, 15), "--c0"), (d) => d.name && pick("actor", d.name));
    plot("dyads", bars(top(dyadsOf, 15), "--c3"), (d) => d.name && pick("actor", d.name.split(" → ")[0]));
  });
}

// ---------------------------------------------------------------- table (only the rows in view exist)
const KEYS = { date: (x) => x.first ?? Infinity, actor: (x) => x.actors.join(), type: (x) => x.type, target: (x) => x.others.join(), source: (x) => x.source, confidence: (x) => x.confidence, order: (x) => x.i };

function sort() {
  const key = KEYS[state.sort], sign = state.down ? -1 : 1;
  state.shown.sort((a, b) => { const p = key(a), q = key(b); return p < q ? -sign : p > q ? sign : a.i - b.i; });
  for (const b of document.querySelectorAll("[data-sort]")) b.setAttribute("aria-sort", b.dataset.sort === state.sort ? (state.down ? "descending" : "ascending") : "none");
  $("table").scrollTop = 0;
  rows();
}

function el(tag, attributes = {}, ...inner) {
  const node = document.createElement(tag);
  for (const [k, v] of Object.entries(attributes)) if (v !== null && v !== undefined && v !== false) node.setAttribute(k, v);
  node.append(...inner);
  return node;
}

function look(x) { return `k${quad[x.type]}${x.polarity === "negative" ? " negative" : x.unreal ? " unreal" : ""}`; }
function tag(x) { return el("span", { class: `tag ${look(x)}`, title: `${x.polarity}, ${x.factuality}` }, (x.polarity === "negative" ? "not " : "") + x.type); }
function when(x) { return x.first === null ? "" : x.first === x.last ? iso(x.first) : x.precision === "year" ? iso(x.first).slice(0, 4) : x.precision === "month" ? iso(x.first).slice(0, 7) : `${iso(x.first)} …`; }

function quote(x) {
  const at = x.t0 - x.s0, before = x.sentence.slice(0, at), start = before.length > 70 ? "…" + before.slice(-68) : before;
  return [start, el("mark", {}, x.sentence.slice(at, at + x.t1 - x.t0)), x.sentence.slice(at + x.t1 - x.t0)];
}

function row(x) {
  const cells = [when(x), x.actors.join(", "), tag(x), x.others.join(", "), x.source, x.confidence.toFixed(2)].map((c, k) => el("td", { title: k === 2 ? null : c }, c));
  const tr = el("tr", { class: "row", tabindex: 0, "data-event": x.i }, ...cells, el("td", { title: x.sentence }, ...quote(x)));
  return tr;
}

function rows() {
  const box = $("table"), body = box.querySelector("tbody"), n = state.shown.length;
  const everything = matchMedia("print").matches || n <= 60;
  const a = everything ? 0 : Math.max(0, Math.floor(box.scrollTop / ROW) - 10), b = everything ? n : Math.min(n, a + Math.ceil(640 / ROW) + 20);
  const space = (k) => el("tr", { "aria-hidden": "true" }, el("td", { colspan: 7, style: `height:${k * ROW}px;padding:0;border:0` }));
  body.replaceChildren(...(a ? [space(a)] : []), ...state.shown.slice(a, b).map(row), ...(b < n ? [space(n - b)] : []));
  if (!n) body.append(el("tr", {}, el("td", { colspan: 7, class: "soft" }, "No event fits these filters.")));
}

// ---------------------------------------------------------------- article
let byArticle = null;
function index() {
  if (byArticle) return byArticle;
  const of = () => raw.articles.text.map(() => []);
  byArticle = { events: of(), mentions: of(), dates: of() };
  for (const x of events) byArticle.events[x.article].push(x);
  const m = raw.mentions, d = raw.dates;
  for (let k = 0; k < m.start.length; k++) byArticle.mentions[m.article[k]].push({ a: m.start[k], b: m.end[k], cls: "who", tip: `${S(m.name[k])} (${S(m.kind[k])})` });
  for (let k = 0; k < d.start.length; k++) byArticle.dates[d.article[k]].push({ a: d.start[k], b: d.end[k], cls: "when", tip: S(d.value[k]) });
  return byArticle;
}

// Spans may cross, so the text is cut at every boundary and each piece carries the classes of all spans above it.
function annotate(text, spans) {
  const cuts = [...new Set([0, text.length, ...spans.flatMap((s) => [s.a, s.b])])].sort((p, q) => p - q), out = [];
  const starts = [...spans].sort((p, q) => p.a - q.a);
  let live = [], next = 0;
  for (let k = 0; k + 1 < cuts.length; k++) {
    while (next < starts.length && starts[next].a <= cuts[k]) live.push(starts[next++]);
    live = live.filter((s) => s.b > cuts[k]);
    const piece = text.slice(cuts[k], cuts[k + 1]);
    if (!live.length) { out.push(piece); continue; }
    const trigger = live.find((s) => s.event !== undefined);
    const node = el("span", { class: [...new Set(live.map((s) => s.cls))].join(" "), "data-event": trigger?.event, tabindex: trigger ? 0 : null }, piece);
    node.tips = live.map((s) => s.tip).filter(Boolean);
    out.push(node);
  }
  return out;
}

function describe(x) {
  const line = (label, value) => (value ? [el("br"), el("b", {}, label + " "), value] : []);
  return [el("b", {}, (x.polarity === "negative" ? "not " : "") + x.type), x.plover ? ` · ${x.plover}${x.mode ? "/" + x.mode : ""}` : "",
    ...x.args.flatMap((g) => line(g.role, g.name)), ...line("factuality", x.factuality), ...line("according to", x.source),
    ...line("date", x.dateText ? `${x.dateText} (${iso(x.first)} to ${iso(x.last)})` : ""), ...line("pattern", x.pattern), ...line("confidence", x.confidence.toFixed(2))];
}

function article(number, focus) {
  const all = index(), text = raw.articles.text[number], here = all.events[number], box = $("article");
  const spans = [...all.mentions[number], ...all.dates[number], ...here.map((x) => ({ a: x.t0, b: x.t1, cls: `trigger ${look(x)}`, event: x.i }))];
  const url = raw.articles.url[number], facts = [S(raw.articles.publisher[number]), S(raw.articles.author[number]), iso(raw.articles.published[number])].filter(Boolean).join(" · ");
  const list = el("ul", { class: "events" }, ...here.map((x) => el("li", { tabindex: 0, "data-go": x.i }, tag(x), " ", x.actors.join(", ") || "?", " → ", x.others.join(", ") || "–", el("div", { class: "soft" }, [when(x), x.factuality, x.source && `according to ${x.source}`].filter(Boolean).join(" · ")))));
  box.replaceChildren(
    el("div", {}, el("p", {}, el("a", { href: "#/" }, "← all events")), el("h2", {}, raw.articles.title[number]),
      el("p", { class: "meta" }, facts, ...(url ? [facts ? " · " : "", el("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, "source")] : [])),
      el("div", { class: "body" }, ...annotate(text, spans))),
    el("aside", {}, el("h3", {}, `${here.length} events`), el("p", { class: "legend" }, ...CLASSES.map((c, k) => el("span", { class: `tag k${k}` }, c)), el("span", { class: "tag unreal" }, "planned, possible, …"), el("span", { class: "tag negative" }, "did not happen"), el("span", { class: "who" }, "actor"), el("span", { class: "when" }, "date")), list));
  if (focus !== null) mark(focus, true);
}

function mark(i, scroll) {
  for (const n of document.querySelectorAll(".lit")) n.classList.remove("lit");
  const x = events[i], spans = document.querySelectorAll(`.body [data-event="${i}"]`);
  for (const n of spans) n.classList.add("lit");
  if (scroll && spans[0]) spans[0].scrollIntoView({ block: "center" });
  return x;
}

// ---------------------------------------------------------------- tooltips, routes, events
function tip(node, x, y) {
  const box = $("tip"), i = node?.dataset?.event;
  if (!node || (i === undefined && !node.tips?.length)) { box.hidden = true; return; }
  box.replaceChildren(...(i !== undefined ? describe(events[+i]) : [node.tips.join(" · ")]));
  box.hidden = false;
  box.style.left = `${Math.min(x + 12, innerWidth - box.offsetWidth - 8)}px`;
  box.style.top = `${y + 18 + box.offsetHeight > innerHeight ? y - box.offsetHeight - 10 : y + 18}px`;
}

function route() {
  const found = location.hash.match(/^#\/article\/(\d+)(?:\/(\d+))?$/), inside = found && +found[1] < raw.articles.text.length;
  $("overview").hidden = !!inside; $("filters").hidden = !!inside; $("article").hidden = !inside; $("tip").hidden = true;
  if (inside) { article(+found[1], found[2] === undefined ? null : +found[2]); if (found[2] === undefined) scrollTo(0, 0); }
  else rows();
}

function open(i) { location.hash = `#/article/${events[i].article}/${i}`; }
const slow = (f, ms) => { let t; return () => { clearTimeout(t); t = setTimeout(f, ms); }; };

$("filters").addEventListener("input", slow(filter, 120));
$("filters").addEventListener("reset", () => setTimeout(filter));
$("filters").addEventListener("submit", (e) => e.preventDefault());
$("bytype").addEventListener("change", draw);
$("table").addEventListener("scroll", rows, { passive: true });
$("table").addEventListener("click", (e) => {
  const button = e.target.closest("[data-sort]"), line = e.target.closest("tr.row");
  if (button) { state.down = state.sort === button.dataset.sort && !state.down; state.sort = button.dataset.sort; sort(); } else if (line) open(+line.dataset.event);
});
document.addEventListener("keydown", (e) => {
  if (e.key === "Enter" && e.target.matches("tr.row")) open(+e.target.dataset.event);
  if (e.key === "Enter" && e.target.matches("[data-go]")) mark(+e.target.dataset.go, true);
  if (e.key === "Escape" && !$("article").hidden) location.hash = "#/";
});
$("article").addEventListener("click", (e) => { const li = e.target.closest("[data-go]"); if (li) mark(+li.dataset.go, true); });
$("article").addEventListener("mouseover", (e) => tip(e.target.closest(".body span"), e.clientX, e.clientY));
$("article").addEventListener("mouseout", () => tip(null));
$("article").addEventListener("focusin", (e) => { const n = e.target.closest(".body span"), r = n?.getBoundingClientRect(); if (n) tip(n, r.left, r.top); });
$("theme").addEventListener("click", () => { shade(document.documentElement.dataset.theme === "dark" ? "light" : "dark"); draw(); });
addEventListener("hashchange", route);
addEventListener("resize", slow(draw, 250));
addEventListener("beforeprint", rows);

function shade(name) { document.documentElement.dataset.theme = name; document.documentElement.style.colorScheme = name; }

shade(new URLSearchParams(location.search).get("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
options();
filter();
route();
document.documentElement.dataset.ready = "1";
