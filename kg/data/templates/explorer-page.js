// Put the page together: filters, picture, keys, permalinks.

let view = null;  // the part of the picture that is seen: [x, y, width, height]
let drawnFor = null;

const find = (id) => document.getElementById(id);

function change(next) {
  state = { ...state, ...next };
  writeHash();
  show();
}

function openFact(id) {
  change({ open: `fact:${id}` });
}

function openNode(id) {
  change({ open: `node:${id}` });
}

function toggleAbout(id) {
  const about = state.about.includes(id) ? state.about.filter((one) => one !== id) : [...state.about, id];
  change({ about });
}

function show() {
  const held = focused();
  const found = filtered();
  const drawn = isUntouched() ? DATA.scene : null;
  const chosen = drawn ? [] : found.filter((n) => !FACTS[n].empty).slice(0, wantedTop());
  const mark = drawn ? "first" : `${chosen.join(",")}|${state.about.join(",")}`;
  if (drawnFor !== `${theme()}|${mark}`) {
    drawnFor = `${theme()}|${mark}`;
    showPicture(drawn ?? placed(chosen));
  }
  const inPicture = drawn ? drawn.labels.reduce((sum, label) => sum + label.facts.length, 0) : chosen.length;
  find("count").textContent = `${found.length} of ${FACTS.length} statements; the picture shows ${inPicture === found.length ? "all of them" : `${inPicture}, the most important`}.`;
  showFilters();
  showList(found);
  showDetails();
  highlight();
  say();
  refocus(held);
}

// What has the focus is drawn anew with the rest; remember how to find it again.
function focused() {
  const { activeElement: active } = document;
  const area = active?.closest("#stage, #list, #details");
  if (!area || active === area) return "";
  for (const name of ["fact", "node"]) {
    if (active.dataset[name]) return `#${area.id} [data-${name}="${CSS.escape(active.dataset[name])}"]`;
  }
  return active.id ? `#${active.id}` : "";
}

function refocus(held) {
  const again = held && document.querySelector(held);
  if (again && again !== document.activeElement) again.focus({ preventScroll: true });
}

// Tell who cannot see the page what has been opened.
function say() {
  const [kind, id] = [state.open.slice(0, 4), state.open.slice(5)];
  if (kind === "fact" && factById.has(id)) find("said").textContent = `Opened: ${FACTS[factById.get(id)].sentence}`;
  else if (kind === "node" && nodeById.has(id)) find("said").textContent = `Opened: ${NODES[nodeById.get(id)].label}`;
  else find("said").textContent = "";
}

function showPicture(scene) {
  const picture = drawScene(scene);
  picture.dataset.all = picture.getAttribute("viewBox");
  find("stage").replaceChildren(picture);
  see(startView(picture.dataset.all.split(" ").map(Number)));
}

// Make the stage as tall as the picture needs. Where it would be too small to be read,
// as on a phone, its left part is seen first.
function startView([x, y, width, height]) {
  const stage = find("stage");
  const whole = stage.clientWidth / width;
  const scale = whole < 0.5 ? 0.75 : whole;
  const tall = Math.max(280, Math.min(height * scale, innerHeight * 0.62));
  stage.style.height = `${Math.round(tall)}px`;
  return scale > whole ? [x, y, stage.clientWidth / scale, tall / scale] : [x, y, width, height];
}

