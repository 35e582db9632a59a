// What stands beside the picture: the list of statements, and details with the article.

const PAGE = 100;
const LONG = 60000;
let listed = PAGE;
let detailsFor = null;

// Make an element; children that are words are always put in as text.
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

function statementButton(n) {
  const fact = FACTS[n];
  const open = state.open === `fact:${fact.id}`;
  const [s, o] = [NODES[fact.s].label, NODES[fact.o].label];
  const notes = [fact.time, fact.note].filter(Boolean).join(" — ");
  const kind = fact.status === "prospect" && fact.note ? "" : STYLES.names[standingOf(fact)];
  return el("button", {
    type: "button", class: `statement ${fact.status}${open ? " open" : ""}`, "data-fact": fact.id,
    "aria-current": open ? "true" : undefined, onclick: () => openFact(fact.id),
  },
    el("strong", {}, s), " ", el("span", { class: fact.denied ? "denied" : "" }, fact.relation), " ", el("strong", {}, o),
    el("small", {}, [kind, notes].filter(Boolean).join(": ")));
}

function showList(found) {
  const list = document.getElementById("list");
  let numbers = found;
  if (state.order === "text") numbers = [...found].sort((a, b) => a - b);
  if (state.order === "doubt") numbers = [...found].sort((a, b) => FACTS[a].confidence - FACTS[b].confidence);
  if (state.order === "time") {
    const wanted = new Set(found);
    numbers = byTime.filter((n) => wanted.has(n));
  }
  const shown = numbers.slice(0, listed);
  let moment = null;
  const items = shown.map((n) => {
    const heading = state.order === "time" && FACTS[n].when !== moment ? [el("h3", {}, FACTS[n].when)] : [];
    moment = FACTS[n].when;
    return el("li", {}, ...heading, statementButton(n));
  });
  if (!items.length) items.push(el("li", { class: "faint" }, state.order === "time" && found.length ? "None of these statements has a known time." : "No statement is like that."));
  list.replaceChildren(...items);
  document.getElementById("more").hidden = numbers.length <= listed;
}

function nodeButton(n) {
  return el("button", { type: "button", class: "name", "data-node": n, onclick: () => openNode(NODES[n].id) }, NODES[n].label);
}

// Show what is open; a long article is laid out again only when something else is.
function showDetails() {
  const wanted = [state.open, ...state.about].join("\n");
  if (detailsFor === wanted) return;
  detailsFor = wanted;
  const [kind, id] = [state.open.slice(0, 4), state.open.slice(5)];
  const aside = document.getElementById("details");
  if (kind === "fact" && factById.has(id)) aside.replaceChildren(...factDetails(FACTS[factById.get(id)]));
  else if (kind === "node" && nodeById.has(id)) aside.replaceChildren(...nodeDetails(nodeById.get(id)));
  else aside.replaceChildren(...startDetails());
  aside.classList.toggle("open", aside.querySelector(".close") !== null);
  aside.querySelector(".article mark.here")?.scrollIntoView({ block: "nearest" });
  aside.scrollTop = 0;
}

function startDetails() {
  const facts = FACTS.filter((fact) => standingOf(fact) === "fact").length;
  return [
    el("h2", {}, "Details"),
    el("p", {}, `${FACTS.length} statements (${facts} stated as facts) about ${NODES.length} names and words in ${ARTICLES.length} ${ARTICLES.length === 1 ? "article" : "articles"}.`),
    el("p", { class: "faint" }, "Choose a line of the picture or a statement of the list to read its sentence; choose a box for what is said about it."),
    ...(ARTICLES.length === 1 ? [el("h3", {}, "The article"), articleText(0, [])] : []),
  ];
}

// Close what is open and go back to where it was opened.
function closeOpen() {
  const [kind, id] = [state.open.slice(0, 4), state.open.slice(5)];
  change({ open: "" });
  const from = kind === "fact" ? `#list [data-fact="${CSS.escape(id)}"]` : "#stage";
  (document.querySelector(from) ?? document.getElementById("stage")).focus({ preventScroll: true });
}

function closeButton() {
  return el("button", { type: "button", class: "close", "aria-label": "Close the details", onclick: closeOpen }, "✕");
}

