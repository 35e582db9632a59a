// Group statements into labelled lines, split them into parts, pack the parts.

const GAP_X = 18, GAP_Y = 9, GAP_PART = 26;
const COLUMNS = [Infinity, 4, 3, 2];
const PAGE_WIDTH = 1000, PAGE_HEIGHT = 620;

// Merge what runs between the same boxes in the same way; let lines share a label and an end.
function grouped(facts) {
  const lines = new Map();
  for (const same of sameContent(facts)) {
    const f = FACTS[same[0]];
    const note = noteOf(same.map((n) => FACTS[n]));
    const key = JSON.stringify([f.s, f.o, f.status, note]);
    if (!lines.has(key)) lines.set(key, { sources: [f.s], targets: [f.o], lines: [], note, status: f.status, facts: [] });
    const group = lines.get(key);
    const time = f.time && !f.relation.includes(f.time) ? f.time : "";
    group.lines.push({ relation: f.relation, time, denied: Boolean(f.denied) });
    group.facts.push(...same.map((n) => FACTS[n].id));
  }
  return fans(fans([...lines.values()], "targets", "sources"), "sources", "targets");
}

// Put together what differs in nothing but the speaker.
function sameContent(facts) {
  const found = new Map();
  for (const n of facts) {
    const f = FACTS[n];
    const key = JSON.stringify([f.s, f.o, f.relation, f.time, f.denied, f.status, f.modality, Boolean(f.says)]);
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(n);
  }
  return [...found.values()];
}

function noteOf(facts) {
  const words = [...new Set(facts.map((fact) => fact.says ?? ""))].filter(Boolean);
  const names = words.filter((one) => one.startsWith("says ")).map((one) => one.slice(5));
  const others = words.filter((one) => !one.startsWith("says "));
  const asked = STYLES.saying[facts[0].modality];
  if (names.length && asked) return [`${asked} ${names.join(", ")}`, ...others].join(" — ");
  const says = names.length ? [`says ${names.join(", ")}`] : [];
  return [STYLES.modalities[facts[0].modality], ...says, ...others].filter(Boolean).join(" — ");
}

function fans(groups, same, other) {
  const found = new Map();
  groups.forEach((group, n) => {
    const single = group[same].length === 1 && group[same][0] !== group[other][0];
    const key = JSON.stringify([group[same], group.lines, group.note, group.status, single ? "" : n]);
    if (!found.has(key)) found.set(key, { ...group, facts: [] });
    const fan = found.get(key);
    fan[other] = [...new Set([...fan[other], ...group[other]])];
    fan.facts = [...fan.facts, ...group.facts];
  });
  return [...found.values()];
}

function placed(facts) {
  const groups = grouped(facts.filter((n) => !FACTS[n].empty));
  const parts = partsOf(groups).map((part) => bestPart(part, groups));
  const scene = { width: 0, height: 0, boxes: [], labels: [], curves: [] };
  const area = parts.reduce((sum, part) => sum + (part.width + GAP_PART) * (part.height + GAP_PART), 0);
  const limit = Math.max(Math.sqrt(area * 1.8), ...parts.map((part) => part.width));
  let x = 0, y = 0, row = 0;
  for (const part of parts.sort((a, b) => b.height - a.height)) {
    if (x && x + part.width > limit) { x = 0; y += row + GAP_PART; row = 0; }
    moveInto(scene, part, x, y);
    x += part.width + GAP_PART;
    row = Math.max(row, part.height);
    scene.width = Math.max(scene.width, x - GAP_PART);
    scene.height = Math.max(scene.height, y + part.height);
  }
  return scene;
}

function moveInto(scene, part, dx, dy) {
  for (const box of part.boxes) scene.boxes.push({ ...box, x: box.x + dx, y: box.y + dy });
  const first = scene.labels.length;
  for (const label of part.labels) scene.labels.push({ ...label, x: label.x + dx, y: label.y + dy });
  for (const curve of part.curves) {
    const points = curve.points.map((v, n) => v + (n % 2 ? dy : dx));
    scene.curves.push({ ...curve, label: curve.label + first, points });
  }
}

function partsOf(groups) {
  const part = new Map();
  const find = (n) => { while (part.get(n) !== n) n = part.get(n); return n; };
  for (const group of groups) {
    const ends = [...group.sources, ...group.targets];
    for (const end of ends) if (!part.has(end)) part.set(end, end);
    for (const end of ends) part.set(find(end), find(ends[0]));
  }
  const found = new Map();
  groups.forEach((group, n) => {
    const root = find(group.sources[0]);
    if (!found.has(root)) found.set(root, []);
    found.get(root).push(n);
  });
  return [...found.values()];
}

// Try fewer and fewer columns; take the first that can be shown largest.
function bestPart(numbers, groups) {
  let best = null, most = 0;
  for (const cap of COLUMNS) {
    const part = placedPart(numbers, groups, cap);
    const scale = Math.min(1, PAGE_WIDTH / part.width, PAGE_HEIGHT / part.height);
    if (scale > most + 0.02) [best, most] = [part, scale];
    if (scale === 1) break;
  }
  return best;
}

// Tell which lines must run from right to left so that there is no circle, and no more
// than so many columns of boxes where that can be had.
function reversals(numbers, groups, cap) {
  const after = new Map();
  const reaches = (from, to, seen = new Set()) => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(after.get(from) ?? [])].some((next) => reaches(next, to, seen));
  };
  const free = (left, right) => !left.some((a) => right.some((b) => a !== b && reaches(b, a)));
  const depth = (from, seen = new Map()) => {
    if (!seen.has(from)) seen.set(from, 1 + Math.max(0, ...[...(after.get(from) ?? [])].map((to) => depth(to, seen))));
    return seen.get(from);
  };
  const before = (to) => 1 + Math.max(0, ...[...after].filter(([, next]) => next.has(to)).map(([from]) => before(from)));
  const short = (left, right) => Math.max(...left.map((a) => before(a))) + Math.max(...right.map((b) => depth(b))) <= cap;
  return new Map(numbers.map((n) => {
    const { sources, targets } = groups[n];
    const ways = [[sources, targets], [targets, sources]];
    let fits = ways.map(([left, right]) => free(left, right) && short(left, right));
    if (!fits[0] && !fits[1]) fits = ways.map(([left, right]) => free(left, right));
    const reverse = !fits[0] && fits[1];
    const [left, right] = reverse ? [targets, sources] : [sources, targets];
    for (const a of left) for (const b of right) {
      if (a === b || reaches(b, a)) continue;
      if (!after.has(a)) after.set(a, new Set());
      after.get(a).add(b);
    }
    return [n, reverse];
  }));
}