// Make what is open stand out, and what is not near it stand back.
function highlight() {
  const stage = find("stage");
  const [kind, id] = [state.open.slice(0, 4), state.open.slice(5)];
  const node = kind === "node" ? String(nodeById.get(id)) : "";
  const items = [...stage.querySelectorAll(".item")];
  const labels = items.filter((item) => item.dataset.facts);
  const open = labels.filter((item) => kind === "fact" ? JSON.parse(item.dataset.facts).includes(id) : item.dataset.ends.split(" ").includes(node));
  const boxes = items.filter((item) => item.dataset.node === node);
  const ends = new Set(open.flatMap((item) => item.dataset.ends.split(" ")));
  const lines = new Set(open.map((item) => item.dataset.label));
  stage.classList.toggle("aside", open.length > 0);
  for (const item of items) {
    item.classList.toggle("near", open.includes(item) || ends.has(item.dataset.node));
    item.classList.toggle("open", boxes.includes(item) || (kind === "fact" && open.includes(item)));
  }
  for (const curve of stage.querySelectorAll(".curve")) curve.classList.toggle("near", lines.has(curve.dataset.label));
}

function showFilters() {
  find("search").value = document.activeElement === find("search") ? find("search").value : state.q;
  for (const box of document.querySelectorAll("fieldset input")) box.checked = !state.off.includes(box.value);
  for (const key of ["speaker", "article", "sure", "from", "to", "order"]) find(key).value = state[key];
  find("top").value = wantedTop();
  find("top-value").textContent = isUntouched() ? "as many as fit" : String(wantedTop());
  find("theme").textContent = theme() === "dark" ? "Light" : "Dark";
  const chips = state.about.map((id) => el("button", { type: "button", class: "chip", "aria-label": `Take away the neighbours of ${NODES[nodeById.get(id)].label}`, onclick: () => toggleAbout(id) }, NODES[nodeById.get(id)].label, " ✕"));
  find("about").replaceChildren(...(chips.length ? [el("p", {}, el("strong", {}, "Neighbours of")), ...chips] : []));
}

function buildFilters() {
  const statuses = STATUSES.map((key) => [key, FACTS.filter((fact) => standingOf(fact) === key).length]);
  statuses.push(["denied", FACTS.filter((fact) => fact.denied).length]);
  const kinds = new Map();
  NODES.forEach((_, n) => kinds.set(kindOf(n), (kinds.get(kindOf(n)) ?? 0) + 1));
  find("statuses").replaceChildren(...statuses.filter(([, n]) => n).map(([key, n]) => tick(key, STYLES.names[key], n)));
  find("types").replaceChildren(...[...kinds].sort((a, b) => b[1] - a[1]).map(([key, n]) => tick(key, key === "words" ? STYLES.names.words : key, n)));
  const speakers = new Map();
  for (const fact of FACTS) if (fact.speaker) speakers.set(fact.speaker, (speakers.get(fact.speaker) ?? 0) + 1);
  const options = [...speakers].sort((a, b) => b[1] - a[1]).map(([name, n]) => el("option", { value: name }, `${name} (${n})`));
  find("speaker").replaceChildren(el("option", { value: "" }, "anybody or nobody"), ...options);
  const names = ARTICLES.map((article, n) => el("option", { value: n }, article.title || article.id));
  find("article").replaceChildren(el("option", { value: "" }, "all"), ...names);
  find("article").parentElement.hidden = ARTICLES.length < 2;
}

function tick(key, words, count) {
  const box = el("input", { type: "checkbox", value: key, checked: true, onchange: () => {
    change({ off: box.checked ? state.off.filter((one) => one !== key) : [...state.off, key] });
  } });
  return el("label", {}, box, sample(key), el("span", {}, words), el("span", { class: "count" }, String(count)));
}

function zoom(factor, x = 0.5, y = 0.5) {
  const [left, top, width, height] = view;
  const all = find("stage").firstChild.dataset.all.split(" ").map(Number);
  const wide = Math.min(all[2] * 1.5, Math.max(80, width * factor));
  const scale = wide / width;
  see([left + (width - wide) * x, top + (height - height * scale) * y, wide, height * scale]);
}

function see(next) {
  view = next;
  find("stage").firstChild.setAttribute("viewBox", view.map((v) => v.toFixed(1)).join(" "));
}

function move(dx, dy) {
  see([view[0] + dx * view[2], view[1] + dy * view[3], view[2], view[3]]);
}