function factDetails(fact) {
  const standing = [
    fact.denied ? "denied" : "",
    fact.modality === "actual" ? "" : STYLES.modalities[fact.modality],
    fact.speaker ? `said by ${fact.speaker}, not by the article` : "",
  ].filter(Boolean).join("; ");
  const rows = [
    ["standing", standing || "a fact: the article itself states it"],
    ["said by", fact.speaker && [fact.speaker, fact.cue && `(“${fact.cue}”${fact.quoted ? ", quoted" : ""})`].filter(Boolean).join(" ")],
    ["time", [fact.time, fact.when && `= ${fact.when}`].filter(Boolean).join(" ")],
    ["place", fact.place],
    ["further", fact.roles?.join("; ")],
    ["confidence", String(fact.confidence)],
    ["read by", [...new Set(fact.readings.map((r) => r.pattern))].join(", ")],
  ].filter(([, value]) => value);
  const contents = (fact.content ?? []).filter((id) => factById.has(id));
  return [
    closeButton(),
    el("h2", {}, nodeButton(fact.s), " ", el("span", { class: fact.denied ? "denied" : "" }, fact.relation), " ", nodeButton(fact.o)),
    ...fact.readings.map((reading) => el("blockquote", {}, ...marked(reading))),
    el("p", { class: "faint" }, el("mark", { class: "subject" }, "subject"), " ", el("mark", { class: "predicate" }, "relation"), " ", el("mark", { class: "object" }, "object")),
    el("dl", {}, ...rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    ...(contents.length ? [el("h3", {}, "What it says"), ...contents.map((id) => statementButton(factById.get(id)))] : []),
    ...articlesOf(fact.readings),
  ];
}

function articlesOf(readings) {
  const numbers = [...new Set(readings.map((reading) => reading.article))];
  return numbers.slice(0, 5).flatMap((n) => {
    const spans = readings.filter((r) => r.article === n).map((r) => [...r.span, "here"]);
    return [el("h3", {}, ...articleName(n)), articleText(n, spans)];
  });
}

function articleName(n) {
  const { title, id, date, publisher, url } = ARTICLES[n];
  const words = [title || id, publisher, date].filter(Boolean).join(" · ");
  return /^https?:\/\//i.test(url) ? [el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, words)] : [words];
}

// Of a text as long as a book only the part around the first mark: the rest takes long to lay out.
function articleText(n, spans) {
  const { text } = ARTICLES[n];
  const first = Math.min(...spans.map(([from]) => from), text.length);
  const start = text.length > LONG ? Math.max(0, (spans.length ? first : 0) - LONG / 4) : 0;
  const end = text.length > LONG ? Math.min(text.length, start + LONG / 2) : text.length;
  const inside = spans.filter(([from, to]) => from >= start && to <= end);
  return el("div", { class: "article", tabindex: 0, role: "region", "aria-label": "Text of the article" },
    start > 0 ? "… " : "", ...cut(text, start, end, inside), end < text.length ? " …" : "");
}

function marked({ article, span: [start, end], marks }) {
  return cut(ARTICLES[article].text, start, end, marks);
}

// Cut a text at marks; each becomes a mark element, the rest stays text.
function cut(text, start, end, marks) {
  const pieces = [];
  let last = start;
  for (const [from, to, kind] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (from < last) continue;
    pieces.push(text.slice(last, from), el("mark", { class: kind }, text.slice(from, to)));
    last = to;
  }
  pieces.push(text.slice(last, end));
  return pieces;
}

function nodeDetails(n) {
  const node = NODES[n];
  const mentions = node.mentions ?? [];
  const about = state.about.includes(node.id);
  const links = (node.links ?? []).filter((link) => /^https?:\/\//i.test(link));
  const wordings = new Map();
  for (const [a, from, to] of mentions) {
    const words = ARTICLES[a].text.slice(from, to);
    wordings.set(words, (wordings.get(words) ?? 0) + 1);
  }
  const rows = [
    ["type", kindOf(n)],
    ["also called", (node.aliases ?? []).join(", ")],
    ["mentioned", mentions.length ? [...wordings].map(([words, count]) => (count > 1 ? `${words} (${count})` : words)).join(", ") : ""],
  ].filter(([, value]) => value);
  return [
    closeButton(),
    el("h2", {}, node.label),
    el("dl", {}, ...rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]),
      ...(links.length ? [el("dt", {}, "same as"), el("dd", {}, ...links.flatMap((link) => [el("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, link), el("br")]))] : [])),
    el("p", { class: "tools" },
      el("button", { type: "button", id: "expand", "aria-keyshortcuts": "e", onclick: () => toggleAbout(node.id) },
        about ? "Take its neighbours away" : state.about.length ? "Add its neighbours" : "Show its neighbours")),
    el("h3", {}, `${factsOf[n].length} ${factsOf[n].length === 1 ? "statement" : "statements"}`),
    ...[...factsOf[n]].sort((a, b) => FACTS[a].rank - FACTS[b].rank).slice(0, PAGE).map(statementButton),
    ...articleMentions(mentions),
  ];
}

function articleMentions(mentions) {
  const numbers = [...new Set(mentions.map(([a]) => a))];
  return numbers.slice(0, 3).flatMap((n) => {
    const spans = mentions.filter(([a]) => a === n).map(([, from, to]) => [from, to, "mention here"]);
    return [el("h3", {}, ...articleName(n)), articleText(n, spans)];
  });
}
