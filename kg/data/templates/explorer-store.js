// The graph's data, the state of the page, and which statements the filters let through.

const DATA = JSON.parse(document.getElementById("graph").textContent);
const { articles: ARTICLES, nodes: NODES, facts: FACTS, styles: STYLES } = DATA;
const STATUSES = ["fact", "claim", "prospect"];
const DEFAULTS = {
  q: "", off: [], speaker: "", article: "", sure: "", from: "", to: "", about: [],
  top: 0, open: "", order: "worth", theme: "",
};

const nodeById = new Map(NODES.map((node, n) => [node.id, n]));
const factById = new Map(FACTS.map((fact, n) => [fact.id, n]));
const factsOf = NODES.map(() => []);
FACTS.forEach((fact, n) => {
  factsOf[fact.s].push(n);
  if (fact.o !== fact.s) factsOf[fact.o].push(n);
});
const byRank = FACTS.map((_, n) => n).sort((a, b) => FACTS[a].rank - FACTS[b].rank);
const moments = FACTS.map((fact) => fact.day ?? fact.when ?? "");  // a week counts from its Monday
const byTime = byRank.filter((n) => moments[n]).sort((a, b) => {
  return moments[a] < moments[b] ? -1 : moments[a] > moments[b] ? 1 : 0;
});
const haystacks = FACTS.map((fact) => {
  const names = [NODES[fact.s], NODES[fact.o]].flatMap((n) => [n.label, ...(n.aliases ?? [])]);
  const words = fact.readings.map((r) => ARTICLES[r.article].text.slice(...r.span));
  return folded([fact.sentence, ...names, ...words].join(" \n "));
});

let state = { ...DEFAULTS };

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function readHash() {
  const found = new URLSearchParams(location.hash.slice(1));
  const next = { ...DEFAULTS, off: found.getAll("off"), about: found.getAll("about") };
  for (const key of ["q", "speaker", "article", "sure", "from", "to", "open", "order", "theme"]) {
    next[key] = found.get(key) ?? DEFAULTS[key];
  }
  next.top = Math.min(120, Math.max(0, Number.parseInt(found.get("top"), 10) || 0));
  next.about = next.about.filter((id) => nodeById.has(id));
  if (!["worth", "text", "time", "doubt"].includes(next.order)) next.order = "worth";
  if (!["0.7", "0.8", "0.9"].includes(next.sure)) next.sure = "";
  return next;
}

function writeHash() {
  const words = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one) if (one !== DEFAULTS[key]) words.append(key, one);
    }
  }
  history.replaceState(null, "", words.size ? `#${words}` : location.pathname + location.search);
}

// Whether the page shows what it showed at first, so that its first picture still holds.
function isUntouched() {
  const { q, off, speaker, article, sure, from, to, about, top } = state;
  return !(q || off.length || speaker || article || sure || from || to || about.length || top);
}

function wantedTop() {
  return state.top || 24;
}

// Give the statements that the filters let through, the most important first.
function filtered() {
  const words = folded(state.q).split(/\s+/).filter(Boolean);
  const off = new Set(state.off);
  const about = new Set(state.about.map((id) => nodeById.get(id)));
  const article = state.article === "" ? -1 : Number(state.article);
  return byRank.filter((n) => {
    const fact = FACTS[n];
    if (off.size && (off.has(standingOf(fact)) || (fact.denied && off.has("denied")))) return false;
    if (off.size && (off.has(kindOf(fact.s)) || off.has(kindOf(fact.o)))) return false;
    if (about.size && !about.has(fact.s) && !about.has(fact.o)) return false;
    if (state.sure && fact.confidence < Number(state.sure)) return false;
    if (state.speaker && fact.speaker !== state.speaker) return false;
    if (article >= 0 && !fact.readings.some((r) => r.article === article)) return false;
    if (!isInTime(moments[n])) return false;
    return words.every((word) => haystacks[n].includes(word));
  });
}

// What the article itself denies is stated, but no fact.
function standingOf(fact) {
  return fact.denied && fact.status === "fact" ? "denied" : fact.status;
}

function kindOf(node) {
  return NODES[node].literal ? "words" : STYLES.names[NODES[node].type];
}

function isInTime(moment) {
  if (!state.from && !state.to) return true;
  if (!moment) return false;
  const day = moment.slice(0, 10);
  return (
    (!state.from || day >= state.from.slice(0, day.length)) &&
    (!state.to || day <= state.to.slice(0, day.length))
  );
}