const STAGE_KEYS = {
  "+": () => zoom(0.8), "=": () => zoom(0.8), "-": () => zoom(1.25),
  0: () => see(find("stage").firstChild.dataset.all.split(" ").map(Number)),
  ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0),
  ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1),
};

function openItem(item) {
  if (item.dataset.node) openNode(NODES[Number(item.dataset.node)].id);
  else openFact(nextFact(JSON.parse(item.dataset.facts)));
}

// Of several statements on one line, each further click opens the next.
function nextFact(ids) {
  return ids[(ids.indexOf(state.open.slice(5)) + 1) % ids.length];
}

function listenToStage() {
  const stage = find("stage");
  let grip = null, moved = false;
  stage.addEventListener("pointerdown", (event) => { grip = [event.clientX, event.clientY, ...view]; moved = false; });
  window.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const scale = Math.max(view[2] / stage.clientWidth, view[3] / stage.clientHeight);
    const [dx, dy] = [event.clientX - grip[0], event.clientY - grip[1]];
    if (Math.hypot(dx, dy) > 4) moved = true;
    if (moved) see([grip[2] - dx * scale, grip[3] - dy * scale, view[2], view[3]]);
    stage.firstChild.classList.toggle("moving", moved);
  });
  window.addEventListener("pointerup", () => { grip = null; stage.firstChild?.classList.remove("moving"); });
  stage.addEventListener("click", (event) => {
    const item = event.target.closest(".item");
    if (item && !moved) openItem(item);
  });
  stage.addEventListener("dblclick", (event) => {
    const node = event.target.closest("[data-node]");
    if (node) toggleAbout(NODES[Number(node.dataset.node)].id);
  });
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== stage && !stage.contains(document.activeElement)) return;
    event.preventDefault();
    const area = stage.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.12 : 0.89, (event.clientX - area.left) / area.width, (event.clientY - area.top) / area.height);
  }, { passive: false });
  stage.addEventListener("keydown", (event) => {
    const item = event.target.closest(".item");
    if (item && (event.key === "Enter" || event.key === " ")) openItem(item);
    else if (STAGE_KEYS[event.key] && !event.ctrlKey && !event.metaKey) STAGE_KEYS[event.key]();
    else return;
    event.preventDefault();
  });
}

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (event.key === "Escape") change({ open: "" });
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); find("search").focus(); }
    if (event.key === "d") find("details").focus();
    if (event.key === "e" && state.open.startsWith("node:")) toggleAbout(state.open.slice(5));
  });
}

function listen() {
  const again = (next) => { listed = PAGE; change(next); };
  find("search").addEventListener("input", () => again({ q: find("search").value }));
  for (const key of ["speaker", "article", "sure", "from", "to", "order"]) {
    find(key).addEventListener("change", () => again({ [key]: find(key).value }));
  }
  find("top").addEventListener("input", () => again({ top: Number(find("top").value) }));
  find("reset").addEventListener("click", () => again({ ...DEFAULTS, theme: state.theme }));
  find("more").addEventListener("click", () => { listed += PAGE; show(); });
  find("filters").addEventListener("submit", (event) => event.preventDefault());
  find("theme").addEventListener("click", () => { change({ theme: theme() === "dark" ? "light" : "dark" }); applyTheme(); });
  find("to-filters").addEventListener("click", () => { find("filters").scrollIntoView(); find("filters").querySelector("input").focus({ preventScroll: true }); });
  find("save-svg").addEventListener("click", saveSvg);
  find("save-png").addEventListener("click", savePng);
  window.addEventListener("hashchange", () => {
    if (location.hash === "#statements") { writeHash(); return; }  // the skip link takes no filter away
    state = readHash();
    applyTheme();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
  listenToStage();
  listenToKeys();
}

function applyTheme() {
  const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  buildFilters();
  show();
}

state = readHash();
listen();
applyTheme();
